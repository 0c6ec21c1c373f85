package org.broadsheet.sources;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Frequency;
import org.broadsheet.counting.MergeableSum;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.OverlapSums;

/**
 * How far the words of sources diverge, by Jensen-Shannon: from the words of the corpus, and from
 * the words of one another.
 *
 * @param fromCorpus the divergence of each source from the corpus
 * @param ofPairs the divergence of each pair of the sources that are compared
 */
record WordDivergences(Map<String, Double> fromCorpus, Map<SourceWords.PairKey, Double> ofPairs) {

  /**
   * Compares the words of sources.
   *
   * @param terms the counted corpus
   * @param tokens the words of each source
   * @param compared the sources that are compared with one another
   * @return the divergences
   */
  static WordDivergences of(
      CountedTerms terms, TreeMap<String, Long> tokens, List<String> compared) {
    SourceSizes sizes = SourceSizes.of(tokens, compared);
    List<String> names = compared.stream().filter(tokens::containsKey).sorted().toList();
    Broadcast<SourceSizes> shared = terms.broadcast(sizes);
    Overlaps overlaps =
        MergeableSum.over(
            terms.words().map(word -> shared.value().shares(word)),
            new Overlaps(tokens.size(), names.size()));
    shared.destroy();
    Map<String, Double> fromCorpus = new HashMap<>();
    sizes.sources.forEach(
        (source, size) -> fromCorpus.put(source, overlaps.withCorpus.divergence(size.id)));
    return new WordDivergences(fromCorpus, overlaps.divergences(names));
  }

  /**
   * A source.
   *
   * @param id its number
   * @param tokens its words
   * @param compared its number among the sources that are compared; -1 if it is not
   */
  private record SourceSize(int id, long tokens, int compared) implements Serializable {}

  /** What a task needs to know to compute shares of words. */
  private record SourceSizes(HashMap<String, SourceSize> sources, long corpus)
      implements Serializable {

    static SourceSizes of(TreeMap<String, Long> tokens, List<String> compared) {
      HashMap<String, SourceSize> sources = new HashMap<>();
      int numbered = 0;
      for (Map.Entry<String, Long> source : tokens.entrySet()) {
        int number = compared.contains(source.getKey()) ? numbered++ : -1;
        sources.put(source.getKey(), new SourceSize(sources.size(), source.getValue(), number));
      }
      return new SourceSizes(sources, tokens.values().stream().mapToLong(Long::longValue).sum());
    }

    Shares shares(TermStats word) {
      Map<String, Frequency> bySource = word.bySource();
      SourceSize[] sizes = bySource.keySet().stream().map(sources::get).toArray(SourceSize[]::new);
      double[] shares = new double[sizes.length];
      int i = 0;
      for (Frequency frequency : bySource.values()) {
        shares[i] = (double) frequency.tf() / sizes[i++].tokens;
      }
      return new Shares(sizes, shares, (double) word.tf() / corpus);
    }
  }

  /**
   * The shares of a word.
   *
   * @param sources the sources that have it, in the order of their names
   * @param ofSources for each of them, the share of the word in all its words
   * @param ofCorpus the share of the word in all words of the corpus
   */
  private record Shares(SourceSize[] sources, double[] ofSources, double ofCorpus) {

    /** The indexes of the sources that are compared with one another. */
    int[] compared() {
      return IntStream.range(0, sources.length).filter(i -> sources[i].compared >= 0).toArray();
    }
  }

  /** What sources share with the corpus, and what those that are compared share with each other. */
  private static final class Overlaps implements MergeableSum<Shares, Overlaps> {
    private final OverlapSums withCorpus;
    private final OverlapSums ofPairs;

    Overlaps(int sources, int compared) {
      withCorpus = new OverlapSums(sources);
      ofPairs = new OverlapSums(pairs(compared));
    }

    @Override
    public Overlaps add(Shares word) {
      for (int i = 0; i < word.sources.length; i++) {
        withCorpus.add(word.sources[i].id, word.ofSources[i], word.ofCorpus);
      }
      int[] compared = word.compared();
      for (int other = 1; other < compared.length; other++) {
        for (int one = 0; one < other; one++) {
          addPair(word, compared[one], compared[other]);
        }
      }
      return this;
    }

    private void addPair(Shares word, int one, int other) {
      ofPairs.add(
          pair(word.sources[one].compared, word.sources[other].compared),
          word.ofSources[one],
          word.ofSources[other]);
    }

    @Override
    public Overlaps merge(Overlaps other) {
      withCorpus.add(other.withCorpus);
      ofPairs.add(other.ofPairs);
      return this;
    }

    Map<SourceWords.PairKey, Double> divergences(List<String> names) {
      Map<SourceWords.PairKey, Double> divergences = new HashMap<>();
      for (int other = 1; other < names.size(); other++) {
        for (int one = 0; one < other; one++) {
          divergences.put(
              new SourceWords.PairKey(names.get(one), names.get(other)),
              ofPairs.divergence(pair(one, other)));
        }
      }
      return divergences;
    }

    /** The number of pairs among this many sources. */
    private static int pairs(int sources) {
      return sources * (sources - 1) / 2;
    }

    /** The number of a pair of compared sources, the first being the lower one. */
    private static int pair(int one, int other) {
      return pairs(other) + one;
    }
  }
}
