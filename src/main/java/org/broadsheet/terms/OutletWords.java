package org.broadsheet.terms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.collections.IntList;
import org.broadsheet.collections.LongList;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.Ngrams;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.stats.Diversity;
import scala.Tuple2;

/**
 * How the words of outlets differ: from those of the corpus, and from one another. Of the words in
 * two articles or more, stop words left out, every copy counted.
 *
 * @param outlets the outlets by name
 * @param pairs the divergence of two outlets
 */
public record OutletWords(Map<String, Outlet> outlets, Map<Pair, Double> pairs) {

  /** Words that set an outlet apart. */
  private static final int DISTINCTIVE = 10;

  /**
   * The words of an outlet.
   *
   * @param types how many different ones there are, those of a single article included
   * @param tokens how many there are
   * @param divergence from all words of the corpus: Jensen-Shannon, base 2; null without a word
   * @param distinctive those that it uses more than the rest for certain, by LRC
   */
  public record Outlet(long types, long tokens, Double divergence, List<String> distinctive) {}

  /**
   * Two outlets.
   *
   * @param source one
   * @param other the other, later in the alphabet
   */
  public record Pair(String source, String other) {}

  /**
   * Compares the words of outlets.
   *
   * @param terms the counts
   * @param compared the outlets that are compared with one another
   * @return the comparison
   */
  public static OutletWords of(CountedTerms terms, List<String> compared) {
    Map<String, Long> types = types(terms);
    TreeMap<String, Long> tokens = new TreeMap<>(tokens(terms));
    Numbers numbers = Numbers.of(tokens, compared.stream().sorted().toList());
    Map<String, List<String>> distinctive =
        KeynessTable.distinctive(terms, TermSources.SOURCES, DISTINCTIVE);
    Shared shared = shared(terms, numbers);
    Map<String, Outlet> outlets = new HashMap<>();
    for (String source : types.keySet()) {
      Integer number = numbers.bySource.get(source);
      outlets.put(
          source,
          new Outlet(
              types.get(source),
              tokens.getOrDefault(source, 0L),
              number == null ? null : (Double) shared.withCorpus.divergence(number),
              distinctive.getOrDefault(source, List.of())));
    }
    return new OutletWords(outlets, numbers.divergences(shared.ofPairs));
  }

  /** Different words of each outlet. */
  private static Map<String, Long> types(CountedTerms terms) {
    return terms
        .wordBlocks()
        .flatMapToPair(OutletWords::types)
        .groupByKey()
        .mapValues(OutletWords::distinct)
        .collectAsMap();
  }

