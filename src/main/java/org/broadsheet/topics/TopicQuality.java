package org.broadsheet.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.broadsheet.stats.WordSets;

/**
 * How good the topics of a language are, by what their top words do in the sample, and by what the
 * starts that were not chosen found instead.
 */
final class TopicQuality {

  /** With more of all articles than this, a topic of three or more says little of any. */
  private static final double MOST = 2.0 / 3;

  private static final int FEWEST_TOPICS = 3;

  /** What so few articles have in common is no subject. */
  private static final long FEWEST_ARTICLES = 3;

  /** Words of a topic of fewer articles may never have met, and still be of one subject. */
  private static final long COHERENCE_TELLS = 50;

  private final LanguageTopics language;
  private final Coherence coherence;
  private final Map<TopicRun, TopWords> topWords = new ConcurrentHashMap<>();

  /**
   * What stands for the topics of a start.
   *
   * @param words the words that describe each topic best, in the sample
   * @param exclusivity the mean over all of them, see {@link NumberedTopics.Term}; 1 if there are
   *     none
   */
  record TopWords(int[][] words, double exclusivity) {

    static TopWords of(List<List<NumberedTopics.Term>> topics) {
      return new TopWords(
          topics.stream()
              .map(terms -> terms.stream().mapToInt(NumberedTopics.Term::word).toArray())
              .toArray(int[][]::new),
          mean(
              topics.stream()
                  .flatMap(List::stream)
                  .mapToDouble(NumberedTopics.Term::exclusivity)
                  .toArray()));
    }

    private static double mean(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return values.length == 0 ? 1 : sum / values.length;
    }
  }

  TopicQuality(LanguageTopics language) {
    this.language = language;
    this.coherence = new Coherence(language.sample(), language.vocabulary().terms().length);
  }

  TopWords topWords(TopicRun run) {
    return topWords.computeIfAbsent(run, this::found);
  }

  private TopWords found(TopicRun run) {
    TopicTally.Counts counts = TopicTally.Counts.none(run.model().topics());
    for (int i = 0; i < run.assignment().length; i++) {
      counts.topics()[run.assignment()[i]].addWords(language.sample().get(i));
    }
    TopicVocabulary vocabulary = language.vocabulary();
    LanguageTally tally = LanguageTally.of(counts, vocabulary.terms().length);
    return TopWords.of(
        IntStream.range(0, counts.topics().length)
            .mapToObj(topic -> tally.terms(topic, vocabulary, NumberedTopics.TOP_TERMS))
            .toList());
  }

  /** The coherence of a start; null if none of its topics has two words. */
  Double npmi(TopicRun run) {
    return coherence.npmi(topWords(run).words());
  }

  /** The diversity of the top words of a start. */
  double diversity(TopicRun run) {
    return WordSets.diversity(topWords(run).words());
  }

  /** The mean exclusivity of the top words of a start. */
  double exclusivity(TopicRun run) {
    return topWords(run).exclusivity();
  }

  /** The coherence of a topic; null without a sample, or with fewer than two words. */
  Double npmi(NumberedTopics.Topic topic) {
    return language.sample().isEmpty() ? null : coherence.npmi(topic.topWords());
  }

  /**
   * How much of a topic the other starts found too: the mean over them of the best Jaccard index of
   * its top words in the sample with those of one of theirs (Greene, O'Callaghan and Cunningham
   * 2014).
   *
   * @return from 0 to 1; null if there is no other start
   */
  Double stability(NumberedTopics.Topic topic) {
    List<TopicRun> others = language.runs().stream().filter(r -> r != language.chosen()).toList();
    if (others.isEmpty()) {
      return null;
    }
    int[] own = topWords(language.chosen()).words()[topic.cluster()];
    double sum = 0;
    for (TopicRun run : others) {
      sum +=
          Arrays.stream(topWords(run).words())
              .mapToDouble(words -> WordSets.jaccard(own, words))
              .max()
              .orElse(0);
    }
    return sum / others.size();
  }

  /** Whether a topic is no subject to report on. */
  static boolean isDegenerate(NumberedTopics.Topic topic, int topics, long articles, Double npmi) {
    return topic.articles() < FEWEST_ARTICLES
        || isDegenerate(topics, topic.articles(), articles)
        || topic.articles() >= COHERENCE_TELLS && npmi != null && npmi <= 0;
  }

  /** Whether the largest of some topics has nearly all articles. */
  static boolean isDegenerate(int topics, long largest, long articles) {
    return topics >= FEWEST_TOPICS && largest > MOST * articles;
  }
}
