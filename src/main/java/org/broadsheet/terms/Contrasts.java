package org.broadsheet.terms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.stats.FalseDiscoveryRate;
import org.broadsheet.stats.Keyness;
import org.broadsheet.stats.LogRatioInterval;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.ComputedRows;

/**
 * The terms of one side of the corpus against the other, for every side at once: raw counts of
 * both, significance and size of the difference.
 *
 * <p>The terms that a side uses are one family of tests, by language and n: their probabilities are
 * corrected for how many they are.
 *
 * @param columns what the columns that name a side are called
 * @param denominators what the columns of the side's own sums are called, without {@code _tokens}
 *     and {@code _articles}
 * @param sides what is compared
 */
record Contrasts(List<String> columns, String denominators, List<Sides> sides) {

  /** What {@link #scores} gives. */
  static final StructType SCORES =
      new StructType()
          .add("g2", DataTypes.DoubleType)
          .add("log_ratio", DataTypes.DoubleType)
          .add("log_ratio_low", DataTypes.DoubleType)
          .add("log_ratio_high", DataTypes.DoubleType)
          .add("lrc", DataTypes.DoubleType)
          .add("p", DataTypes.DoubleType)
          .add("p_bonferroni", DataTypes.DoubleType)
          .add("p_bh", DataTypes.DoubleType);

  private static final int LRC = SCORES.fieldIndex("lrc");

  /**
   * A side that uses a term.
   *
   * @param own its counts there, each story once
   * @param printed its counts there, copies and all
   * @param rest its counts elsewhere, each story once
   */
  private record Use(
      Totals.Of family,
      String term,
      TermCounts.Count own,
      TermCounts.Count printed,
      TermCounts.Count rest)
      implements Serializable {}

  /** The sides that use a term. */
  private static Stream<Use> uses(TermCounts term, Sides sides) {
    TermCounts.Count once = term.once();
    Map<List<String>, TermCounts.Count> printed = term.by(sides::printed);
    Map<List<String>, TermCounts.Count> counted = term.by(sides::counted);
    Map<List<String>, TermCounts.Count> against = term.by(sides::against);
    return term.by(sides::own).entrySet().stream()
        .map(
            own ->
                new Use(
                    new Totals.Of(term.key().language(), term.key().n(), own.getKey()),
                    term.key().term(),
                    own.getValue(),
                    printed.get(own.getKey()),
                    once.minus(counted.getOrDefault(own.getKey(), TermCounts.Count.NONE))
                        .plus(against.getOrDefault(own.getKey(), TermCounts.Count.NONE))));
  }

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows, not conformed
   */
  Dataset<Row> table(CountedTerms terms) {
    Broadcast<Comparison> comparison = terms.shared(Comparison.of(terms.totals(), sides));
    List<Sides> compared = sides;
    JavaRDD<Use> uses =
        terms
            .counts()
            .flatMap(term -> compared.stream().flatMap(side -> uses(term, side)).iterator());
    return ComputedRows.of(
        terms.spark(),
        Exchange.byHash(uses, use -> use.family.hashCode(), terms.partitions())
            .mapPartitions(part -> comparison.value().rows(part)),
        schema());
  }

  /**
   * The words that each side uses more than the rest for certain.
   *
   * @param terms the counts
   * @param most how many to give at most
   * @return by side, the highest LRC first
   */
  Map<List<String>, List<String>> distinctive(CountedTerms terms, int most) {
    Broadcast<Comparison> comparison = terms.shared(Comparison.of(terms.totals(), sides));
    List<Sides> compared = sides;
    JavaRDD<Use> words =
        terms
            .counts()
            .filter(term -> term.key().n() == 1)
            .flatMap(term -> compared.stream().flatMap(side -> uses(term, side)).iterator());
    Map<List<String>, List<Distinctive>> leading = new HashMap<>();
    Exchange.byHash(words, use -> use.family.hashCode(), terms.partitions())
        .mapPartitions(part -> comparison.value().distinctive(part, most))
        .collect()
        .forEach(word -> leading.computeIfAbsent(word.side, s -> new ArrayList<>()).add(word));
    Map<List<String>, List<String>> named = new HashMap<>();
    leading.forEach(
        (side, all) ->
            named.put(side, all.stream().sorted().limit(most).map(word -> word.term).toList()));
    return named;
  }

  /** A word that a side uses more than the rest. */
  private record Distinctive(List<String> side, String term, double lrc)
      implements Serializable, Comparable<Distinctive> {

    @Override
    public int compareTo(Distinctive other) {
      int order = Double.compare(other.lrc, lrc);
      return order != 0 ? order : term.compareTo(other.term);
    }
  }

  private StructType schema() {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema
        .add("language", DataTypes.StringType)
        .add("n", DataTypes.IntegerType)
        .add("term", DataTypes.StringType)
        .add("tf", DataTypes.LongType)
        .add("df", DataTypes.LongType)
        .add("printed_tf", DataTypes.LongType)
        .add("printed_df", DataTypes.LongType)
        .add(denominators + "_tokens", DataTypes.LongType)
        .add(denominators + "_articles", DataTypes.LongType)
        .add("tf_per_million", DataTypes.DoubleType)
        .add("rest_tf", DataTypes.LongType)
        .add("rest_df", DataTypes.LongType)
        .add("rest_tokens", DataTypes.LongType)
        .add("rest_articles", DataTypes.LongType)
        .merge(SCORES, true);
  }

