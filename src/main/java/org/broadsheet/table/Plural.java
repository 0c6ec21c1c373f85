package org.broadsheet.table;

import java.util.Locale;

/** Numbers of things, as people read them. */
public final class Plural {

  private Plural() {}

  /**
   * A number and what it counts.
   *
   * @param number how many
   * @param noun one of them, with a regular plural
   * @return for example {@code 1 article} or {@code 2,125 articles}
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
