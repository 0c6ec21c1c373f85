package org.broadsheet.topics.learning;

import java.util.List;

/**
 * One start of a learner and what it found.
 *
 * @param k the number of topics that was asked for
 * @param seed the seed
 * @param model the learned model
 * @param assignment the topic of each article of the sample, or of the first ones if only these
 *     were used
 * @param cost what the learner minimises: lower is better among starts of one algorithm and k
 * @param cohesion the mean similarity of these articles to their topics
 * @param silhouette how clearly articles lie in their own topic; null if it is not known
 * @param agreement the mean adjusted Rand index with the other starts of this k; null if there is
 *     no other, or before they were compared
 */
public record TopicRun(
    int k,
    long seed,
    TopicModel model,
    int[] assignment,
    double cost,
    double cohesion,
    Double silhouette,
    Double agreement) {

  /**
   * Assigns the articles of a sample by a model.
   *
   * @param k the number of topics that was asked for
   * @param seed the seed
   * @param model the learned model
   * @param sample the sample
   * @param cost what the learner minimises
   * @return the run, without silhouette and agreement
   */
  public static TopicRun of(int k, long seed, TopicModel model, TopicSample sample, double cost) {
    List<BagOfWords> articles = sample.articles();
    int[] assignment = new int[articles.size()];
    double[] scores = new double[model.topics()];
    double sum = 0;
    for (int i = 0; i < assignment.length; i++) {
      model.score(articles.get(i), scores);
      assignment[i] = best(scores);
      sum += scores[assignment[i]];
    }
    return new TopicRun(k, seed, model, assignment, cost, sum / articles.size(), null, null);
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int topic = 1; topic < scores.length; topic++) {
      best = scores[topic] > scores[best] ? topic : best;
    }
    return best;
  }

  TopicRun withAgreement(Double withOthers) {
    return new TopicRun(k, seed, model, assignment, cost, cohesion, silhouette, withOthers);
  }

  /** {@return the number of articles of the sample that lie in its largest topic} */
  public long largestArticles() {
    long[] sizes = new long[model.topics()];
    long largest = 0;
    for (int topic : assignment) {
      largest = Math.max(largest, ++sizes[topic]);
    }
    return largest;
  }

  /** {@return for each topic of the model, whether an article of the sample lies in it} */
  public boolean[] used() {
    boolean[] used = new boolean[model.topics()];
    for (int topic : assignment) {
      used[topic] = true;
    }
    return used;
  }
}
