package org.broadsheet.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.copies.OutletCopies;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.stats.Diversity;

/** The table {@code source_pairs}: how alike two outlets are. */
public final class SourcePairs {

  /** Outlets that are compared with one another: pairs grow with the square of their number. */
  private static final int OUTLETS = 100;

  private static final StructType SCHEMA =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("other_source", DataTypes.StringType)
          .add("articles", DataTypes.LongType)
          .add("other_articles", DataTypes.LongType)
          .add("shared_copy_groups", DataTypes.LongType)
          .add("term_divergence", DataTypes.DoubleType)
          .add("topic_divergence", DataTypes.DoubleType);

  private SourcePairs() {}

  /** The outlets of most articles, in the order of their names. */
  static List<String> outlets(Map<String, Long> articles) {
    return articles.keySet().stream()
        .filter(source -> !source.equals(Corpus.UNKNOWN_SOURCE))
        .sorted(Comparator.<String>comparingLong(s -> -articles.get(s)).thenComparing(s -> s))
        .limit(OUTLETS)
        .sorted()
        .toList();
  }

  /**
   * Computes the table.
   *
   * @param spark the session
   * @param articles the articles of each source
   * @param findings what is known of outlets
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(
      SparkSession spark, Map<String, Long> articles, OutletFindings findings) {
    List<String> outlets = findings.compared();
    List<Row> rows = new ArrayList<>();
    for (int other = 1; other < outlets.size(); other++) {
      for (int one = 0; one < other; one++) {
        rows.add(row(outlets.get(one), outlets.get(other), articles, findings));
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static Row row(
      String source, String other, Map<String, Long> articles, OutletFindings findings) {
    OutletCopies copies = findings.copies();
    SourceWords words = findings.words();
    return RowFactory.create(
        source,
        other,
        articles.get(source),
        articles.get(other),
        copies.shared(source, other),
        words == null ? null : words.divergences().get(new SourceWords.Pair(source, other)),
        topicDivergence(findings.topics(source), findings.topics(other)));
  }

  /** Jensen-Shannon; null where one has no article with a topic. */
  static Double topicDivergence(TreeMap<Integer, Long> topics, TreeMap<Integer, Long> others) {
    TreeSet<Integer> all = new TreeSet<>(topics.keySet());
    all.addAll(others.keySet());
    return Diversity.jensenShannon(
        all.stream().mapToLong(topic -> topics.getOrDefault(topic, 0L)).toArray(),
        all.stream().mapToLong(topic -> others.getOrDefault(topic, 0L)).toArray());
  }
}
