package org.broadsheet.terms;

import java.util.Iterator;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.table.ComputedRows;

/**
 * The table {@code term_sources}: the terms of each outlet beside those of the rest of the corpus.
 */
public final class TermSources {

  private static final StructType SCHEMA =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("tf", DataTypes.LongType)
          .add("df", DataTypes.LongType)
          .add("source_tokens", DataTypes.LongType)
          .add("source_articles", DataTypes.LongType)
          .add("tf_per_million", DataTypes.DoubleType)
          .add("rest_tf", DataTypes.LongType)
          .add("rest_df", DataTypes.LongType)
          .add("rest_tokens", DataTypes.LongType)
          .add("rest_articles", DataTypes.LongType);

  private TermSources() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(CountedTerms terms) {
    Broadcast<? extends Map<Totals.Of, Totals.Sum>> corpus =
        terms.shared(terms.totals().byLanguage());
    Broadcast<? extends Map<Totals.Of, Totals.Sum>> sources =
        terms.shared(terms.totals().bySource());
    return ComputedRows.of(
        terms.spark(),
        terms.counts().flatMap(term -> rows(term, corpus.value(), sources.value())),
        SCHEMA);
  }

  private static Iterator<Row> rows(
      TermCounts term, Map<Totals.Of, Totals.Sum> corpus, Map<Totals.Of, Totals.Sum> sources) {
    TermCounts.Key key = term.key();
    Totals.Sum whole = corpus.get(new Totals.Of(key.language(), key.n(), null));
    return term.bySource().entrySet().stream()
        .map(
            entry -> {
              String source = entry.getKey();
              Totals.Sum own = sources.get(new Totals.Of(key.language(), key.n(), source));
              return row(source, term, entry.getValue(), own, whole.minus(own));
            })
        .iterator();
  }

  private static Row row(
      String source, TermCounts term, TermCounts.Count count, Totals.Sum own, Totals.Sum rest) {
    return RowFactory.create(
        source,
        term.key().language(),
        term.key().n(),
        term.key().term(),
        count.tf(),
        count.df(),
        own.tokens(),
        own.countedArticles(),
        Rates.perMillion(count.tf(), own.tokens()),
        term.tf() - count.tf(),
        term.df() - count.df(),
        rest.tokens(),
        rest.countedArticles());
  }
}
