package org.broadsheet.terms;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.ComputedRows;
import org.broadsheet.text.Place;

/**
 * The table {@code term_source_periods}: the terms of highest df at each outlet over time, with a
 * row where they occur.
 */
public final class TermSourcePeriods {

  private static final StructType SCHEMA =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("period", DataTypes.DateType)
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("tf", DataTypes.LongType)
          .add("df", DataTypes.LongType)
          .add("source_period_tokens", DataTypes.LongType)
          .add("source_period_articles", DataTypes.LongType)
          .add("tf_per_million", DataTypes.DoubleType);

  private TermSourcePeriods() {}

  /** An outlet in a period. */
  private record Cell(String source, int period) implements Serializable {
    static Cell of(Place place) {
      return place.period() == null ? null : new Cell(place.source(), place.period());
    }
  }

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(CountedTerms terms) {
    LeadingTerms leading = terms.series();
    Broadcast<HashMap<Totals.Of, Totals.Sum>> sums = terms.shared(terms.totals().by(Cell::of));
    return ComputedRows.of(
        terms.spark(),
        terms.counts().filter(leading::contains).flatMap(term -> rows(term, sums.value())),
        SCHEMA);
  }

  private static Iterator<Row> rows(TermCounts term, HashMap<Totals.Of, Totals.Sum> sums) {
    return term.by(Cell::of).entrySet().stream()
        .map(entry -> row(term.key(), entry.getKey(), entry.getValue(), sums))
        .iterator();
  }

  private static Row row(
      TermCounts.Key key, Cell cell, TermCounts.Count count, HashMap<Totals.Of, Totals.Sum> sums) {
    Totals.Sum sum = sums.get(new Totals.Of(key.language(), key.n(), cell));
    return RowFactory.create(
        cell.source(),
        Terms.date(cell.period()),
        key.language(),
        key.n(),
        key.term(),
        count.tf(),
        count.df(),
        sum.tokens(),
        sum.articles(),
        Rates.perMillion(count.tf(), sum.tokens()));
  }
}
