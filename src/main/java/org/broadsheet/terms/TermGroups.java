package org.broadsheet.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.text.Place;

/**
 * The table {@code term_groups}: the terms of the articles with each value of a field, against
 * those of all others.
 */
public final class TermGroups {

  private TermGroups() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(CountedTerms terms) {
    List<String> fields = terms.settings().compare();
    HashMap<Totals.Of, Totals.Sum> totals = new HashMap<>();
    for (int field = 0; field < fields.size(); field++) {
      int number = field;
      totals.putAll(terms.totals().by(place -> side(place, fields, number)));
    }
    return new Contrasts(List.of("field", "value"), "group", term -> sides(term, fields), totals)
        .table(terms);
  }

  private static Map<List<String>, TermCounts.Count> sides(TermCounts term, List<String> fields) {
    Map<List<String>, TermCounts.Count> sides = new HashMap<>();
    IntStream.range(0, fields.size())
        .forEach(field -> sides.putAll(term.by(place -> side(place, fields, field))));
    return sides;
  }

  /** A field and its value; null for an article without one. */
  private static List<String> side(Place place, List<String> fields, int field) {
    String value = place.fields().get(field);
    return value == null ? null : List.of(fields.get(field), value);
  }
}
