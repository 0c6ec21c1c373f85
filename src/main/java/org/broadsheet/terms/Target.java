package org.broadsheet.terms;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A part of the corpus that is compared with the rest.
 *
 * @param field the field that divides the corpus
 * @param value its value in this part
 */
record Target(String field, String value) implements Serializable, Comparable<Target> {

  private static final Comparator<Target> ORDER =
      Comparator.comparing(Target::field).thenComparing(Target::value);

  @Override
  public int compareTo(Target other) {
    return ORDER.compare(this, other);
  }
}
