package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.table.Cached;

/**
 * Records that repeat an article: with a body, those of the same content whose outlet and title, or
 * whose canonical URL, are those of another; without a body, those of the same canonical URL (or of
 * the same outlet, title and date where there is no address either). The first by file and record
 * number is the article.
 */
final class ExactDuplicates {

  private static final StructType SCHEMA =
      new StructType()
          .add("input_file", DataTypes.StringType)
          .add("record_no", DataTypes.LongType)
          .add("article_id", DataTypes.StringType);

  /** Up to this many, every task gets the whole list, and no article is shuffled. */
  private static final int FEW = 100_000;

  private final Dataset<Row> rows;
  private final Map<String, Long> perFile;
  private final boolean many;

  private ExactDuplicates(Dataset<Row> rows, Map<String, Long> perFile, boolean many) {
    this.rows = rows;
    this.perFile = perFile;
    this.many = many;
  }

  /**
   * Finds the duplicates among records that are articles.
   *
   * @param spark the session
   * @param candidates parsed records with outcome article
   * @return the duplicates, persisted
   */
  static ExactDuplicates among(SparkSession spark, Dataset<Row> candidates) {
    Column hasBody = col("body_status").notEqual("none");
    Column content =
        when(hasBody, col("content_hash"))
            .otherwise(coalesce(col("canonical_url"), col("article_id")));
    Dataset<Row> rows =
        Cached.of(
            candidates
                .groupBy(content)
                .agg(
                    count(lit(1)).as("copies"),
                    collect_list(
                            struct(
                                col("input_file"),
                                col("record_no"),
                                col("article_id"),
                                xxhash64(col("source"), col("title")).as("outlet_title"),
                                col("canonical_url")))
                        .as("records"))
                .where(col("copies").gt(1))
                .select("records")
                .flatMap(
                    (FlatMapFunction<Row, Row>) group -> repeats(group.getList(0)),
                    Encoders.row(SCHEMA)));
    List<Row> first = rows.takeAsList(FEW + 1);
    return first.size() > FEW
        ? new ExactDuplicates(rows, perFile(rows), true)
        : new ExactDuplicates(spark.createDataFrame(first, SCHEMA), perFile(first), false);
  }

  private static Map<String, Long> perFile(List<Row> rows) {
    Map<String, Long> perFile = new HashMap<>();
    rows.forEach(row -> perFile.merge(row.getString(0), 1L, Long::sum));
    return perFile;
  }

  private static Map<String, Long> perFile(Dataset<Row> rows) {
    return rows.groupBy("input_file").count().collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  /** Of records with the same content, those that repeat an earlier one. */
  private static Iterator<Row> repeats(List<Row> sameContent) {
    List<Row> records = new ArrayList<>(sameContent);
    records.sort(
        Comparator.comparing((Row record) -> record.getString(0)).thenComparing(r -> r.getLong(1)));
    Map<Object, String> articles = new HashMap<>();
    List<Row> repeats = new ArrayList<>();
    for (Row record : records) {
      Object byTitle = record.getLong(3);
      Object byAddress = record.getString(4);
      String article = articles.getOrDefault(byTitle, articles.get(byAddress));
      if (article == null) {
        article = record.getString(2);
      } else {
        repeats.add(RowFactory.create(record.getString(0), record.getLong(1), article));
      }
      articles.putIfAbsent(byTitle, article);
      if (byAddress != null) {
        articles.putIfAbsent(byAddress, article);
      }
    }
    return repeats.iterator();
  }

  /** The rows of the table: input_file, record_no, article_id. */
  Dataset<Row> rows() {
    return rows;
  }

  Map<String, Long> perFile() {
    return perFile;
  }

  /** The records that are left. */
  Dataset<Row> removedFrom(Dataset<Row> candidates) {
    if (perFile.isEmpty()) {
      return candidates;
    }
    Dataset<Row> keys = rows.select("input_file", "record_no");
    return candidates.join(
        many ? keys : broadcast(keys), new String[] {"input_file", "record_no"}, "left_anti");
  }
}
