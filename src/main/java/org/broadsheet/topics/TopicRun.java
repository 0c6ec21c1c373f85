package org.broadsheet.topics;

/**
 * One start of a learner.
 *
 * @param k how many topics were asked for
 * @param seed the seed
 * @param model what was learned
 * @param assignment the topic of each article of the sample
 * @param cost what the learner minimises: lower is better among starts of one algorithm
 */
record TopicRun(int k, long seed, TopicModel model, int[] assignment, double cost) {

  /** The articles of the sample that lie in its largest topic. */
  long largestArticles() {
    long[] sizes = new long[model.topics()];
    long largest = 0;
    for (int topic : assignment) {
      largest = Math.max(largest, ++sizes[topic]);
    }
    return largest;
  }

  /** For each topic of the model, whether an article of the sample lies in it. */
  boolean[] used() {
    boolean[] used = new boolean[model.topics()];
    for (int topic : assignment) {
      used[topic] = true;
    }
    return used;
  }
}
