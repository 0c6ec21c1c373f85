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
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.broadsheet.counting.CorpusSlice;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.DuplicateDf;
import org.broadsheet.counting.Frequency;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.Dispersion;
import org.broadsheet.stats.Rates;
import org.broadsheet.stats.TermWeight;
import org.broadsheet.table.RowEncoder;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code terms}: the published terms over the whole corpus. */
public final class Terms {

  private static final RowEncoder<TermOfCorpus> ROWS =
      RowEncoder.<TermOfCorpus>of("terms")
          .column("language", STRING, row -> row.stats.key().language())
          .column("n", INT, row -> row.stats.key().n())
          .column("term", STRING, row -> row.stats.key().term())
          .column("surface", STRING, row -> row.stats.surface())
          .column("tf", LONG, row -> row.all.tf())
          .column("df", LONG, row -> row.all.df())
          .column("copy_groups", LONG, row -> row.all.df() - row.duplicateDf)
          .column("sources", LONG, row -> row.stats.sources())
          .column("corpus_tokens", LONG, row -> row.corpus.tokens())
          .column("corpus_articles", LONG, row -> row.corpus.countedArticles())
          .column("tf_per_million", DOUBLE, TermOfCorpus::tfPerMillion)
          .column("df_share", DOUBLE, TermOfCorpus::dfShare)
          .column("idf", DOUBLE, TermOfCorpus::idf)
          .column("dp_sources", DOUBLE, row -> row.overSources.dp())
          .column("dp_sources_norm", DOUBLE, row -> row.overSources.dpNorm())
          .column("dp_periods", DOUBLE, TermOfCorpus::dpPeriods)
          .column("dp_periods_norm", DOUBLE, TermOfCorpus::dpPeriodsNorm)
          .column("first_date", DATE, row -> date(row.stats.firstDay()))
          .column("last_date", DATE, row -> date(row.stats.lastDay()))
          .addedLater("rank")
          .build();

  private Terms() {}

  /**
   * A term in the whole corpus.
   *
   * @param all its frequency
   * @param duplicateDf its df in duplicates
   * @param corpus the size of the corpus
   * @param overPeriods null if no article with the term has a date
   */
  private record TermOfCorpus(
      TermStats stats,
      Frequency all,
      long duplicateDf,
      Total corpus,
      Dispersion overSources,
      Dispersion overPeriods) {

    Double tfPerMillion() {
      return Rates.perMillion(all.tf(), corpus.tokens());
    }

    Double dfShare() {
      return Rates.share(all.df(), corpus.countedArticles());
    }

    double idf() {
      return TermWeight.idf(all.df(), corpus.countedArticles());
    }

    Double dpPeriods() {
      return overPeriods == null ? null : (Double) overPeriods.dp();
    }

    Double dpPeriodsNorm() {
      return overPeriods == null ? null : overPeriods.dpNorm();
    }
  }

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms) {
    Broadcast<Measures> measures = terms.broadcast(Measures.of(terms));
    JavaRDD<TermOfCorpus> rows =
        terms
            .published()
            .zipPartitions(
                terms.duplicateDf(), (part, duplicates) -> measures.value().rows(part, duplicates));
    return ROWS.rows(terms.spark(), rows)
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

  /** What a task needs to know of the corpus, of its sources and of its periods. */
  private record Measures(
      HashMap<NgramClass, Total> corpus, PartSizes<String> sources, PartSizes<Integer> periods)
      implements Serializable {

    static Measures of(CountedTerms terms) {
      CorpusTotals totals = terms.totals();
      return new Measures(
          totals.byClass(),
          PartSizes.of(totals.by(GroupKey::source)),
          PartSizes.of(totals.by(GroupKey::period)));
    }

    /** The rows of a partition, which comes with one element about its duplicates. */
    Iterator<TermOfCorpus> rows(Iterator<TermStats> terms, Iterator<DuplicateDf> duplicates) {
      DuplicateDf duplicateDf = duplicates.next();
      return CollectionConverters.asJava(
          CollectionConverters.asScala(terms).map(term -> row(term, duplicateDf)));
    }

    private TermOfCorpus row(TermStats term, DuplicateDf duplicateDf) {
      NgramClass ngrams = term.key().ngrams();
      return new TermOfCorpus(
          term,
          new Frequency(term.tf(), term.df()),
          duplicateDf.of(term.key()),
          corpus.get(ngrams),
          sources.dispersion(ngrams, term.bySource()),
          periods.dispersion(ngrams, term.byPeriod()));
    }
  }

  /** The sizes of the parts of the corpus, by language and n: of each part, and of all. */
  private record PartSizes<K>(
      HashMap<CorpusSlice<K>, Total> sizes, HashMap<NgramClass, Dispersion.PartTotals> all)
      implements Serializable {

    static <K> PartSizes<K> of(HashMap<CorpusSlice<K>, Total> sizes) {
      HashMap<NgramClass, Dispersion.PartTotals> all = new HashMap<>();
      sizes.forEach(
          (slice, total) ->
              all.merge(
                  slice.ngrams(),
                  Dispersion.PartTotals.of(total.tokens()),
                  Dispersion.PartTotals::plus));
      return new PartSizes<>(sizes, all);
    }

    /**
     * The dispersion of a term over the parts; null if it is in none.
     *
     * @param frequencies in the order of the parts, so that the sum has the same digits on every
     *     machine
     */
    Dispersion dispersion(NgramClass ngrams, Map<K, Frequency> frequencies) {
      if (frequencies.isEmpty()) {
        return null;
      }
      return Dispersion.of(
          frequencies.values().stream().mapToLong(Frequency::tf).toArray(),
          frequencies.keySet().stream()
              .mapToLong(part -> sizes.get(new CorpusSlice<>(ngrams, part)).tokens())
              .toArray(),
          all.get(ngrams));
    }
  }
}
