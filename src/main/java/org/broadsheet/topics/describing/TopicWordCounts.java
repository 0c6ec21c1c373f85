package org.broadsheet.topics.describing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.broadsheet.collections.IntIndex;
import org.broadsheet.topics.learning.BagOfWords;

/**
 * The tf and df of the words of a topic. Only words that the topic has take a slot, since most
 * topics have few of the vocabulary.
 */
public final class TopicWordCounts implements Serializable {

  private final IntIndex slots = new IntIndex();
  private long[] tf = new long[8];
  private long[] df = new long[8];

  /**
   * Counts the words of an article.
   *
   * @param article the article
   */
  public void add(BagOfWords article) {
    for (int i = 0; i < article.terms().length; i++) {
      add(article.terms()[i], article.tfs()[i], 1);
    }
  }

  private void add(int word, long moreTf, long moreDf) {
    int slot = slots.number(word);
    if (slot == tf.length) {
      tf = Arrays.copyOf(tf, 2 * slot);
      df = Arrays.copyOf(df, 2 * slot);
    }
    tf[slot] += moreTf;
    df[slot] += moreDf;
  }

  void merge(TopicWordCounts other) {
    for (int slot = 0; slot < other.size(); slot++) {
      add(other.word(slot), other.tf[slot], other.df[slot]);
    }
  }

  /** The number of distinct words, and of slots. */
  int size() {
    return slots.size();
  }

  /** The slots in order of their words. */
  int[] slotsByWord() {
    return IntStream.range(0, size())
        .mapToLong(slot -> (long) word(slot) << 32 | slot)
        .sorted()
        .mapToInt(sorted -> (int) sorted)
        .toArray();
  }

  /** The word of a slot, as the vocabulary numbers it. */
  int word(int slot) {
    return slots.key(slot);
  }

  /** The occurrences of the word of a slot. */
  long tf(int slot) {
    return tf[slot];
  }

  /** The articles that have the word of a slot. */
  long df(int slot) {
    return df[slot];
  }

  /** The occurrences of all words. */
  long tokens() {
    return Arrays.stream(tf).sum();
  }
}
