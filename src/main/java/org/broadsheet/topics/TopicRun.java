package org.broadsheet.topics;

/**
 * One start of a learner.
 *
 * @param k how many topics were asked for
 * @param seed the seed
 * @param model what was learned
 * @param assignment the topic of each article of the sample, or of its first ones
 * @param cost what the learner minimises: lower is better among starts of one algorithm and k
 * @param silhouette how clearly articles lie with their own topic; null if it is not known
 * @param agreement the mean adjusted Rand index with other starts of this k; null before it is
 *     known
 */
record TopicRun(
    int k,
    long seed,
    TopicModel model,
    int[] assignment,
    double cost,
    Double silhouette,
    Double agreement) {

  TopicRun agreeing(Double withOthers) {
    return new TopicRun(k, seed, model, assignment, cost, silhouette, withOthers);
  }

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
