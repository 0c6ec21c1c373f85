package org.broadsheet.sources;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.measure.Rates;

/** The table {@code sources}: what each outlet published. */
public final class Sources {

  private Sources() {}

  /**
   * Computes the table.
   *
   * @param articles accepted articles
   * @param corpusArticles how many there are
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Dataset<Row> articles, long corpusArticles) {
    Column whole = col("body_status").equalTo("full");
    Column words = when(whole, col("words"));
    return articles
        .groupBy("source")
        .agg(
            count(lit(1)).as("articles"),
            min("published_date").as("first_date"),
            max("published_date").as("last_date"),
            size(collect_set("published_date")).as("active_days"),
            count_if(col("published_date").isNull()).as("undated_articles"),
            count_if(precision("instant")).as("instant_articles"),
            count_if(precision("local")).as("local_articles"),
            count_if(precision("day")).as("day_articles"),
            count_if(precision("month")).as("month_articles"),
            count_if(whole).as("body_articles"),
            sum(when(whole, col("words")).otherwise(0)).as("words"),
            sum(when(whole, col("sentences")).otherwise(0)).as("sentences"),
            sum(when(whole, col("paragraphs")).otherwise(0)).as("paragraphs"),
            percentile(words, lit(0.1)).as("words_p10"),
            percentile(words, lit(0.5)).as("words_p50"),
            percentile(words, lit(0.9)).as("words_p90"),
            count_if(size(col("authors")).gt(0)).as("byline_articles"),
            count_if(size(col("agencies")).gt(0)).as("agency_articles"),
            size(collect_set("language")).as("languages"),
            size(array_distinct(flatten(collect_set("authors")))).as("authors"))
        .withColumn("corpus_articles", lit(corpusArticles))
        .withColumn("share", Rates.share(col("articles"), col("corpus_articles")))
        .withColumn("byline_share", Rates.share(col("byline_articles"), col("articles")))
        .withColumn("agency_share", Rates.share(col("agency_articles"), col("articles")));
  }

  private static Column precision(String label) {
    return col("published_precision").equalTo(label);
  }
}
