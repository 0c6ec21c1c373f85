package org.broadsheet.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Compares the sets of words that describe topics. */
public final class WordSets {

  private WordSets() {}

  /**
   * Computes the Jaccard index of two sets.
   *
   * @param one distinct words
   * @param other distinct words
   * @return the words in both over the words in either; 0 for two empty sets
   */
  public static double jaccard(int[] one, int[] other) {
    long both = IntStream.of(one).filter(a -> IntStream.of(other).anyMatch(b -> a == b)).count();
    long either = one.length + other.length - both;
    return either == 0 ? 0 : (double) both / either;
  }

  /**
   * Computes topic diversity (Dieng, Ruiz and Blei 2020).
   *
   * @param topics the words that describe each topic
   * @return the distinct words over all words; 1 if there are none
   */
  public static double diversity(int[][] topics) {
    int[] all = Arrays.stream(topics).flatMapToInt(Arrays::stream).toArray();
    return all.length == 0 ? 1 : (double) Arrays.stream(all).distinct().count() / all.length;
  }
}
