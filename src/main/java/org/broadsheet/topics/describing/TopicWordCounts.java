package org.broadsheet.topics.describing;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.stream.IntStream;
import org.broadsheet.topics.learning.BagOfWords;

/**
 * The tf and df of the words of a topic. Only words that the topic has take a slot, since most
 * topics have few of the vocabulary.
 */
public final class TopicWordCounts implements Serializable {

  private final Int2IntOpenHashMap slots = new Int2IntOpenHashMap();
  private final IntArrayList words = new IntArrayList();
  private final LongArrayList tf = new LongArrayList();
  private final LongArrayList df = new LongArrayList();

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
    int slot = slots.computeIfAbsent(word, this::newSlot);
    tf.elements()[slot] += moreTf;
    df.elements()[slot] += moreDf;
  }

  private int newSlot(int word) {
    words.add(word);
    tf.add(0);
    df.add(0);
    return words.size() - 1;
  }

  void merge(TopicWordCounts other) {
    for (int slot = 0; slot < other.size(); slot++) {
      add(other.word(slot), other.tf(slot), other.df(slot));
    }
  }

  /** The number of distinct words, and of slots. */
  int size() {
    return words.size();
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
    return words.getInt(slot);
  }

  /** The occurrences of the word of a slot. */
  long tf(int slot) {
    return tf.getLong(slot);
  }

  /** The articles that have the word of a slot. */
  long df(int slot) {
    return df.getLong(slot);
  }

  /** The occurrences of all words. */
  long tokens() {
    return tf.longStream().sum();
  }
}
