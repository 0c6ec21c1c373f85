package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.broadsheet.collections.IntIndex;

/** The words of a topic with their counts: only those that it has, since most topics have few. */
final class WordTally implements Serializable {

  private final IntIndex index = new IntIndex();
  private long[] tf = new long[8];
  private long[] df = new long[8];

  /** Adds occurrences of a word of the vocabulary, and the articles that have them. */
  void add(int word, long moreTf, long moreDf) {
    int place = index.number(word);
    if (place == tf.length) {
      tf = Arrays.copyOf(tf, 2 * place);
      df = Arrays.copyOf(df, 2 * place);
    }
    tf[place] += moreTf;
    df[place] += moreDf;
  }

  void add(WordTally other) {
    for (int place = 0; place < other.size(); place++) {
      add(other.word(place), other.tf[place], other.df[place]);
    }
  }

  /** How many words there are. */
  int size() {
    return index.size();
  }

  /** Where the words are, in order of the vocabulary. */
  int[] places() {
    return IntStream.range(0, size())
        .mapToLong(place -> (long) word(place) << 32 | place)
        .sorted()
        .mapToInt(sorted -> (int) sorted)
        .toArray();
  }

  int word(int place) {
    return index.key(place);
  }

  long tf(int place) {
    return tf[place];
  }

  long df(int place) {
    return df[place];
  }

  /** All occurrences of all words. */
  long tokens() {
    return Arrays.stream(tf).sum();
  }
}
