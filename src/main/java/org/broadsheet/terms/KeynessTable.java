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
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Exchange;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.KeynessScores;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;

/**
 * Compares the terms of each target, such as a source, with those of its reference, the rest of the
 * corpus: raw counts of both, significance and size of the difference.
 *
 * <p>The terms that a target uses are one family of tests, by language and n: their probabilities
 * are corrected for the number of terms.
 */
final class KeynessTable {

  /** The columns of the scores. */
  static final RowEncoder<KeynessScores> SCORES =
      RowEncoder.<KeynessScores>ofHelper()
          .column("g2", DOUBLE, KeynessScores::g2)
          .column("log_ratio", DOUBLE, KeynessScores::logRatio)
          .column("log_ratio_low", DOUBLE, KeynessScores::logRatioLow)
          .column("log_ratio_high", DOUBLE, KeynessScores::logRatioHigh)
          .column("lrc", DOUBLE, KeynessScores::lrc)
          .column("p", DOUBLE, KeynessScores::p)
          .column("p_bonferroni", DOUBLE, KeynessScores::pBonferroni)
          .column("p_bh", DOUBLE, KeynessScores::pBh)
          .build();

  /** The columns that all tables of this kind have, whatever their targets are. */
  static final RowEncoder<KeyTerm> COLUMNS =
      RowEncoder.<KeyTerm>ofHelper()
          .column("language", STRING, row -> row.use.family.language())
          .column("n", INT, row -> row.use.family.n())
          .column("term", STRING, row -> row.use.term)
          .column("tf", LONG, row -> row.use.own.tf())
          .column("df", LONG, row -> row.use.own.df())
          .column("printed_tf", LONG, row -> row.use.printed.tf())
          .column("printed_df", LONG, row -> row.use.printed.df())
          .column(
              "tf_per_million",
              DOUBLE,
              row -> Rates.perMillion(row.use.own.tf(), row.sizes.own.tokens()))
          .column("rest_tf", LONG, row -> row.use.rest.tf())
          .column("rest_df", LONG, row -> row.use.rest.df())
          .column("rest_tokens", LONG, row -> row.sizes.rest.tokens())
          .column("rest_articles", LONG, row -> row.sizes.rest.countedArticles())
          .columns(SCORES, KeyTerm::scores)
          .build();

  private KeynessTable() {}

  /**
   * A term of a target, compared with the reference.
   *
   * @param use the counts of the term
   * @param sizes the sizes of target and reference
   * @param scores the scores
   */
  record KeyTerm(Use use, Sizes sizes, KeynessScores scores) {

    Target target() {
      return (Target) use.family.part();
    }

    long targetTokens() {
      return sizes.own.tokens();
    }

    long targetArticles() {
      return sizes.own.countedArticles();
    }
  }

  /** The sizes of a target and of its reference, each story counted once. */
  record Sizes(CorpusTotals.Sum own, CorpusTotals.Sum rest) implements Serializable {}

  /**
   * A term that a target uses.
   *
   * @param family language, n and target
   * @param own its counts there, each story once
   * @param printed its counts there, copies and all
   * @param rest its counts elsewhere, each story once
   */
  record Use(
      CorpusTotals.Of family,
      String term,
      TermStats.Count own,
      TermStats.Count printed,
      TermStats.Count rest)
      implements Serializable {}

  /** The targets that use a term. */
  private static Stream<Use> uses(TermStats term, Contrast sides) {
    TermStats.Count once = term.once();
    Map<Target, TermStats.Count> printed = term.by(sides::printed);
    Map<Target, TermStats.Count> counted = term.by(sides::counted);
    Map<Target, TermStats.Count> against = term.by(sides::against);
    return term.by(sides::own).entrySet().stream()
        .map(
            own ->
                new Use(
                    new CorpusTotals.Of(term.key().language(), term.key().n(), own.getKey()),
                    term.key().term(),
                    own.getValue(),
                    printed.get(own.getKey()),
                    once.minus(counted.getOrDefault(own.getKey(), TermStats.Count.NONE))
                        .plus(against.getOrDefault(own.getKey(), TermStats.Count.NONE))));
  }

  /**
   * Compares all terms of all targets.
   *
   * @param terms the counts
   * @param sides what is compared
   * @return a row for each target and each term that it uses
   */
  static JavaRDD<KeyTerm> rows(CountedTerms terms, List<Contrast> sides) {
    Broadcast<Comparison> comparison = terms.shared(Comparison.of(terms.totals(), sides));
    JavaRDD<Use> uses =
        terms.counts().flatMap(term -> sides.stream().flatMap(side -> uses(term, side)).iterator());
    return Exchange.byHash(uses, use -> use.family.hashCode(), terms.partitions())
        .mapPartitions(part -> byFamily(part, Use::family, comparison.value()::compared));
  }

