package org.broadsheet.topics.quality;

import java.util.Arrays;
import java.util.Objects;
import org.broadsheet.stats.CoOccurrence;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.TopicSample;

/**
 * Measures how well the words of topics go together in the articles of a sample, by normalised
 * pointwise mutual information (Lau, Newman and Baldwin 2014). Coherence alone can be misleading: a
 * single topic with nearly all articles may score high.
 */
final class Coherence {

  private final int articles;

  /** For each word, the articles that have it, in order. */
  private final int[][] articlesOf;

  /**
   * Indexes a sample.
   *
   * @param sample the sample
   */
  Coherence(TopicSample sample) {
    this.articles = sample.size();
    int[] df = new int[sample.vocabulary().size()];
    for (BagOfWords article : sample.articles()) {
      for (int word : article.terms()) {
        df[word]++;
      }
    }
    this.articlesOf = Arrays.stream(df).mapToObj(int[]::new).toArray(int[][]::new);
    int[] next = new int[df.length];
    for (int article = 0; article < articles; article++) {
      for (int word : sample.articles().get(article).terms()) {
        articlesOf[word][next[word]++] = article;
      }
    }
  }

  /** The mean coherence of topics, given by their words; null if none has two words. */
  Double npmi(int[][] topics) {
    double[] known =
        Arrays.stream(topics)
            .map(this::npmi)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    double sum = 0;
    for (double npmi : known) {
      sum += npmi;
    }
    return known.length == 0 ? null : (Double) (sum / known.length);
  }

  /** The mean over the pairs of a topic's words, from -1 to 1; null if there is no pair. */
  Double npmi(int[] words) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += npmi(words[i], words[j]);
        pairs++;
      }
    }
    return pairs == 0 ? null : (Double) (sum / pairs);
  }

  private double npmi(int one, int other) {
    int[] ofOne = articlesOf[one];
    int[] ofOther = articlesOf[other];
    return CoOccurrence.npmi(inBoth(ofOne, ofOther), ofOne.length, ofOther.length, articles);
  }

  /** The number of elements that two ascending arrays share. */
  private static int inBoth(int[] one, int[] other) {
    int i = 0;
    int j = 0;
    int both = 0;
    while (i < one.length && j < other.length) {
      int order = Integer.compare(one[i], other[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both;
  }
}
