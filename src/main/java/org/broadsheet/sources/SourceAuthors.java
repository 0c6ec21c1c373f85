package org.broadsheet.sources;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table {@code source_authors}: who wrote for each source. */
public final class SourceAuthors {

  private SourceAuthors() {}

  /**
   * Computes the table.
   *
   * @param articles accepted articles
   * @return its rows
   */
  public static Dataset<Row> table(Dataset<Row> articles) {
    return articles
        .select(
            col("source"),
            explode(array_distinct(col("authors"))).as("author"),
            col("published_date"),
            col("agencies"))
        .groupBy("source", "author")
        .agg(
            count(lit(1)).as("articles"),
            min("published_date").as("first_date"),
            max("published_date").as("last_date"),
            array_sort(array_distinct(flatten(collect_set("agencies")))).as("agencies"));
  }
}
