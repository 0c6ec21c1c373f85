package org.broadsheet.terms;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.DuplicateDf;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.Dispersion;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;

/** The table {@code terms}: the published terms over the whole corpus. */
public final class Terms {

  private static final RowEncoder<TermOfCorpus> ROWS =
      RowEncoder.<TermOfCorpus>of("terms")
          .column("language", STRING, row -> row.counts.key().language())
          .column("n", INT, row -> row.counts.key().n())
          .column("term", STRING, row -> row.counts.key().term())
          .column("surface", STRING, row -> row.counts.surface())
          .column("tf", LONG, TermOfCorpus::tf)
          .column("df", LONG, TermOfCorpus::df)
          .column("copy_groups", LONG, row -> row.df - row.repeats)
          .column("sources", LONG, row -> row.counts.outlets())
          .column("corpus_tokens", LONG, row -> row.all.tokens())
          .column("corpus_articles", LONG, row -> row.all.countedArticles())
          .column("tf_per_million", DOUBLE, row -> Rates.perMillion(row.tf, row.all.tokens()))
          .column("df_share", DOUBLE, row -> Rates.share(row.df, row.all.countedArticles()))
          .column("idf", DOUBLE, row -> Rates.idf(row.all.countedArticles(), row.df))
          .column("dp_sources", DOUBLE, row -> row.overSources.dp())
          .column("dp_sources_norm", DOUBLE, row -> row.overSources.dpNorm())
          .column("dp_periods", DOUBLE, TermOfCorpus::dpPeriods)
          .column("dp_periods_norm", DOUBLE, TermOfCorpus::dpPeriodsNorm)
          .column("first_date", DATE, row -> date(row.counts.firstDay()))
          .column("last_date", DATE, row -> date(row.counts.lastDay()))
          .addedLater("rank")
          .build();

  private Terms() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms) {
    Broadcast<Corpus> corpus = terms.shared(Corpus.of(terms));
    return ROWS.rows(terms.spark(), terms.counts().map(term -> corpus.value().row(term)))
        .withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy("language", "n")
                        .orderBy(col("tf").desc(), col("df").desc(), col("term"))));
  }

  private static LocalDate date(Integer day) {
    return day == null ? null : LocalDate.ofEpochDay(day);
  }

  /** What a task needs to know of the whole corpus, of its outlets and of its periods. */
  private record Corpus(
      HashMap<CorpusTotals.Of, CorpusTotals.Sum> sums,
      DuplicateDf repeats,
      Spread sources,
      Spread periods)
      implements Serializable {

    static Corpus of(CountedTerms terms) {
      CorpusTotals totals = terms.totals();
      return new Corpus(
          totals.byLanguage(),
          terms.repeats(),
          Spread.over(totals.by(GroupKey::source)),
          Spread.over(totals.by(GroupKey::period)));
    }

    TermOfCorpus row(TermStats term) {
      TermStats.Key key = term.key();
      return new TermOfCorpus(
          term,
          term.tf(),
          term.df(),
          repeats.of(key),
          sums.get(key.ofCorpus()),
          sources.of(key, term.bySource()),
          periods.of(key, term.byPeriod()));
    }
  }

  /**
   * A term in the whole corpus.
   *
   * @param all the terms of its language and n
   * @param overPeriods null if no article with the term has a date
   */
  private record TermOfCorpus(
      TermStats counts,
      long tf,
      long df,
      long repeats,
      CorpusTotals.Sum all,
      Dispersion overSources,
      Dispersion overPeriods) {

    Double dpPeriods() {
      return overPeriods == null ? null : (Double) overPeriods.dp();
    }

    Double dpPeriodsNorm() {
      return overPeriods == null ? null : overPeriods.dpNorm();
    }
  }

  /** The sizes of parts, by language and n. */
  private record Spread(
      HashMap<CorpusTotals.Of, CorpusTotals.Sum> sums, HashMap<NgramClass, Dispersion.Parts> parts)
      implements Serializable {

    static Spread over(HashMap<CorpusTotals.Of, CorpusTotals.Sum> sums) {
      HashMap<NgramClass, Dispersion.Parts> parts = new HashMap<>();
      sums.forEach(
          (of, sum) ->
              parts.merge(
                  new NgramClass(of.language(), of.n()),
                  Dispersion.Parts.of(sum.tokens()),
                  Dispersion.Parts::plus));
      return new Spread(sums, parts);
    }

    /** The dispersion of a term; null if it is in no part. */
    Dispersion of(TermStats.Key key, Map<?, TermStats.Count> counts) {
      if (counts.isEmpty()) {
        return null;
      }
      // In the order of the parts, so that the sum has the same digits on every machine.
      TreeMap<?, TermStats.Count> ordered = new TreeMap<>(counts);
      return Dispersion.of(
          ordered.values().stream().mapToLong(TermStats.Count::tf).toArray(),
          ordered.keySet().stream().mapToLong(tokens(key)).toArray(),
          parts.get(NgramClass.of(key)));
    }

    private ToLongFunction<Object> tokens(TermStats.Key key) {
      return part -> sums.get(new CorpusTotals.Of(key.language(), key.n(), part)).tokens();
    }
  }
}