  private static Iterator<Tuple2<String, long[]>> types(TokenIdBlock block) {
    long[] hashes = block.terms().hashes();
    Map<String, LongList> bySource = new HashMap<>();
    int[] last = new int[hashes.length];
    String source = null;
    int met = 0;
    for (int article : block.bySource()) {
      if (!block.place(article).source().equals(source)) {
        source = block.place(article).source();
        met++;
      }
      LongList types = bySource.computeIfAbsent(source, s -> new LongList());
      for (int i = block.offsets()[article]; i < block.offsets()[article + 1]; i++) {
        int word =
            block.words()[i] == TokenIdBlock.BREAK ? -1 : block.formTerms()[block.words()[i]];
        if (word >= 0 && last[word] != met) {
          last[word] = met;
          types.add(hashes[word] ^ Ngrams.hash(block.place(article).language()));
        }
      }
    }
    return bySource.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue().toArray()))
        .iterator();
  }

  private static long distinct(Iterable<long[]> parts) {
    LongList all = new LongList();
    parts.forEach(part -> Arrays.stream(part).forEach(all::add));
    return Arrays.stream(all.toArray()).sorted().distinct().count();
  }

  /** Words of each outlet, of those in two articles or more. */
  private static Map<String, Long> tokens(CountedTerms terms) {
    return terms
        .words()
        .mapPartitions(
            part -> {
              Map<String, Long> sums = new HashMap<>();
              part.forEachRemaining(
                  term ->
                      term.bySource()
                          .forEach((source, count) -> sums.merge(source, count.tf(), Long::sum)));
              return List.of(sums).iterator();
            })
        .fold(new HashMap<>(), OutletWords::sum);
  }

  private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> more) {
    Map<String, Long> sum = new HashMap<>(some);
    more.forEach((source, count) -> sum.merge(source, count, Long::sum));
    return sum;
  }

  /**
   * The outlets by number, and the sums that shares are made with.
   *
   * @param tokens for each outlet, its words
   * @param corpus all words
   * @param compared for each outlet, its number among those that are compared; -1 for the others
   * @param names of the outlets that are compared, in order
   */
  private record Numbers(
      HashMap<String, Integer> bySource,
      long[] tokens,
      long corpus,
      int[] compared,
      List<String> names)
      implements Serializable {

    static Numbers of(TreeMap<String, Long> tokens, List<String> compared) {
      HashMap<String, Integer> numbers = new HashMap<>();
      tokens.keySet().forEach(source -> numbers.put(source, numbers.size()));
      List<String> names = compared.stream().filter(tokens::containsKey).toList();
      return new Numbers(
          numbers,
          tokens.values().stream().mapToLong(Long::longValue).toArray(),
          tokens.values().stream().mapToLong(Long::longValue).sum(),
          tokens.keySet().stream().mapToInt(names::indexOf).toArray(),
          new ArrayList<>(names));
    }

    /** The number of a pair of outlets that are compared, the first being the lower one. */
    int pair(int one, int other) {
      return other * (other - 1) / 2 + one;
    }

    int pairs() {
      return names.size() * (names.size() - 1) / 2;
    }

    Map<Pair, Double> divergences(Overlaps ofPairs) {
      Map<Pair, Double> divergences = new HashMap<>();
      for (int other = 1; other < names.size(); other++) {
        for (int one = 0; one < other; one++) {
          divergences.put(
              new Pair(names.get(one), names.get(other)), ofPairs.divergence(pair(one, other)));
        }
      }
      return divergences;
    }
  }

  /** What outlets share with the corpus, and with one another. */
  private record Shared(Overlaps withCorpus, Overlaps ofPairs) implements Serializable {

    static Shared none(Numbers numbers) {
      return new Shared(new Overlaps(numbers.tokens.length), new Overlaps(numbers.pairs()));
    }

    Shared add(TermStats term, Numbers numbers) {
      IntList compared = new IntList();
      LongList tfs = new LongList();
      new TreeMap<>(term.bySource())
          .forEach(
              (source, count) -> {
                int number = numbers.bySource.get(source);
                withCorpus.add(
                    number,
                    (double) count.tf() / numbers.tokens[number],
                    (double) term.tf() / numbers.corpus);
                if (numbers.compared[number] >= 0) {
                  compared.add(number);
                  tfs.add(count.tf());
                }
              });
      for (int other = 1; other < compared.size(); other++) {
        for (int one = 0; one < other; one++) {
          ofPairs.add(
              numbers.pair(
                  numbers.compared[compared.get(one)], numbers.compared[compared.get(other)]),
              (double) tfs.get(one) / numbers.tokens[compared.get(one)],
              (double) tfs.get(other) / numbers.tokens[compared.get(other)]);
        }
      }
      return this;
    }

    Shared add(Shared other) {
      withCorpus.add(other.withCorpus);
      ofPairs.add(other.ofPairs);
      return this;
    }
  }

  /**
   * Sums of what two distributions share, see {@link Diversity#overlap}, as whole numbers, so that
   * the order of adding does not matter.
   */
  private static final class Overlaps implements Serializable {
    private static final double UNIT = 1L << 52;

    /** Sums of a million words are off by less. */
    private static final double ROUNDED = 1e-10;

    private final long[] sums;

    Overlaps(int size) {
      sums = new long[size];
    }

    void add(int number, double share, double other) {
      sums[number] += Math.round(Diversity.overlap(share, other) * UNIT);
    }

    void add(Overlaps other) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += other.sums[i];
      }
    }

    /** One less what is shared, within its bounds whatever was rounded. */
    double divergence(int number) {
      double divergence = 1 - sums[number] / UNIT;
      return divergence < ROUNDED ? 0 : Math.min(1, divergence);
    }
  }

  private static Shared shared(CountedTerms terms, Numbers numbers) {
    Broadcast<Numbers> known = terms.shared(numbers);
    return terms
        .words()
        .treeAggregate(
            Shared.none(numbers), (shared, term) -> shared.add(term, known.value()), Shared::add);
  }
}
