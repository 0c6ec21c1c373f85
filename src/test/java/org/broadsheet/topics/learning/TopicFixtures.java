package org.broadsheet.topics.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small models and samples for tests. */
public final class TopicFixtures {

  private TopicFixtures() {}

  /** A vocabulary of words that are each in one of two articles. */
  public static TopicVocabulary vocabulary(String... words) {
    long[] df = new long[words.length];
    Arrays.fill(df, 1);
    return new TopicVocabulary("en", words, words, df, 2, 2);
  }

  /**
   * A model with a topic for each list of words: the score of an article is the share of its words
   * that are in the list.
   */
  public static TopicModel model(List<List<Integer>> topics) {
    return new TopicModel() {
      @Override
      public int topics() {
        return topics.size();
      }

      @Override
      public void score(BagOfWords article, double[] scores) {
        for (int topic = 0; topic < scores.length; topic++) {
          List<Integer> words = topics.get(topic);
          scores[topic] =
              IntStream.of(article.terms()).filter(words::contains).count()
                  / (double) article.length();
        }
      }

      @Override
      public double similarity(int topic, int other) {
        return topic == other ? 1 : 0;
      }
    };
  }

  /** An article with words of a vocabulary, each once. */
  public static BagOfWords article(String id, int... terms) {
    int[] tfs = new int[terms.length];
    Arrays.fill(tfs, 1);
    return new BagOfWords(id, terms, tfs, terms.length);
  }

  public static TopicRun run(TopicModel model, int... assignment) {
    return new TopicRun(model.topics(), 1, model, assignment, 0, 0, null, null);
  }

  /** The topics of a language whose chosen run assigned the articles of its sample like this. */
  public static LanguageTopics language(
      TopicVocabulary vocabulary, TopicModel model, int... assignment) {
    return new LanguageTopics(vocabulary, model, run(model, assignment).used());
  }
}
