package org.broadsheet.sources;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.table.ShareColumn;

/**
 * The table {@code source_agencies}: which agencies' texts each source printed, and how that is
 * known.
 */
public final class SourceAgencies {

  private static final RowEncoder<Map.Entry<String, Long>> COUNTS =
      RowEncoder.<Map.Entry<String, Long>>unpublished()
          .column("source", STRING, Map.Entry::getKey)
          .column("source_articles", LONG, Map.Entry::getValue)
          .build();

  private SourceAgencies() {}

  /**
   * Computes the table.
   *
   * @param articles accepted articles, with what they are among their copies
   * @param numbers how many articles each source has
   * @return its rows
   */
  public static Dataset<Row> table(Dataset<Row> articles, Map<String, Long> numbers) {
    Dataset<Row> sourceArticles =
        COUNTS.rows(articles.sparkSession(), List.copyOf(numbers.entrySet()));
    Column isMatch = isMatch();
    return articles
        .select(
            col("source"),
            explode(
                    when(isMatch, array(col("copy_group_agency")))
                        .otherwise(array_distinct(col("agencies"))))
                .as("agency"),
            when(isMatch, lit("match")).otherwise(col("agency_evidence")).as("agency_evidence"))
        .groupBy("source", "agency")
        .agg(count(lit(1)).as("articles"), by("byline"), by("dateline"), by("trailer"), by("match"))
        .join(broadcast(sourceArticles), "source")
        .withColumn("share", ShareColumn.of(col("articles"), col("source_articles")));
  }

  /** Articles that name no agency, but are copies of some that do. */
  static Column isMatch() {
    return size(col("agencies")).equalTo(0).and(col("copy_group_agency").isNotNull());
  }

  private static Column by(String evidence) {
    return count_if(col("agency_evidence").equalTo(evidence)).as(evidence + "_articles");
  }
}
