package org.broadsheet.terms;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.broadsheet.corpus.Corpus;
import org.broadsheet.text.Place;
import org.broadsheet.text.TermBlock;
import org.broadsheet.text.TermPart;

/**
 * One term of the corpus with all its counts. Whole numbers only, so that the order of adding does
 * not matter.
 */
public final class TermCounts implements Serializable {

  private static final int NO_FIRST = Integer.MAX_VALUE;
  private static final int NO_LAST = Integer.MIN_VALUE;

  /**
   * What tells terms apart.
   *
   * @param language the language
   * @param n how many words the term has
   * @param term its text
   */
  public record Key(String language, int n, String term) implements Serializable {

    /** What the sums of its language and n are kept by. */
    Totals.Of ofCorpus() {
      return new Totals.Of(language, n, null);
    }
  }

  /** How often, and in how many articles. */
  static final class Count implements Serializable {

    static final Count NONE = new Count();

    private long tf;
    private long df;

    private void add(long moreTf, long moreDf) {
      tf += moreTf;
      df += moreDf;
    }

    long tf() {
      return tf;
    }

    long df() {
      return df;
    }
  }

  private final Key key;
  private final Count total = new Count();
  private final Map<String, Long> forms = new HashMap<>(4);
  private final Map<Place, Count> places = new HashMap<>(4);
  private int firstDay = NO_FIRST;
  private int lastDay = NO_LAST;

  private TermCounts(Key key) {
    this.key = key;
  }

  /**
   * Adds the counts of a part of a block.
   *
   * @param part the part
   * @param terms the terms so far
   */
  static void add(TermPart part, Map<Key, TermCounts> terms) {
    Place[] places = part.groups().stream().map(TermBlock.Group::place).toArray(Place[]::new);
    // A term of a block may belong to one language only: the dictionary is kept by language.
    TermCounts[] counts = new TermCounts[part.terms().length];
    TermBlock.Cells cells = part.cells();
    for (int i = 0; i < cells.size(); i++) {
      int form = cells.form()[i];
      int term = part.formTerms()[form];
      int group = cells.group()[i];
      if (counts[term] == null) {
        Key key = new Key(places[group].language(), part.n()[term], part.terms()[term]);
        counts[term] = terms.computeIfAbsent(key, TermCounts::new);
      }
      counts[term].add(part.forms()[form], places[group], cells, i);
    }
  }

  private void add(String form, Place place, TermBlock.Cells cells, int i) {
    int tf = cells.tf()[i];
    int df = cells.df()[i];
    total.add(tf, df);
    forms.merge(form, (long) tf, Long::sum);
    places.computeIfAbsent(place, p -> new Count()).add(tf, df);
    firstDay = Math.min(firstDay, cells.firstDay()[i]);
    lastDay = Math.max(lastDay, cells.lastDay()[i]);
  }

  /**
   * What tells the term apart.
   *
   * @return language, n and text
   */
  public Key key() {
    return key;
  }

  /**
   * How often it occurs.
   *
   * @return its occurrences in the corpus
   */
  public long tf() {
    return total.tf;
  }

  /**
   * How many articles have it.
   *
   * @return the articles of the corpus that contain it
   */
  public long df() {
    return total.df;
  }

  /**
   * Its most frequent form, the first in order among equals.
   *
   * @return the form as printed
   */
  public String surface() {
    String surface = null;
    long most = 0;
    for (Map.Entry<String, Long> form : forms.entrySet()) {
      long tf = form.getValue();
      if (tf > most || tf == most && form.getKey().compareTo(surface) < 0) {
        surface = form.getKey();
        most = tf;
      }
    }
    return surface;
  }

  Integer firstDay() {
    return firstDay == NO_FIRST ? null : firstDay;
  }

  Integer lastDay() {
    return lastDay == NO_LAST ? null : lastDay;
  }

  /** Its counts by outlet. */
  Map<String, Count> bySource() {
    return by(Place::source);
  }

  /** How many outlets used it. */
  long outlets() {
    return places.keySet().stream()
        .map(Place::source)
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .distinct()
        .count();
  }

  /** Its counts by first day of the period; articles without a date are left out. */
  Map<Integer, Count> byPeriod() {
    return by(Place::period);
  }

  /** Its counts by some part of the places; those of a part that is null are left out. */
  <K> Map<K, Count> by(Function<Place, K> part) {
    Map<K, Count> sums = new HashMap<>();
    places.forEach(
        (place, count) -> {
          K key = part.apply(place);
          if (key != null) {
            sums.computeIfAbsent(key, k -> new Count()).add(count.tf, count.df);
          }
        });
    return sums;
  }
}
