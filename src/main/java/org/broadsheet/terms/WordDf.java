package org.broadsheet.terms;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.Ngrams;

/**
 * The df of words, looked up by hash: sixteen bytes a word, so that the words of any corpus fit
 * where strings would not.
 */
final class WordDf implements Serializable {

  private final long[] hashes;
  private final long[] df;

  private WordDf(long[] hashes, long[] df) {
    this.hashes = hashes;
    this.df = df;
  }

  /** The df of the words among terms. */
  static WordDf of(JavaRDD<TermStats> terms) {
    List<WordDf> parts = terms.mapPartitions(WordDf::of).collect();
    long[][] pairs =
        parts.stream()
            .flatMap(part -> IntStream.range(0, part.df.length).mapToObj(part::pair))
            .toArray(long[][]::new);
    Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
    return new WordDf(
        Arrays.stream(pairs).mapToLong(pair -> pair[0]).toArray(),
        Arrays.stream(pairs).mapToLong(pair -> pair[1]).toArray());
  }

  private long[] pair(int i) {
    return new long[] {hashes[i], df[i]};
  }

  private static Iterator<WordDf> of(Iterator<TermStats> terms) {
    LongStream.Builder hashes = LongStream.builder();
    LongStream.Builder df = LongStream.builder();
    terms.forEachRemaining(
        term -> {
          if (term.key().n() == 1) {
            hashes.add(hash(term.key().language(), Ngrams.hash(term.key().term())));
            df.add(term.df());
          }
        });
    return List.of(new WordDf(hashes.build().toArray(), df.build().toArray())).iterator();
  }

  private static long hash(String language, long word) {
    return word * 31 + language.hashCode();
  }

  /** The df of a word by its {@link Ngrams#hash}; 0 for a word that is not there. */
  long of(String language, long word) {
    int at = Arrays.binarySearch(hashes, hash(language, word));
    return at < 0 ? 0 : df[at];
  }
}
