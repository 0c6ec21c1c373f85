package org.broadsheet.sources;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.stats.LevelShift;
import org.broadsheet.stats.Quantiles;

/**
 * How many articles of a source the corpus has, week by week. It tells whether articles are missing
 * from the corpus: a fall of a term may then merely reflect fewer articles.
 *
 * @param firstWeek the Monday of the week of the first article in a period
 * @param articles in each week from the first to the last
 */
record PublicationRate(LocalDate firstWeek, long[] articles) implements Serializable {

  /** With fewer weeks, no number is known to be usual. */
  private static final int FEWEST_WEEKS = 8;

  /** A week with less than this share of the usual number is a gap. */
  private static final double GAP = 0.25;

  /**
   * With articles in less than this share of its weeks, no number is usual. One wrong date, years
   * before the others, has the same effect.
   */
  private static final double RARE = 0.2;

  private static final double SIGNIFICANT = 0.01;

  /**
   * The rates of the sources of a corpus.
   *
   * @param articles accepted articles
   * @return by source; sources without an article in a period are left out
   */
  static HashMap<String, PublicationRate> bySource(Dataset<Row> articles) {
    Map<String, TreeMap<LocalDate, Long>> weeks = new HashMap<>();
    articles
        .where(col("period").isNotNull())
        .groupBy(col("source"), trunc(col("published_date"), "week").as("week"))
        .agg(count(lit(1)).as("articles"))
        .collectAsList()
        .forEach(
            row ->
                weeks
                    .computeIfAbsent(row.getAs("source"), s -> new TreeMap<>())
                    .put(row.getAs("week"), row.getAs("articles")));
    HashMap<String, PublicationRate> rates = new HashMap<>();
    weeks.forEach((source, counts) -> rates.put(source, of(counts)));
    return rates;
  }

  /** The rate of a source, by the articles of each week that has any. */
  static PublicationRate of(TreeMap<LocalDate, Long> weeks) {
    LocalDate first = weeks.firstKey();
    long[] articles = new long[(int) ChronoUnit.WEEKS.between(first, weeks.lastKey()) + 1];
    weeks.forEach((week, count) -> articles[(int) ChronoUnit.WEEKS.between(first, week)] = count);
    return new PublicationRate(first, articles);
  }

  /** The median of the weeks with an article; null for few weeks, and where such weeks are rare. */
  Double expectedPerWeek() {
    List<Long> active = Arrays.stream(articles).filter(count -> count > 0).boxed().toList();
    return articles.length < FEWEST_WEEKS || active.size() < RARE * articles.length
        ? null
        : Quantiles.median(active);
  }

  /** The gap weeks between the first and the last; null where no number is usual. */
  List<LocalDate> gapWeeks() {
    Double expected = expectedPerWeek();
    return expected == null
        ? null
        : IntStream.range(1, articles.length - 1)
            .filter(week -> articles[week] < GAP * expected)
            .mapToObj(firstWeek::plusWeeks)
            .toList();
  }

  /** The number of gap weeks; null where no number is usual. */
  Long gaps() {
    List<LocalDate> gaps = gapWeeks();
    return gaps == null ? null : (Long) (long) gaps.size();
  }

  /**
   * Where the number of articles changes for good, by Pettitt's test with p below .01. The first
   * and the last week are left out, since they may not be whole.
   *
   * @return null if there is no such week, or no number is usual
   */
  Shift levelShift() {
    LevelShift shift =
        articles.length < FEWEST_WEEKS + 2 || expectedPerWeek() == null
            ? null
            : LevelShift.of(Arrays.copyOfRange(articles, 1, articles.length - 1));
    return shift == null || shift.p() >= SIGNIFICANT
        ? null
        : new Shift(firstWeek.plusWeeks(shift.at() + 1L), shift);
  }

  /**
   * A change of the number of articles in a week.
   *
   * @param week the first one of the new level
   */
  record Shift(LocalDate week, LevelShift level) {}
}
