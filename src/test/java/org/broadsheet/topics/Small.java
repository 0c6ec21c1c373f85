package org.broadsheet.topics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small models and samples for tests. */
final class Small {

  private Small() {}

  /** A vocabulary of words that are all in one of two articles. */
  static TopicVocabulary vocabulary(String... words) {
    long[] df = new long[words.length];
    Arrays.fill(df, 1);
    return new TopicVocabulary("en", words, words, df, 2, 2);
  }

  /** A topic for each group of words: an article scores the share of its words that is there. */
  static TopicModel model(List<List<Integer>> topics) {
    return new TopicModel() {
      @Override
      public int topics() {
        return topics.size();
      }

      @Override
      public void score(WordCounts article, double[] scores) {
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
  static WordCounts article(String id, int... terms) {
    int[] tfs = new int[terms.length];
    Arrays.fill(tfs, 1);
    return new WordCounts(id, terms, tfs, terms.length);
  }

  static TopicRun run(TopicModel model, int... assignment) {
    return new TopicRun(model == null ? 0 : model.topics(), 1, model, assignment, 0, 0, null, null);
  }

  /** The topics of a language whose chosen run has a sample with the given topics. */
  static LanguageTopics language(TopicVocabulary vocabulary, TopicModel model, int... assignment) {
    return LanguageTopics.of(
        vocabulary,
        List.of(),
        new TopicLearner.Learned(List.of(run(model, assignment)), List.of(), null));
  }
}
