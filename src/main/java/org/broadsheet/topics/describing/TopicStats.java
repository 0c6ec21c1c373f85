package org.broadsheet.topics.describing;

import java.io.Serializable;
import java.time.LocalDate;
import org.broadsheet.topics.assigning.BlockArticles;
import org.broadsheet.topics.learning.BagOfWords;

/**
 * Counts of one topic: its articles, their similarities and dates, and the tf and df of every word.
 * They are whole numbers, so that the order of adding does not matter.
 */
public final class TopicStats implements Serializable {

  /** Similarities are added as whole billionths. */
  private static final double BILLION = 1e9;

  /** The number of intervals of the histogram of similarities. */
  private static final int STEPS = 1_000;

  /** The day of an article without a date, see {@link BlockArticles#day}. */
  static final int NO_DAY = Integer.MIN_VALUE;

  private final int[] histogram = new int[STEPS];
  private final TopicWordCounts words = new TopicWordCounts();
  private long articles;
  private long billionths;
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = NO_DAY;

  /**
   * Counts an article.
   *
   * @param similarity its similarity to the topic, from 0 to 1
   * @param day its {@linkplain BlockArticles#day day}
   */
  public void add(double similarity, int day) {
    articles++;
    billionths += Math.round(similarity * BILLION);
    histogram[step(similarity)]++;
    if (day != NO_DAY) {
      firstDay = Math.min(firstDay, day);
      lastDay = Math.max(lastDay, day);
    }
  }

  /** Counts the words of an article. */
  void addWords(BagOfWords article) {
    words.add(article);
  }

  void merge(TopicStats other) {
    articles += other.articles;
    billionths += other.billionths;
    for (int i = 0; i < STEPS; i++) {
      histogram[i] += other.histogram[i];
    }
    firstDay = Math.min(firstDay, other.firstDay);
    lastDay = Math.max(lastDay, other.lastDay);
    words.merge(other.words);
  }

  /** The interval of the histogram that a similarity is in; 1 is in the last one. */
  private static int step(double similarity) {
    int step = Math.min(STEPS - 1, (int) (similarity * STEPS));
    return (double) step / STEPS > similarity ? step - 1 : step;
  }

  /** {@return the number of articles} */
  public long articles() {
    return articles;
  }

  TopicWordCounts words() {
    return words;
  }

  /** {@return the sum of the similarities of the articles to the topic} */
  public double similarity() {
    return billionths / BILLION;
  }

  /** {@return the mean similarity of the articles to the topic; null if there are no articles} */
  public Double cohesion() {
    return articles == 0 ? null : (Double) (similarity() / articles);
  }

  /**
   * Finds the similarity below which articles are outliers.
   *
   * @param share the largest share of the articles that may be outliers, from 0 to 1
   * @return the highest similarity, in thousandths, that no larger share is below
   */
  double outlierBound(double share) {
    long below = 0;
    int step = 0;
    while (step < STEPS && below + histogram[step] <= share * articles) {
      below += histogram[step++];
    }
    return (double) step / STEPS;
  }

  /** {@return the day of the first dated article; null if none has a date} */
  public LocalDate firstDate() {
    return lastDay == NO_DAY ? null : LocalDate.ofEpochDay(firstDay);
  }

  /** {@return the day of the last dated article; null if none has a date} */
  public LocalDate lastDate() {
    return lastDay == NO_DAY ? null : LocalDate.ofEpochDay(lastDay);
  }
}
