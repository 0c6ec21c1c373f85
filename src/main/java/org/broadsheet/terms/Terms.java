package org.broadsheet.terms;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.stats.Dispersion;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.ComputedRows;
import org.broadsheet.text.Place;

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
          .add("copy_groups", DataTypes.LongType)
          .add("sources", DataTypes.LongType)
          .add("corpus_tokens", DataTypes.LongType)
          .add("corpus_articles", DataTypes.LongType)
          .add("tf_per_million", DataTypes.DoubleType)
          .add("df_share", DataTypes.DoubleType)
          .add("idf", DataTypes.DoubleType)
          .add("dp_sources", DataTypes.DoubleType)
          .add("dp_sources_norm", DataTypes.DoubleType)
          .add("dp_periods", DataTypes.DoubleType)
          .add("dp_periods_norm", DataTypes.DoubleType)
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
    Broadcast<Corpus> corpus = terms.shared(Corpus.of(terms));
    return ComputedRows.of(
            terms.spark(), terms.counts().map(term -> corpus.value().row(term)), SCHEMA)
        .withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy("language", "n")
                        .orderBy(col("tf").desc(), col("df").desc(), col("term"))));
  }

  static LocalDate date(Integer day) {
    return day == null ? null : LocalDate.ofEpochDay(day);
  }

  /** What a task needs to know of the whole corpus, of its outlets and of its periods. */
  private record Corpus(
      HashMap<Totals.Of, Totals.Sum> sums, Repeats repeats, Spread sources, Spread periods)
      implements Serializable {

    static Corpus of(CountedTerms terms) {
      Totals totals = terms.totals();
      return new Corpus(
          totals.byLanguage(),
          terms.repeats(),
          Spread.over(totals.by(Place::source)),
          Spread.over(totals.by(Place::period)));
    }

    Row row(TermCounts term) {
      TermCounts.Key key = term.key();
      Totals.Sum whole = sums.get(key.ofCorpus());
      Dispersion overSources = sources.of(key, term.bySource());
      Dispersion overPeriods = periods.of(key, term.byPeriod());
      return RowFactory.create(
          key.language(),
          key.n(),
          key.term(),
          term.surface(),
          term.tf(),
          term.df(),
          term.df() - repeats.of(key),
          term.outlets(),
          whole.tokens(),
          whole.countedArticles(),
          Rates.perMillion(term.tf(), whole.tokens()),
          Rates.share(term.df(), whole.countedArticles()),
          Rates.idf(whole.countedArticles(), term.df()),
          overSources.dp(),
          overSources.dpNorm(),
          overPeriods == null ? null : overPeriods.dp(),
          overPeriods == null ? null : overPeriods.dpNorm(),
          date(term.firstDay()),
          date(term.lastDay()));
    }
  }

  /** The sizes of parts, by language and n. */
  private record Spread(HashMap<Totals.Of, Totals.Sum> sums, HashMap<Kind, Dispersion.Parts> parts)
      implements Serializable {

    static Spread over(HashMap<Totals.Of, Totals.Sum> sums) {
      HashMap<Kind, Dispersion.Parts> parts = new HashMap<>();
      sums.forEach(
          (of, sum) ->
              parts.merge(
                  new Kind(of.language(), of.n()),
                  Dispersion.Parts.of(sum.tokens()),
                  Dispersion.Parts::plus));
      return new Spread(sums, parts);
    }

    /** The dispersion of a term; null if it is in no part. */
    Dispersion of(TermCounts.Key key, Map<?, TermCounts.Count> counts) {
      if (counts.isEmpty()) {
        return null;
      }
      // In the order of the parts, so that the sum has the same digits on every machine.
      TreeMap<?, TermCounts.Count> ordered = new TreeMap<>(counts);
      return Dispersion.of(
          ordered.values().stream().mapToLong(TermCounts.Count::tf).toArray(),
          ordered.keySet().stream().mapToLong(tokens(key)).toArray(),
          parts.get(Kind.of(key)));
    }

    private ToLongFunction<Object> tokens(TermCounts.Key key) {
      return part -> sums.get(new Totals.Of(key.language(), key.n(), part)).tokens();
    }
  }
}
