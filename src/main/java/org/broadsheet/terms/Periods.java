package org.broadsheet.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.stats.Quantiles;

/** The table {@code periods}: how much was published when. */
public final class Periods {

  /** A period with fewer articles than this tells little about how often a word is used. */
  private static final long FEW = 5;

  private static final double THIN = 0.25;

  private static final StructType SCHEMA =
      new StructType()
          .add("period", DataTypes.DateType)
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("tokens", DataTypes.LongType)
          .add("articles", DataTypes.LongType)
          .add("is_thin", DataTypes.BooleanType);

  private Periods() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @param calendar the periods
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(CountedTerms terms, Calendar calendar) {
    List<Row> rows = new ArrayList<>();
    for (String language : terms.totals().articlesByLanguage().keySet()) {
      double thin = thin(calendar, language);
      for (int n = 1; n <= terms.settings().ngrams(); n++) {
        for (int period = 0; period < calendar.size(); period++) {
          Totals.Sum sum = calendar.sum(new Kind(language, n), period);
          rows.add(
              RowFactory.create(
                  calendar.start(period),
                  language,
                  n,
                  sum.tokens(),
                  sum.articles(),
                  sum.articles() < thin));
        }
      }
    }
    return terms.spark().createDataFrame(rows, SCHEMA);
  }

  /** The articles below which a period is thin: a quarter of the median of those with any. */
  private static double thin(Calendar calendar, String language) {
    List<Long> articles =
        IntStream.range(0, calendar.size())
            .mapToObj(period -> calendar.sum(new Kind(language, 1), period).articles())
            .filter(count -> count > 0)
            .toList();
    return articles.isEmpty() ? FEW : Math.max(FEW, THIN * Quantiles.median(articles));
  }
}
