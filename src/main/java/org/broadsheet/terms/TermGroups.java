package org.broadsheet.terms;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
    List<Sides> sides =
        IntStream.range(0, fields.size()).mapToObj(i -> new Sides(i + 1, fields.get(i))).toList();
    return new Contrasts(List.of("field", "value"), "group", sides).table(terms);
  }
}
