package org.broadsheet.sources;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.broadsheet.copies.CopyRole;
import org.broadsheet.ingest.CorpusProfile;
import org.broadsheet.stats.LexicalDiversity;
import org.broadsheet.stats.ReadingEase;
import org.broadsheet.table.ShareColumn;

/** The table {@code sources}: what each source published. */
public final class Sources {

  private static final Column IS_WHOLE = col("body_status").equalTo("full");
  private static final Column IS_ENGLISH = IS_WHOLE.and(col("language").equalTo("en"));

  private Sources() {}

  /**
   * Computes the table.
   *
   * @param corpus the corpus in a few numbers
   * @param rejected rejected records by the source that they name
   * @param findings what is known about sources
   * @return its rows
   */
  public static Dataset<Row> table(
      CorpusProfile corpus, Map<String, Long> rejected, SourceFindings findings) {
    Dataset<Row> counted =
        findings
            .articles()
            .groupBy("source")
            .agg(
                count(lit(1)).as("articles"),
                min("published_date").as("first_date"),
                max("published_date").as("last_date"),
                sizeOf(collect_set("published_date")).as("active_days"),
                count_if(col("published_date").isNull()).as("undated_articles"),
                dated("instant"),
                dated("local"),
                dated("day"),
                dated("month"),
                count_if(role(CopyRole.SINGLE).or(role(CopyRole.FIRST))).as("originals"),
                count_if(role(CopyRole.COPY)).as("copies"),
                count_if(role(CopyRole.OWN_UPDATE)).as("own_updates"),
                count_if(IS_WHOLE).as("body_articles"),
                sumOf("words", IS_WHOLE).as("words"),
                sumOf("sentences", IS_WHOLE).as("sentences"),
                sumOf("paragraphs", IS_WHOLE).as("paragraphs"),
                wordsAt(0.1).as("words_p10"),
                wordsAt(0.5).as("words_p50"),
                wordsAt(0.9).as("words_p90"),
                sumOf("mattr_windows", IS_WHOLE).as("mattr_windows"),
                sumOf("mattr_types", IS_WHOLE).as("mattr_types"),
                sumOf("words", IS_ENGLISH).as("english_words"),
                sumOf("sentences", IS_ENGLISH).as("english_sentences"),
                sumOf("syllables", IS_ENGLISH).as("english_syllables"),
                count_if(size(col("authors")).gt(0)).as("byline_articles"),
                sizeOf(array_distinct(flatten(collect_set("authors")))).as("authors"),
                count_if(size(col("agencies")).gt(0).or(SourceAgencies.isMatch()))
                    .as("agency_articles"),
                sizeOf(collect_set("language")).as("languages"));
    return withRates(counted.withColumn("corpus_articles", lit(corpus.articles())))
        .join(broadcast(SourceProfiles.rows(corpus, rejected, findings)), "source");
  }

  private static Column dated(String precision) {
    return count_if(col("published_precision").equalTo(precision)).as(precision + "_articles");
  }

  private static Column sizeOf(Column array) {
    return size(array).cast(DataTypes.LongType);
  }

  private static Column role(CopyRole role) {
    return col("copy_role").equalTo(role.label());
  }

  private static Column sumOf(String column, Column where) {
    return coalesce(sum(when(where, col(column))), lit(0L));
  }

  /**
   * A quantile of the words. At tenths it has one decimal; rounding removes the last bits, which
   * differ between versions of Spark.
   */
  private static Column wordsAt(double quantile) {
    return round(percentile(when(IS_WHOLE, col("words")), lit(quantile)), 1);
  }

  private static Dataset<Row> withRates(Dataset<Row> counted) {
    UDF3<Long, Long, Long, Double> flesch = ReadingEase::flesch;
    return counted
        .withColumn("share", ShareColumn.of(col("articles"), col("corpus_articles")))
        .withColumn("byline_share", ShareColumn.of(col("byline_articles"), col("articles")))
        .withColumn("agency_share", ShareColumn.of(col("agency_articles"), col("articles")))
        .withColumn(
            "mattr_100",
            ShareColumn.of(
                col("mattr_types"), col("mattr_windows").multiply(LexicalDiversity.WINDOW)))
        .withColumn(
            "flesch_reading_ease",
            udf(flesch, DataTypes.DoubleType)
                .apply(col("english_words"), col("english_sentences"), col("english_syllables")));
  }
}