  /** What a task needs to know to compare: the sums of each side and of its rest. */
  private record Comparison(HashMap<Totals.Of, Totals.Sum> own, HashMap<Totals.Of, Totals.Sum> rest)
      implements Serializable {

    static Comparison of(Totals totals, List<Sides> sides) {
      Comparison comparison = new Comparison(new HashMap<>(), new HashMap<>());
      HashMap<Totals.Of, Totals.Sum> once = totals.once();
      for (Sides side : sides) {
        HashMap<Totals.Of, Totals.Sum> counted = totals.by(side::counted);
        HashMap<Totals.Of, Totals.Sum> against = totals.by(side::against);
        totals
            .by(side::own)
            .forEach(
                (of, sum) -> {
                  comparison.own.put(of, sum);
                  comparison.rest.put(
                      of,
                      once.getOrDefault(new Totals.Of(of.language(), of.n(), null), Totals.Sum.NONE)
                          .minus(counted.getOrDefault(of, Totals.Sum.NONE))
                          .plus(against.getOrDefault(of, Totals.Sum.NONE)));
                });
      }
      return comparison;
    }

    Iterator<Row> rows(Iterator<Use> uses) {
      return byFamily(uses, Use::family, this::rows);
    }

    Iterator<Distinctive> distinctive(Iterator<Use> uses, int most) {
      return byFamily(uses, Use::family, (of, family) -> distinctive(of, family, most));
    }

    @SuppressWarnings("unchecked")
    private List<Distinctive> distinctive(Totals.Of of, List<Use> family, int most) {
      return compared(
              family,
              pair(of),
              (use, scores) ->
                  new Distinctive(
                      (List<String>) of.part(),
                      use.term,
                      scores.get(LRC) == null ? 0 : (double) scores.get(LRC)))
          .stream()
          .filter(word -> word.lrc > 0)
          .sorted()
          .limit(most)
          .toList();
    }

    private Function<Use, Pair> pair(Totals.Of of) {
      Totals.Sum side = own.get(of);
      Totals.Sum others = rest.get(of);
      return use -> new Pair(use.own.tf(), side.tokens(), use.rest.tf(), others.tokens());
    }

    private List<Row> rows(Totals.Of of, List<Use> family) {
      Totals.Sum side = own.get(of);
      Totals.Sum others = rest.get(of);
      return compared(family, pair(of), (use, scores) -> row(use, side, others, scores));
    }

    private static Row row(Use use, Totals.Sum side, Totals.Sum others, List<Object> scores) {
      List<Object> values = new ArrayList<>((List<?>) use.family.part());
      values.addAll(
          List.of(
              use.family.language(),
              use.family.n(),
              use.term,
              use.own.tf(),
              use.own.df(),
              use.printed.tf(),
              use.printed.df(),
              side.tokens(),
              side.countedArticles(),
              Rates.perMillion(use.own.tf(), side.tokens()),
              use.rest.tf(),
              use.rest.df(),
              others.tokens(),
              others.countedArticles()));
      values.addAll(scores);
      return RowFactory.create(values.toArray());
    }
  }

  /** The four counts that two sides are compared by. */
  record Pair(long tf, long tokens, long restTf, long restTokens) {}

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

  /**
   * Compares the terms of a family of tests.
   *
   * @param family the terms
   * @param pair the counts of a term; all of the same two sides
   * @param row makes the row of a term and the values of {@link #SCORES}
   */
  static <U, R> List<R> compared(
      List<U> family, Function<U, Pair> pair, BiFunction<U, List<Object>, R> row) {
    List<List<Object>> scores = scores(family.stream().map(pair).toList());
    return IntStream.range(0, family.size())
        .mapToObj(i -> row.apply(family.get(i), scores.get(i)))
        .toList();
  }

  /** For each pair, the values of {@link #SCORES}: nulls where there is nothing to compare with. */
  private static List<List<Object>> scores(List<Pair> pairs) {
    if (pairs.get(0).restTokens == 0) {
      return Collections.nCopies(pairs.size(), Collections.nCopies(SCORES.size(), null));
    }
    List<Keyness> keyness =
        pairs.stream()
            .map(pair -> Keyness.of(pair.tf, pair.tokens, pair.restTf, pair.restTokens))
            .toList();
    double[] rates = FalseDiscoveryRate.of(keyness.stream().mapToDouble(Keyness::p).toArray());
    LogRatioInterval interval = new LogRatioInterval(pairs.size());
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> scores(pairs.get(i), keyness.get(i), interval, pairs.size(), rates[i]))
        .toList();
  }

  private static List<Object> scores(
      Pair pair, Keyness keyness, LogRatioInterval interval, int comparisons, double rate) {
    LogRatioInterval.Bounds bounds =
        interval.of(pair.tf, pair.tokens, pair.restTf, pair.restTokens);
    return Arrays.asList(
        keyness.g2(),
        keyness.logRatio(),
        bounds.low(),
        Double.isInfinite(bounds.high()) ? null : bounds.high(),
        bounds.conservative(),
        keyness.p(),
        Math.min(1, keyness.p() * comparisons),
        rate);
  }
}
