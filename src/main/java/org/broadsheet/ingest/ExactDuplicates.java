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
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.table.Cached;
import org.broadsheet.table.RowEncoder;

/**
 * Records that repeat an article: with a body, those of the same content whose source and title, or
 * whose canonical URL, are those of another; without a body, those of the same canonical URL (or of
 * the same source, title and date where there is no address either). The first by file and record
 * number is the article.
 */
final class ExactDuplicates {

  private static final RowEncoder<Duplicate> ROWS =
      RowEncoder.<Duplicate>of("exact_duplicates")
          .column("input_file", STRING, duplicate -> duplicate.candidate.file)
          .column("record_no", LONG, duplicate -> duplicate.candidate.number)
          .column("article_id", STRING, Duplicate::articleId)
          .build();

  /** Up to this many, every task gets the whole list, and no article is shuffled. */
  private static final int FEW = 100_000;

  private final Dataset<Row> rows;
  private final Map<String, Long> perFile;
  private final boolean isMany;

  private ExactDuplicates(Dataset<Row> rows, Map<String, Long> perFile, boolean isMany) {
    this.rows = rows;
    this.perFile = perFile;
    this.isMany = isMany;
  }

  /** A record that repeats an article. */
  private record Duplicate(Candidate candidate, String articleId) {}

  /**
   * A record among others of the same content.
   *
   * @param file the file
   * @param number its number in the file
   * @param articleId its article_id
   * @param title a hash of its source and title
   * @param address its canonical URL, or null
   */
  private record Candidate(String file, long number, String articleId, Long title, String address) {

    private static final Comparator<Candidate> IN_ORDER =
        Comparator.comparing(Candidate::file).thenComparing(Candidate::number);

    static final Column COLUMNS =
        struct(
            col("input_file"),
            col("record_no"),
            col("article_id"),
            xxhash64(col("source"), col("title")).as("title_hash"),
            col("canonical_url"));

    static Candidate of(Row row) {
      return new Candidate(
          row.getAs("input_file"),
          row.getAs("record_no"),
          row.getAs("article_id"),
          row.getAs("title_hash"),
          row.getAs("canonical_url"));
    }
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
                .agg(count(lit(1)).as("copies"), collect_list(Candidate.COLUMNS).as("records"))
                .where(col("copies").gt(1))
                .select("records")
                .flatMap(
                    (FlatMapFunction<Row, Row>)
                        group -> duplicates(group.getList(0)).stream().map(ROWS::row).iterator(),
                    Encoders.row(ROWS.schema())),
            "exact duplicates");
    List<Row> first = rows.takeAsList(FEW + 1);
    return first.size() > FEW
        ? new ExactDuplicates(rows, perFile(rows), true)
        : new ExactDuplicates(spark.createDataFrame(first, ROWS.schema()), perFile(first), false);
  }

  private static Map<String, Long> perFile(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> row.getAs("input_file"), Collectors.counting()));
  }

  private static Map<String, Long> perFile(Dataset<Row> rows) {
    return rows.groupBy("input_file").count().collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getAs("input_file"), row -> row.getAs("count")));
  }

  /** The records that repeat an earlier one, of records with the same content. */
  private static List<Duplicate> duplicates(List<Row> sameContent) {
    List<Candidate> candidates =
        sameContent.stream().map(Candidate::of).sorted(Candidate.IN_ORDER).toList();
    Map<Object, String> articles = new HashMap<>();
    List<Duplicate> duplicates = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String article = articles.getOrDefault(candidate.title, articles.get(candidate.address));
      if (article == null) {
        article = candidate.articleId;
      } else {
        duplicates.add(new Duplicate(candidate, article));
      }
      articles.putIfAbsent(candidate.title, article);
      if (candidate.address != null) {
        articles.putIfAbsent(candidate.address, article);
      }
    }
    return duplicates;
  }

  /** Rows of the table {@code exact_duplicates}. */
  Dataset<Row> table() {
    return rows;
  }

  /** The number of duplicates by file; files without one are left out. */
  Map<String, Long> perFile() {
    return perFile;
  }

  /** The candidates without the duplicates. */
  Dataset<Row> removedFrom(Dataset<Row> candidates) {
    if (perFile.isEmpty()) {
      return candidates;
    }
    Dataset<Row> keys = rows.select("input_file", "record_no");
    return candidates.join(
        isMany ? keys : broadcast(keys), new String[] {"input_file", "record_no"}, "left_anti");
  }
}
