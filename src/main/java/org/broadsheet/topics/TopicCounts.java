package org.broadsheet.topics;

import java.io.Serializable;
import java.time.LocalDate;
import org.broadsheet.counting.block.BlockArticles;

/**
 * The counts of one topic: its articles, how well they fit, when they appeared, and the tf and df
 * of every word. Whole numbers only, so that the order of adding does not matter.
 */
final class TopicCounts implements Serializable {

  /** Similarities are added as whole billionths. */
  private static final double BILLION = 1e9;

  /** How finely similarities are told apart where articles are counted by them. */
  private static final int STEPS = 1_000;

  /** The day of an article without a date. */
  static final int NO_DAY = BlockArticles.NO_DAY;

  private final int[] bySimilarity = new int[STEPS];
  private final WordTally words = new WordTally();
  private long articles;
  private long billionths;
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = NO_DAY;

  /** Adds an article that is so similar to the topic, from 0 to 1. */
  void add(double similarity, int day) {
    articles++;
    billionths += Math.round(similarity * BILLION);
    bySimilarity[step(similarity)]++;
    if (day != NO_DAY) {
      firstDay = Math.min(firstDay, day);
      lastDay = Math.max(lastDay, day);
    }
  }

  /** Adds the words of an article. */
  void addWords(WordCounts article) {
    for (int i = 0; i < article.terms().length; i++) {
      words.add(article.terms()[i], article.tfs()[i], 1);
    }
  }

  void add(TopicCounts other) {
    articles += other.articles;
    billionths += other.billionths;
    for (int i = 0; i < STEPS; i++) {
      bySimilarity[i] += other.bySimilarity[i];
    }
    firstDay = Math.min(firstDay, other.firstDay);
    lastDay = Math.max(lastDay, other.lastDay);
    words.add(other.words);
  }

  /** The last step that is not above a similarity, but for the one of 1. */
  private static int step(double similarity) {
    int step = Math.min(STEPS - 1, (int) (similarity * STEPS));
    return (double) step / STEPS > similarity ? step - 1 : step;
  }

  long articles() {
    return articles;
  }

  WordTally words() {
    return words;
  }

  /** The sum of the similarities of the articles. */
  double similarity() {
    return billionths / BILLION;
  }

  /** Their mean; null if there are no articles. */
  Double cohesion() {
    return articles == 0 ? null : (Double) (similarity() / articles);
  }

  /**
   * The similarity that at most a share of the articles are below: the highest such thousandth.
   *
   * @param share from 0 to 1
   */
  double outlierBound(double share) {
    long below = 0;
    int step = 0;
    while (step < STEPS && below + bySimilarity[step] <= share * articles) {
      below += bySimilarity[step++];
    }
    return (double) step / STEPS;
  }

  /** The day of the first dated article; null if none has a date. */
  LocalDate firstDate() {
    return lastDay == NO_DAY ? null : LocalDate.ofEpochDay(firstDay);
  }

  LocalDate lastDate() {
    return lastDay == NO_DAY ? null : LocalDate.ofEpochDay(lastDay);
  }
}
