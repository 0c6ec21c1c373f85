package org.broadsheet.copies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.measure.Quantiles;

/** The table {@code copy_flows}: which outlet printed what another had printed first. */
public final class CopyFlows {

  private static final StructType SCHEMA =
      new StructType()
          .add("from_source", DataTypes.StringType)
          .add("to_source", DataTypes.StringType)
          .add("articles", DataTypes.LongType)
          .add("latency_articles", DataTypes.LongType)
          .add("latency_hours_p50", DataTypes.DoubleType);

  private static final double SECONDS_IN_HOUR = 3_600;

  private CopyFlows() {}

  /**
   * Computes the table.
   *
   * @param copies the copies
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(Copies copies) {
    Map<String, Map<String, Flow>> flows = new TreeMap<>();
    for (CopyGroup group : copies.groups()) {
      CopyMember first = group.first();
      if (first != null && first.source() != null) {
        Map<String, Flow> from = flows.computeIfAbsent(first.source(), s -> new TreeMap<>());
        group
            .copies()
            .filter(copy -> copy.source() != null)
            .forEach(copy -> from.computeIfAbsent(copy.source(), s -> new Flow()).add(first, copy));
      }
    }
    List<Row> rows = new ArrayList<>();
    flows.forEach((from, all) -> all.forEach((to, flow) -> rows.add(flow.row(from, to))));
    return copies.spark().createDataFrame(rows, SCHEMA);
  }

  /** The copies that one outlet has from another. */
  private static final class Flow {
    private final List<Double> hours = new ArrayList<>();
    private long articles;

    void add(CopyMember first, CopyMember copy) {
      articles++;
      Double later = hoursBetween(first, copy);
      if (later != null) {
        hours.add(later);
      }
    }

    Row row(String from, String to) {
      return RowFactory.create(from, to, articles, (long) hours.size(), Quantiles.median(hours));
    }
  }

  /** Hours from one article to another; null unless both instants are known. */
  static Double hoursBetween(CopyMember article, CopyMember later) {
    return article.at() == null || later.at() == null
        ? null
        : Duration.between(article.at(), later.at()).toSeconds() / SECONDS_IN_HOUR;
  }
}
