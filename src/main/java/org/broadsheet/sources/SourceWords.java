package org.broadsheet.sources;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.MergeableSum;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.terms.DistinctiveWords;
import scala.Tuple2;

/**
 * How the words of sources differ: from those of the corpus, and from one another. Stop words are
 * left out, and every copy counts. Words of a single article count for the number of different
 * words only.
 *
 * @param bySource the words of each source
 * @param divergences the divergence of the words of two sources: Jensen-Shannon, base 2
 */
record SourceWords(Map<String, Words> bySource, Map<PairKey, Double> divergences) {

  /** How many distinctive words are given for each source. */
  private static final int DISTINCTIVE = 10;

  /**
   * The words of a source.
   *
   * @param types the number of different words, those of a single article included
   * @param divergence from the words of the corpus: Jensen-Shannon, base 2; null without a word
   * @param distinctive the words that it certainly uses more than the rest of the corpus does
   */
  record Words(long types, Double divergence, List<String> distinctive) {}

  /**
   * Two sources.
   *
   * @param source one
   * @param other the other, later in the alphabet
   */
  record PairKey(String source, String other) {}

  /**
   * Compares the words of sources.
   *
   * @param terms the counted corpus
   * @param compared the sources that are compared with one another
   * @return the comparison
   */
  static SourceWords of(CountedTerms terms, List<String> compared) {
    Map<String, Long> types = types(terms);
    TreeMap<String, Long> tokens = MergeableSum.over(terms.words(), new Tokens()).bySource;
    DistinctiveWords distinctive = DistinctiveWords.of(terms, DISTINCTIVE);
    WordDivergences divergences = WordDivergences.of(terms, tokens, compared);
    Map<String, Words> bySource = new HashMap<>();
    types.forEach(
        (source, count) ->
            bySource.put(
                source,
                new Words(count, divergences.fromCorpus().get(source), distinctive.of(source))));
    return new SourceWords(bySource, divergences.ofPairs());
  }

  /** Counts the different words of each source. */
  private static Map<String, Long> types(CountedTerms terms) {
    return terms
        .tokenIds()
        .flatMapToPair(SourceWords::types)
        .groupByKey()
        .mapValues(SourceWords::distinct)
        .collectAsMap();
  }

  /** The hashes of the different words of each source in a block. */
  private static Iterator<Tuple2<String, long[]>> types(TokenIdBlock block) {
    long[] hashes = TermHash.ofWords(block.words());
    Map<String, LongArrayList> bySource = new HashMap<>();
    // For each word, the last source that has it, counted from 1 in the order of the articles.
    int[] last = new int[hashes.length];
    String source = null;
    int met = 0;
    for (int article : block.articles().bySource()) {
      if (!block.articles().key(article).source().equals(source)) {
        source = block.articles().key(article).source();
        met++;
      }
      long language = TermHash.ofLanguage(block.articles().key(article).language());
      LongArrayList types = bySource.computeIfAbsent(source, s -> new LongArrayList());
      for (int i = block.offsets()[article]; i < block.offsets()[article + 1]; i++) {
        int token = block.tokens()[i];
        int word = token == TokenIdBlock.BREAK ? -1 : block.formWords()[token];
        if (word >= 0 && last[word] != met) {
          last[word] = met;
          types.add(hashes[word] ^ language);
        }
      }
    }
    return bySource.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue().toLongArray()))
        .iterator();
  }

  private static long distinct(Iterable<long[]> parts) {
    LongArrayList all = new LongArrayList();
    parts.forEach(part -> Arrays.stream(part).forEach(all::add));
    return Arrays.stream(all.toLongArray()).sorted().distinct().count();
  }

  /** The occurrences of words at each source. */
  private static final class Tokens implements MergeableSum<TermStats, Tokens>, Serializable {
    private final TreeMap<String, Long> bySource = new TreeMap<>();

    @Override
    public Tokens add(TermStats word) {
      word.bySource().forEach((source, frequency) -> add(source, frequency.tf()));
      return this;
    }

    @Override
    public Tokens merge(Tokens other) {
      other.bySource.forEach(this::add);
      return this;
    }

    private void add(String source, long tokens) {
      bySource.merge(source, tokens, Long::sum);
    }
  }
}
