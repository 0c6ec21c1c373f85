package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.CorpusSlice;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Frequency;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.Rates;
import org.broadsheet.stats.keyness.KeynessScores;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.terms.KeynessTests.KeynessTest;
import org.broadsheet.terms.KeynessTests.Scored;

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
  static final RowEncoder<Scored<TargetTerm>> COLUMNS =
      RowEncoder.<Scored<TargetTerm>>unpublished()
          .column("language", STRING, row -> row.test().family.ngrams().language())
          .column("n", INT, row -> row.test().family.ngrams().n())
          .column("term", STRING, row -> row.test().term)
          .column("tf", LONG, row -> row.test().target.tf())
          .column("df", LONG, row -> row.test().target.df())
          .column("printed_tf", LONG, row -> row.test().printed.tf())
          .column("printed_df", LONG, row -> row.test().printed.df())
          .column("tf_per_million", DOUBLE, row -> row.test().tfPerMillion())
          .column("rest_tf", LONG, row -> row.test().rest.tf())
          .column("rest_df", LONG, row -> row.test().rest.df())
          .column("rest_tokens", LONG, row -> row.test().restTokens())
          .column("rest_articles", LONG, row -> row.test().sizes.rest.countedArticles())
          .columns(SCORES, Scored::scores)
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
   * @param sizes the sizes of the target and of its rest
   */
  record TargetTerm(
      CorpusSlice<Target> family,
      String term,
      Frequency target,
      Frequency printed,
      Frequency rest,
      TargetSizes sizes)
      implements KeynessTest<CorpusSlice<Target>> {

    @Override
    public long tf() {
      return target.tf();
    }

    @Override
    public long tokens() {
      return sizes.target.tokens();
    }

    @Override
    public long restTf() {
      return rest.tf();
    }

    @Override
    public long restTokens() {
      return sizes.rest.tokens();
    }

    /** The articles of the target that have a word that counts. */
    long articles() {
      return sizes.target.countedArticles();
    }

    Double tfPerMillion() {
      return Rates.perMillion(tf(), tokens());
    }
  }

  /** The sizes of a target and of its rest, each story counted once. */
  record TargetSizes(Total target, Total rest) implements Serializable {}

  /**
   * Compares the terms of all targets.
   *
   * @param corpus the counted corpus
   * @param contrasts what is compared
   * @return a row for each target and each published term that it uses
   */
  static JavaRDD<Scored<TargetTerm>> rows(CountedTerms corpus, List<Contrast> contrasts) {
    return KeynessTests.scored(uses(corpus, corpus.published(), contrasts), corpus.partitions());
  }

  /**
   * Finds the targets that use terms.
   *
   * @param corpus the counted corpus
   * @param terms some of its terms
   * @param contrasts what is compared
   * @return each term with each target that uses it
   */
  static JavaRDD<TargetTerm> uses(
      CountedTerms corpus, JavaRDD<TermStats> terms, List<Contrast> contrasts) {
    Broadcast<HashMap<CorpusSlice<Target>, TargetSizes>> sizes =
        corpus.broadcast(sizes(corpus.totals(), contrasts));
    return terms.mapPartitions(
        part -> {
          List<TermsOfTargets> targets =
              contrasts.stream()
                  .map(contrast -> new TermsOfTargets(contrast, sizes.value()))
                  .toList();
          return stream(part)
              .flatMap(term -> targets.stream().flatMap(ofContrast -> ofContrast.uses(term)))
              .iterator();
        });
  }

  private static <T> Stream<T> stream(Iterator<T> values) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, 0), false);
  }

  /** The terms that the targets of a contrast use. */
  private static final class TermsOfTargets {
    private final HashMap<CorpusSlice<Target>, TargetSizes> sizes;

    // Kept, so that what they say of a group is looked up once for a block of terms.
    private final Function<GroupKey, Target> printed;
    private final Function<GroupKey, Target> deduplicated;
    private final Function<GroupKey, Target> ofCorpusRepresentative;
    private final Function<GroupKey, Target> withRestRepresentative;

    TermsOfTargets(Contrast contrast, HashMap<CorpusSlice<Target>, TargetSizes> sizes) {
      this.sizes = sizes;
      printed = contrast::target;
      deduplicated = contrast::targetDeduplicated;
      ofCorpusRepresentative = contrast::targetOfCorpusRepresentative;
      withRestRepresentative = contrast::targetWithRestRepresentative;
    }

    /** The targets that use a term. */
    Stream<TargetTerm> uses(TermStats term) {
      NgramClass ngrams = term.key().ngrams();
      Frequency corpus = term.deduplicated();
      Map<Target, Frequency> asPrinted = term.by(printed);
      Map<Target, Frequency> representatives = term.by(ofCorpusRepresentative);
      Map<Target, Frequency> added = term.by(withRestRepresentative);
      return term.by(deduplicated).entrySet().stream()
          .map(
              use -> {
                Target target = use.getKey();
                CorpusSlice<Target> family = new CorpusSlice<>(ngrams, target);
                return new TargetTerm(
                    family,
                    term.key().term(),
                    use.getValue(),
                    asPrinted.get(target),
                    corpus
                        .minus(representatives.getOrDefault(target, Frequency.NONE))
                        .plus(added.getOrDefault(target, Frequency.NONE)),
                    sizes.get(family));
              });
    }
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
}
