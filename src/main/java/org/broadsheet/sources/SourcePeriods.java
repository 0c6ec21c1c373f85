package org.broadsheet.sources;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.broadsheet.table.ColumnType.BOOLEAN;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.broadsheet.copies.CopyRole;
import org.broadsheet.ingest.Period;
import org.broadsheet.table.RowEncoder;

/** The table {@code source_periods}: each source over time, periods without an article included. */
public final class SourcePeriods {

  private static final RowEncoder<Flags> FLAGS =
      RowEncoder.<Flags>unpublished()
          .column("is_gap", BOOLEAN, Flags::isGap)
          .column("is_level_shift", BOOLEAN, Flags::isLevelShift)
          .build();

  /** What is unusual about a period; nulls where the source has too few weeks to tell. */
  private record Flags(Boolean isGap, Boolean isLevelShift) {}

  private SourcePeriods() {}

  /**
   * Computes the table.
   *
   * @param findings what is known about sources
   * @param period the length of a period
   * @return its rows: for every source, from its first period to its last
   */
  public static Dataset<Row> table(SourceFindings findings, Period period) {
    Dataset<Row> counted =
        findings
            .articles()
            .where(col("period").isNotNull())
            .groupBy("source", "period")
            .agg(
                count(lit(1)).as("articles"),
                sum("words").as("words"),
                count_if(col("copy_role").equalTo(CopyRole.COPY.label())).as("copies"),
                count_if(col("copy_role").equalTo(CopyRole.OWN_UPDATE.label())).as("own_updates"));
    Dataset<Row> calendar =
        counted
            .groupBy("source")
            .agg(min("period").as("first"), max("period").as("last"))
            .select(
                col("source"),
                explode(sequence(col("first"), col("last"), expr("INTERVAL 1 " + period.name())))
                    .as("period"));
    Dataset<Row> filled = calendar.join(counted, new String[] {"source", "period"}, "left");
    for (String column : List.of("articles", "words", "copies", "own_updates")) {
      filled = filled.withColumn(column, coalesce(col(column), lit(0L)));
    }
    return flagged(filled, findings.rates(), period);
  }

  /** What is unusual about the rate of a source; nulls where it has too few weeks to tell. */
  private record UnusualWeeks(HashSet<LocalDate> gapWeeks, LocalDate shiftWeek)
      implements Serializable {

    static UnusualWeeks of(PublicationRate rate) {
      List<LocalDate> gaps = rate.gapWeeks();
      PublicationRate.Shift shift = rate.levelShift();
      return new UnusualWeeks(
          gaps == null ? null : new HashSet<>(gaps), shift == null ? null : shift.week());
    }

    Flags flags(LocalDate period, LocalDate next) {
      return gapWeeks == null
          ? new Flags(null, null)
          : new Flags(isGap(gapWeeks, period, next), isIn(shiftWeek, period, next));
    }
  }

  private static Dataset<Row> flagged(
      Dataset<Row> periods, HashMap<String, PublicationRate> rates, Period length) {
    HashMap<String, UnusualWeeks> marks = new HashMap<>();
    rates.forEach((source, rate) -> marks.put(source, UnusualWeeks.of(rate)));
    // It lives as long as the run: the rows are computed when the table is written.
    Broadcast<HashMap<String, UnusualWeeks>> known =
        JavaSparkContext.fromSparkContext(periods.sparkSession().sparkContext()).broadcast(marks);
    UDF2<String, LocalDate, Row> flags =
        (source, period) -> FLAGS.row(known.value().get(source).flags(period, length.next(period)));
    return periods
        .withColumn("flags", udf(flags, FLAGS.schema()).apply(col("source"), col("period")))
        .withColumn("is_gap", col("flags.is_gap"))
        .withColumn("is_level_shift", col("flags.is_level_shift"));
  }

  /** Whether at least half of the days of a period are in gap weeks. */
  static boolean isGap(Set<LocalDate> gapWeeks, LocalDate period, LocalDate next) {
    long days = ChronoUnit.DAYS.between(period, next);
    long inGaps =
        period.datesUntil(next).filter(day -> gapWeeks.contains(Period.WEEK.start(day))).count();
    return 2 * inGaps >= days;
  }

  private static boolean isIn(LocalDate day, LocalDate period, LocalDate next) {
    return day != null && !day.isBefore(period) && day.isBefore(next);
  }
}
