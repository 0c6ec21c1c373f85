package org.broadsheet.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.broadsheet.stats.CoOccurrence;

/**
 * How well the top words of topics go together, in the articles of a sample: normalised pointwise
 * mutual information (Bouma 2009; Lau, Newman and Baldwin 2014), and diversity (Dieng, Ruiz and
 * Blei 2020). Coherence alone can be gamed, by one topic that has nearly all articles.
 */
final class Coherence {

  private final int articles;
  private final SparseRows articlesByWord;

  /**
   * Looks at a sample.
   *
   * @param sample its articles
   * @param words the size of the vocabulary
   */
  Coherence(List<WordCounts> sample, int words) {
    this.articles = sample.size();
    SparseRows.Builder rows = new SparseRows.Builder(words);
    for (WordCounts article : sample) {
      rows.add(article.terms(), new float[article.terms().length], article.terms().length);
    }
    this.articlesByWord = rows.build().transposed();
  }

  /** The mean over topics; null if none has two words. */
  Double npmi(int[][] top) {
    double[] known =
        Arrays.stream(top)
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

  /** The mean over the pairs of a topic's words, from -1 to 1; null for a single word. */
  Double npmi(int[] topic) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < topic.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += npmi(topic[i], topic[j]);
        pairs++;
      }
    }
    return pairs == 0 ? null : (Double) (sum / pairs);
  }

  private double npmi(int one, int other) {
    return CoOccurrence.npmi(articlesWithBoth(one, other), df(one), df(other), articles);
  }

  private int df(int word) {
    return articlesByWord.end(word) - articlesByWord.start(word);
  }

  private int articlesWithBoth(int one, int other) {
    int[] articles = articlesByWord.terms();
    int i = articlesByWord.start(one);
    int j = articlesByWord.start(other);
    int both = 0;
    while (i < articlesByWord.end(one) && j < articlesByWord.end(other)) {
      int order = Integer.compare(articles[i], articles[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both;
  }
}
