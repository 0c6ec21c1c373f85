package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.size;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which fields the articles of a corpus have, and what of the input gave them. */
public final class FieldCoverage {

  private final Dataset<Row> articles;

  FieldCoverage(Dataset<Row> articles) {
    this.articles = articles;
  }

  /**
   * Which fields of the input gave which of an article. Only articles of a sample keep it.
   *
   * @return articles by mapping and the fields that it took
   */
  public Map<String, Long> mappings() {
    return countedBy("mapping");
  }

  /**
   * How much of the articles' bodies there is.
   *
   * @return articles by the status of their body
   */
  public Map<String, Long> bodies() {
    return countedBy("body_status");
  }

  private Map<String, Long> countedBy(String column) {
    Map<String, Long> counts = new TreeMap<>();
    articles
        .where(col(column).isNotNull())
        .groupBy(column)
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getAs(column), row.getAs("count")));
    return counts;
  }

  /**
   * How many articles have which fields.
   *
   * @return articles by field, in the order of an article
   */
  public Map<String, Long> filled() {
    Map<String, Column> fields = new LinkedHashMap<>();
    for (String field : List.of("title", "url", "byline", "published_date", "section")) {
      fields.put(field, col(field).isNotNull());
    }
    fields.put("body", col("body_status").notEqual("none"));
    fields.put("source", col("source").notEqual(Corpus.UNKNOWN_SOURCE));
    fields.put("agencies", size(col("agencies")).gt(0));
    Column[] counts =
        fields.entrySet().stream()
            .map(field -> count_if(field.getValue()).as(field.getKey()))
            .toArray(Column[]::new);
    Row row = articles.agg(counts[0], Arrays.copyOfRange(counts, 1, counts.length)).first();
    Map<String, Long> filled = new LinkedHashMap<>();
    fields.keySet().forEach(field -> filled.put(field, row.getAs(field)));
    return filled;
  }
}
