package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.CorpusSlice;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Exchange;
import org.broadsheet.counting.Frequency;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.Rates;
import org.broadsheet.stats.keyness.KeynessScores;
import org.broadsheet.table.RowEncoder;

/**
 * Compares the terms of each target, such as a source, with those of its rest: counts of both,
 * significance and size of the difference.
 *
 * <p>The terms of one language and n that a target uses are one family of tests: their
 * probabilities are corrected for the number of terms.
 */
final class KeynessComparison {

  /** The columns of the scores. */
  static final RowEncoder<KeynessScores> SCORES =
      RowEncoder.<KeynessScores>unpublished()
          .column("g2", DOUBLE, KeynessScores::g2)
          .column("log_ratio", DOUBLE, KeynessScores::logRatio)
          .column("log_ratio_low", DOUBLE, KeynessScores::logRatioLow)
          .column("log_ratio_high", DOUBLE, KeynessScores::logRatioHigh)
          .column("lrc", DOUBLE, KeynessScores::lrc)
          .column("p", DOUBLE, KeynessScores::p)
          .column("p_bonferroni", DOUBLE, KeynessScores::pBonferroni)
          .column("p_bh", DOUBLE, KeynessScores::pBh)
          .build();

  /** The columns that all comparisons of targets have. */
  static final RowEncoder<KeyTerm> COLUMNS =
      RowEncoder.<KeyTerm>unpublished()
          .column("language", STRING, row -> row.use.family.ngrams().language())
          .column("n", INT, row -> row.use.family.ngrams().n())
          .column("term", STRING, row -> row.use.term)
          .column("tf", LONG, row -> row.use.target.tf())
          .column("df", LONG, row -> row.use.target.df())
          .column("printed_tf", LONG, row -> row.use.printed.tf())
          .column("printed_df", LONG, row -> row.use.printed.df())
          .column("tf_per_million", DOUBLE, KeyTerm::tfPerMillion)
          .column("rest_tf", LONG, row -> row.use.rest.tf())
          .column("rest_df", LONG, row -> row.use.rest.df())
          .column("rest_tokens", LONG, row -> row.sizes.rest.tokens())
          .column("rest_articles", LONG, row -> row.sizes.rest.countedArticles())
          .columns(SCORES, KeyTerm::scores)
          .build();

  private KeynessComparison() {}

  /**
   * A term that a target uses.
   *
   * @param family language, n and target
   * @param term the text of the term
   * @param target its frequency in the target, each story counted once
   * @param printed its frequency in the target, copies included
   * @param rest its frequency in the rest, each story counted once
   */
  record TargetTerm(
      CorpusSlice<Target> family, String term, Frequency target, Frequency printed, Frequency rest)
      implements Serializable {}

  /** The sizes of a target and of its rest, each story counted once. */
  record TargetSizes(Total target, Total rest) implements Serializable {}

  /** A row: a term that a target uses, compared with the rest. */
  record KeyTerm(TargetTerm use, TargetSizes sizes, KeynessScores scores) {

    Target target() {
      return use.family.part();
    }

    long targetTokens() {
      return sizes.target.tokens();
    }

    long targetArticles() {
      return sizes.target.countedArticles();
    }

    Double tfPerMillion() {
      return Rates.perMillion(use.target.tf(), sizes.target.tokens());
    }
  }

  /**
   * Compares the terms of all targets.
   *
   * @param corpus the counted corpus
   * @param terms its terms
   * @param contrasts what is compared
   * @return a row for each target and each term that it uses
   */
  static JavaRDD<KeyTerm> rows(
      CountedTerms corpus, JavaRDD<TermStats> terms, List<Contrast> contrasts) {
    Broadcast<HashMap<CorpusSlice<Target>, TargetSizes>> sizes =
        corpus.broadcast(sizes(corpus.totals(), contrasts));
    JavaRDD<TargetTerm> uses =
        terms.flatMap(
            term -> contrasts.stream().flatMap(contrast -> uses(term, contrast)).iterator());
    return Exchange.byHash(uses, use -> use.family.hashCode(), corpus.partitions())
        .mapPartitions(
            ofPartition ->
                byFamily(
                    ofPartition,
                    TargetTerm::family,
                    (family, its) -> compared(its, sizes.value().get(family))));
  }

  /** The targets that use a term. */
  private static Stream<TargetTerm> uses(TermStats term, Contrast contrast) {
    NgramClass ngrams = term.key().ngrams();
    Frequency corpus = term.deduplicated();
    Map<Target, Frequency> printed = term.by(contrast::target);
    Map<Target, Frequency> representatives = term.by(contrast::targetOfCorpusRepresentative);
    Map<Target, Frequency> added = term.by(contrast::targetWithRestRepresentative);
    return term.by(contrast::targetDeduplicated).entrySet().stream()
        .map(
            use -> {
              Target target = use.getKey();
              return new TargetTerm(
                  new CorpusSlice<>(ngrams, target),
                  term.key().term(),
                  use.getValue(),
                  printed.get(target),
                  corpus
                      .minus(representatives.getOrDefault(target, Frequency.NONE))
                      .plus(added.getOrDefault(target, Frequency.NONE)));
            });
  }

  /** The sizes of all targets and of their rests. */
  private static HashMap<CorpusSlice<Target>, TargetSizes> sizes(
      CorpusTotals totals, List<Contrast> contrasts) {
    HashMap<CorpusSlice<Target>, TargetSizes> sizes = new HashMap<>();
    HashMap<NgramClass, Total> corpus = totals.deduplicated();
    for (Contrast contrast : contrasts) {
      Map<CorpusSlice<Target>, Total> representatives =
          totals.by(contrast::targetOfCorpusRepresentative);
      Map<CorpusSlice<Target>, Total> added = totals.by(contrast::targetWithRestRepresentative);
      totals
          .by(contrast::targetDeduplicated)
          .forEach(
              (slice, total) ->
                  sizes.put(
                      slice,
                      new TargetSizes(
                          total,
                          corpus
                              .getOrDefault(slice.ngrams(), Total.NONE)
                              .minus(representatives.getOrDefault(slice, Total.NONE))
                              .plus(added.getOrDefault(slice, Total.NONE)))));
    }
    return sizes;
  }

  /** Compares the terms of one family. */
  private static List<KeyTerm> compared(List<TargetTerm> family, TargetSizes sizes) {
    List<KeynessScores> scores =
        KeynessScores.ofFamily(
            family.stream().mapToLong(use -> use.target.tf()).toArray(),
            sizes.target.tokens(),
            family.stream().mapToLong(use -> use.rest.tf()).toArray(),
            sizes.rest.tokens());
    return IntStream.range(0, family.size())
        .mapToObj(i -> new KeyTerm(family.get(i), sizes, scores.get(i)))
        .toList();
  }

  /**
   * Collects the terms of each family of a partition, and makes its rows.
   *
   * @param terms terms; all terms of a family are in one partition
   * @param family the family of a term
   * @param rows makes the rows of a family
   */
  static <F, T, R> Iterator<R> byFamily(
      Iterator<T> terms, Function<T, F> family, BiFunction<F, List<T>, List<R>> rows) {
    Map<F, List<T>> families = new HashMap<>();
    terms.forEachRemaining(
        term -> families.computeIfAbsent(family.apply(term), f -> new ArrayList<>()).add(term));
    return families.entrySet().stream()
        .flatMap(entry -> rows.apply(entry.getKey(), entry.getValue()).stream())
        .iterator();
  }
}
