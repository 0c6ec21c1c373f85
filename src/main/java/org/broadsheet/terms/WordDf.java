package org.broadsheet.terms;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.TermHash;

/**
 * The df of words, looked up by hash: sixteen bytes for each word, so that the words of any corpus
 * fit where strings would not.
 */
final class WordDf implements Serializable {

  private final long[] hashes;
  private final long[] df;

  private WordDf(long[] hashes, long[] df) {
    this.hashes = hashes;
    this.df = df;
  }

  /** Collects the df of the words among terms. */
  static WordDf of(JavaRDD<TermStats> terms) {
    List<WordDf> parts = terms.mapPartitions(WordDf::ofPartition).collect();
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

  private static Iterator<WordDf> ofPartition(Iterator<TermStats> terms) {
    LongStream.Builder hashes = LongStream.builder();
    LongStream.Builder df = LongStream.builder();
    terms.forEachRemaining(
        term -> {
          if (term.key().n() == 1) {
            long language = TermHash.ofLanguage(term.key().language());
            hashes.add(TermHash.ofWord(term.key().term()) ^ language);
            df.add(term.df());
          }
        });
    return List.of(new WordDf(hashes.build().toArray(), df.build().toArray())).iterator();
  }

  /**
   * Looks up a word.
   *
   * @param hash the hash of the word in its language, see {@link TermHash#ofLanguage}
   * @return its df; 0 for a word that is not there
   */
  long of(long hash) {
    int at = Arrays.binarySearch(hashes, hash);
    return at < 0 ? 0 : df[at];
  }
}
