package org.broadsheet.copies;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.stats.Quantiles;
import org.broadsheet.table.RowEncoder;

/** The table {@code copy_flows}: which source printed what another had printed first. */
public final class CopyFlows {

  private static final RowEncoder<Flow> ROWS =
      RowEncoder.<Flow>of("copy_flows")
          .column("from_source", STRING, flow -> flow.from)
          .column("to_source", STRING, flow -> flow.to)
          .column("articles", LONG, flow -> flow.articles)
          .column("latency_articles", LONG, flow -> (long) flow.hours.size())
          .column("latency_hours_p50", DOUBLE, flow -> Quantiles.median(flow.hours))
          .build();

  private static final double SECONDS_IN_HOUR = 3_600;

  private CopyFlows() {}

  /**
   * Computes the table.
   *
   * @param copies the copies
   * @return its rows
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
            .forEach(
                copy ->
                    from.computeIfAbsent(copy.source(), to -> new Flow(first.source(), to))
                        .add(first, copy));
      }
    }
    return ROWS.rows(
        copies.spark(), flows.values().stream().flatMap(to -> to.values().stream()).toList());
  }

  /** The copies that one source has from another. */
  private static final class Flow {
    private final String from;
    private final String to;
    private final DoubleArrayList hours = new DoubleArrayList();
    private long articles;

    Flow(String from, String to) {
      this.from = from;
      this.to = to;
    }

    void add(CopyMember first, CopyMember copy) {
      articles++;
      Double later = hoursBetween(first, copy);
      if (later != null) {
        hours.add(later.doubleValue());
      }
    }
  }

  /** Hours from one article to another; null unless both instants are known. */
  static Double hoursBetween(CopyMember article, CopyMember later) {
    return article.at() == null || later.at() == null
        ? null
        : Duration.between(article.at(), later.at()).toSeconds() / SECONDS_IN_HOUR;
  }
}
