package org.broadsheet.terms;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.table.ComputedRows;

/** The table {@code terms}: the published terms over the whole corpus. */
public final class Terms {

  private static final StructType SCHEMA =
      new StructType()
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("surface", DataTypes.StringType)
          .add("tf", DataTypes.LongType)
          .add("df", DataTypes.LongType)
          .add("sources", DataTypes.LongType)
          .add("corpus_tokens", DataTypes.LongType)
          .add("corpus_articles", DataTypes.LongType)
          .add("tf_per_million", DataTypes.DoubleType)
          .add("df_share", DataTypes.DoubleType)
          .add("idf", DataTypes.DoubleType)
          .add("first_date", DataTypes.DateType)
          .add("last_date", DataTypes.DateType);

  private Terms() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(CountedTerms terms) {
    Broadcast<? extends Map<Totals.Of, Totals.Sum>> corpus =
        terms.shared(terms.totals().byLanguage());
    return ComputedRows.of(
            terms.spark(), terms.counts().map(term -> row(term, corpus.value())), SCHEMA)
        .withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy("language", "n")
                        .orderBy(col("tf").desc(), col("df").desc(), col("term"))));
  }

  private static Row row(TermCounts term, Map<Totals.Of, Totals.Sum> corpus) {
    TermCounts.Key key = term.key();
    Totals.Sum whole = corpus.get(new Totals.Of(key.language(), key.n(), null));
    return RowFactory.create(
        key.language(),
        key.n(),
        key.term(),
        term.surface(),
        term.tf(),
        term.df(),
        term.outlets(),
        whole.tokens(),
        whole.countedArticles(),
        Rates.perMillion(term.tf(), whole.tokens()),
        Rates.share(term.df(), whole.countedArticles()),
        Rates.idf(whole.countedArticles(), term.df()),
        date(term.firstDay()),
        date(term.lastDay()));
  }

  static LocalDate date(Integer day) {
    return day == null ? null : LocalDate.ofEpochDay(day);
  }
}
