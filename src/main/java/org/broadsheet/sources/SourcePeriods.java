package org.broadsheet.sources;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.corpus.Period;

/** The table {@code source_periods}: each outlet over time, periods without an article included. */
public final class SourcePeriods {

  private SourcePeriods() {}

  /**
   * Computes the table.
   *
   * @param articles accepted articles
   * @param period the length of a period
   * @return its rows, not conformed: for every source, from its first period to its last
   */
  public static Dataset<Row> table(Dataset<Row> articles, Period period) {
    Dataset<Row> counted =
        articles
            .where(col("period").isNotNull())
            .groupBy("source", "period")
            .agg(count(lit(1)).as("articles"), sum("words").as("words"));
    Dataset<Row> calendar =
        counted
            .groupBy("source")
            .agg(min("period").as("first"), max("period").as("last"))
            .select(
                col("source"),
                explode(sequence(col("first"), col("last"), expr("INTERVAL 1 " + period.name())))
                    .as("period"));
    return calendar
        .join(counted, new String[] {"source", "period"}, "left")
        .withColumn("articles", coalesce(col("articles"), lit(0L)))
        .withColumn("words", coalesce(col("words"), lit(0L)));
  }
}
