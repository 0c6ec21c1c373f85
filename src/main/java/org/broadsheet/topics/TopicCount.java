package org.broadsheet.topics;

/** How many topics to look for when the job does not say. */
final class TopicCount {
  private static final int MIN = 2;
  private static final int MAX = 50;

  private TopicCount() {}

  /**
   * The square root of half the number of articles, rounded, from 2 to 50: a rule of thumb (Mardia,
   * Kent and Bibby 1979, Multivariate Analysis) that looks at nothing but their number.
   */
  static int heuristic(long articles) {
    long rounded = Math.round(Math.sqrt(articles / 2.0));
    return (int) Math.max(MIN, Math.min(MAX, rounded));
  }
}
