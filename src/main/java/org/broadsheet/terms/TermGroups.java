package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.terms.KeynessComparison.TargetTerm;
import org.broadsheet.terms.KeynessTests.Scored;

/**
 * The table {@code term_groups}: the terms of the articles with each value of a field, against
 * those of all others.
 */
public final class TermGroups {

  private static final RowEncoder<Scored<TargetTerm>> ROWS =
      RowEncoder.<Scored<TargetTerm>>of("term_groups")
          .column("field", STRING, row -> row.test().family().part().field())
          .column("value", STRING, row -> row.test().family().part().value())
          .column("group_tokens", LONG, row -> row.test().tokens())
          .column("group_articles", LONG, row -> row.test().articles())
          .columns(KeynessComparison.COLUMNS, row -> row)
          .build();

  private TermGroups() {}

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms) {
    List<String> fields = terms.settings().compare();
    List<Contrast> contrasts =
        IntStream.range(0, fields.size())
            .mapToObj(i -> new Contrast(i + 1, fields.get(i)))
            .toList();
    return ROWS.rows(terms.spark(), KeynessComparison.rows(terms, contrasts));
  }
}
