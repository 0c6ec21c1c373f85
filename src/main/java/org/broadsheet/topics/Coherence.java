package org.broadsheet.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How well the top words of topics go together, in the articles of a sample: normalised pointwise
 * mutual information (Bouma 2009; Lau, Newman and Baldwin 2014), and diversity (Dieng, Ruiz and
 * Blei 2020). Coherence alone can be gamed, by one topic that has nearly all articles.
 */
final class Coherence {

  private final List<WordCounts> sample;
  private final int words;
  private final boolean[] telling;
  private final SparseRows articlesByWord;

  /**
   * Looks at a sample.
   *
   * @param sample its articles
   * @param vocabulary their words; number words are no top words
   */
  Coherence(List<WordCounts> sample, TopicVocabulary vocabulary) {
    this.sample = sample;
    this.words = vocabulary.terms().length;
    Set<String> numbers = NumberWords.of(vocabulary.language());
    this.telling = new boolean[words];
    for (int word = 0; word < words; word++) {
      telling[word] = !numbers.contains(vocabulary.terms()[word]);
    }
    SparseRows.Builder rows = new SparseRows.Builder(words);
    for (WordCounts article : sample) {
      rows.add(article.terms(), new float[article.terms().length], article.terms().length);
    }
    this.articlesByWord = rows.build().transposed();
  }

  /**
   * What stands for the topics of a start.
   *
   * @param words the words of highest c-TF-IDF of each topic
   * @param exclusivity the mean over all of them of a word's share of its topic's words, out of the
   *     sum of its shares in all topics
   */
  record TopWords(int[][] words, double exclusivity) {}

  /**
   * The top words of each topic.
   *
   * @param assignment the topic of each article of the sample, or of its first ones
   * @param topics how many topics there are
   */
  TopWords topWords(int[] assignment, int topics) {
    long[][] tf = new long[topics][words];
    long[] all = new long[words];
    for (int i = 0; i < assignment.length; i++) {
      WordCounts article = sample.get(i);
      for (int w = 0; w < article.terms().length; w++) {
        tf[assignment[i]][article.terms()[w]] += article.tfs()[w];
        all[article.terms()[w]] += article.tfs()[w];
      }
    }
    ClassTfIdf weighting = ClassTfIdf.of(all, topics);
    int[][] top = new int[topics][];
    for (int topic = 0; topic < topics; topic++) {
      double[] weights = new double[words];
      for (int word = 0; word < words; word++) {
        // The size of the topic is a factor that all its words have in common.
        weights[word] = telling[word] ? weighting.weight(word, tf[topic][word], 1) : 0;
      }
      top[topic] = ClassTfIdf.top(weights, NumberedTopics.TOP_TERMS);
    }
    return new TopWords(top, exclusivity(tf, top));
  }

  private static double exclusivity(long[][] tf, int[][] top) {
    double[] tokens = Arrays.stream(tf).mapToDouble(t -> Arrays.stream(t).sum()).toArray();
    double sum = 0;
    int count = 0;
    for (int topic = 0; topic < top.length; topic++) {
      for (int word : top[topic]) {
        double shares = 0;
        for (int other = 0; other < top.length; other++) {
          shares += tokens[other] == 0 ? 0 : tf[other][word] / tokens[other];
        }
        sum += tf[topic][word] / tokens[topic] / shares;
        count++;
      }
    }
    return count == 0 ? 1 : sum / count;
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
    double articles = sample.size();
    double both = articlesWithBoth(one, other) / articles;
    if (both == 0) {
      return -1;
    }
    double expected = df(one) / articles * df(other) / articles;
    // Rounding may take it above one.
    return both == 1 ? 0 : Math.min(1, StrictMath.log(both / expected) / -StrictMath.log(both));
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

  /** Of all top words of all topics, the share that is different. */
  static double diversity(int[][] top) {
    int[] all = Arrays.stream(top).flatMapToInt(Arrays::stream).toArray();
    return all.length == 0 ? 1 : (double) Arrays.stream(all).distinct().count() / all.length;
  }
}
