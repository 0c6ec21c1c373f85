package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.stats.Quantiles;
import org.broadsheet.table.RowEncoder;

/** The table {@code periods}: how much was published in which period. */
public final class Periods {

  /** With fewer articles, a period says little about how often a word is used. */
  private static final long FEW = 5;

  /** The share of the median below which a period is thin. */
  private static final double THIN = 0.25;

  private static final RowEncoder<PeriodRow> ROWS =
      RowEncoder.<PeriodRow>of("periods")
          .column("period", DATE, PeriodRow::start)
          .column("language", STRING, row -> row.ngrams.language())
          .column("n", INT, row -> row.ngrams.n())
          .column("tokens", LONG, row -> row.all.tokens())
          .column("articles", LONG, row -> row.all.articles())
          .column("is_thin", BOOLEAN, PeriodRow::isThin)
          .build();

  private Periods() {}

  /** The n-grams of a language in a period. */
  private record PeriodRow(
      LocalDate start, NgramClass ngrams, CorpusTotals.Total all, boolean isThin) {}

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @param calendar the periods
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, Calendar calendar) {
    List<PeriodRow> rows = new ArrayList<>();
    for (String language : terms.totals().articlesByLanguage().keySet()) {
      double thin = thin(calendar, language);
      for (int n = 1; n <= terms.settings().ngrams(); n++) {
        NgramClass ngrams = new NgramClass(language, n);
        for (int period = 0; period < calendar.size(); period++) {
          CorpusTotals.Total all = calendar.total(ngrams, period);
          rows.add(new PeriodRow(calendar.start(period), ngrams, all, all.articles() < thin));
        }
      }
    }
    return ROWS.rows(terms.spark(), rows);
  }

  /**
   * The number of articles below which a period is thin: a quarter of the median of the periods
   * that have any.
   */
  private static double thin(Calendar calendar, String language) {
    List<Long> articles =
        IntStream.range(0, calendar.size())
            .mapToObj(period -> calendar.total(new NgramClass(language, 1), period).articles())
            .filter(count -> count > 0)
            .toList();
    return articles.isEmpty() ? FEW : Math.max(FEW, THIN * Quantiles.median(articles));
  }
}