  /**
   * Finds the words that each source certainly uses more than the rest of the corpus does: those
   * whose conservative log ratio is above zero.
   *
   * @param terms the counts
   * @param sides the sources
   * @param most how many words to give at most
   * @return the words by source, the highest conservative log ratio first
   */
  static Map<String, List<String>> distinctive(CountedTerms terms, Contrast sides, int most) {
    Broadcast<Comparison> comparison = terms.shared(Comparison.of(terms.totals(), List.of(sides)));
    JavaRDD<Use> words =
        terms
            .counts()
            .filter(term -> term.key().n() == 1)
            .flatMap(term -> uses(term, sides).iterator());
    Map<String, List<Distinctive>> bySource = new HashMap<>();
    Exchange.byHash(words, use -> use.family.hashCode(), terms.partitions())
        .mapPartitions(
            part ->
                byFamily(
                    part,
                    Use::family,
                    (of, family) -> distinctive(comparison.value().compared(of, family), most)))
        .collect()
        .forEach(word -> bySource.computeIfAbsent(word.source, s -> new ArrayList<>()).add(word));
    Map<String, List<String>> leading = new HashMap<>();
    bySource.forEach(
        (source, all) ->
            leading.put(source, all.stream().sorted().limit(most).map(Distinctive::term).toList()));
    return leading;
  }

  private static List<Distinctive> distinctive(List<KeyTerm> family, int most) {
    return family.stream()
        .filter(row -> row.scores.lrc() != null && row.scores.lrc() > 0)
        .map(row -> new Distinctive(row.target().value(), row.use.term, row.scores.lrc()))
        .sorted()
        .limit(most)
        .toList();
  }

  /** A word that a source uses more than the rest of the corpus does. */
  private record Distinctive(String source, String term, double lrc)
      implements Serializable, Comparable<Distinctive> {

    @Override
    public int compareTo(Distinctive other) {
      int order = Double.compare(other.lrc, lrc);
      return order != 0 ? order : term.compareTo(other.term);
    }
  }

  /** What a task needs to know to compare: the sizes of each target and of its reference. */
  private record Comparison(HashMap<CorpusTotals.Of, Sizes> sizes) implements Serializable {

    static Comparison of(CorpusTotals totals, List<Contrast> sides) {
      Comparison comparison = new Comparison(new HashMap<>());
      HashMap<CorpusTotals.Of, CorpusTotals.Sum> once = totals.once();
      for (Contrast side : sides) {
        HashMap<CorpusTotals.Of, CorpusTotals.Sum> counted = totals.by(side::counted);
        HashMap<CorpusTotals.Of, CorpusTotals.Sum> against = totals.by(side::against);
        totals
            .by(side::own)
            .forEach(
                (of, sum) -> {
                  CorpusTotals.Sum rest =
                      once.getOrDefault(
                              new CorpusTotals.Of(of.language(), of.n(), null),
                              CorpusTotals.Sum.NONE)
                          .minus(counted.getOrDefault(of, CorpusTotals.Sum.NONE))
                          .plus(against.getOrDefault(of, CorpusTotals.Sum.NONE));
                  comparison.sizes.put(of, new Sizes(sum, rest));
                });
      }
      return comparison;
    }

    /** Compares the terms of a family. */
    List<KeyTerm> compared(CorpusTotals.Of of, List<Use> family) {
      Sizes both = sizes.get(of);
      List<KeynessScores> scores =
          KeynessScores.ofFamily(
              family.stream().mapToLong(use -> use.own.tf()).toArray(),
              both.own.tokens(),
              family.stream().mapToLong(use -> use.rest.tf()).toArray(),
              both.rest.tokens());
      return IntStream.range(0, family.size())
          .mapToObj(i -> new KeyTerm(family.get(i), both, scores.get(i)))
          .toList();
    }
  }

  /** Brings together what is one family of tests, and makes the rows of each. */
  static <K, U, R> Iterator<R> byFamily(
      Iterator<U> uses, Function<U, K> family, BiFunction<K, List<U>, List<R>> rows) {
    Map<K, List<U>> families = new HashMap<>();
    uses.forEachRemaining(
        use -> families.computeIfAbsent(family.apply(use), f -> new ArrayList<>()).add(use));
    return families.entrySet().stream()
        .flatMap(entry -> rows.apply(entry.getKey(), entry.getValue()).stream())
        .iterator();
  }
}
