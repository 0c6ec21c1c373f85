package org.broadsheet.topics.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.stats.WordSets;
import org.broadsheet.topics.describing.Topic;
import org.broadsheet.topics.describing.TopicTerm;
import org.broadsheet.topics.describing.TopicTermMatrix;
import org.broadsheet.topics.describing.TopicWordCounts;
import org.broadsheet.topics.learning.LearnedTopics;
import org.broadsheet.topics.learning.TopicRun;

/**
 * Measures the quality of the topics of a language: by what their top words do in the sample, and
 * by what the other starts found.
 */
public final class TopicQuality {

  /**
   * A topic with more than this share of all articles says little about any of them, if there are
   * {@value #FEWEST_TOPICS} or more topics.
   */
  private static final double MOST = 2.0 / 3;

  private static final int FEWEST_TOPICS = 3;

  /** Fewer articles do not make a subject. */
  private static final long FEWEST_ARTICLES = 3;

  /** In a topic of fewer articles, words of one subject may never occur together. */
  private static final long FEWEST_FOR_COHERENCE = 50;

  private final LearnedTopics learned;
  private Coherence coherence;
  private final Map<TopicRun, TopTerms> topTerms = new ConcurrentHashMap<>();

  /**
   * Prepares the measures.
   *
   * @param learned what was learned
   */
  public TopicQuality(LearnedTopics learned) {
    this.learned = learned;
  }

  /** Indexes the sample, if a table needs it. */
  private synchronized Coherence coherence() {
    if (coherence == null) {
      coherence = new Coherence(learned.sample());
    }
    return coherence;
  }

  /** The terms that describe each topic of a run best, in the sample. */
  private record TopTerms(List<List<TopicTerm>> topics) {

    int[][] words() {
      return topics.stream()
          .map(terms -> terms.stream().mapToInt(TopicTerm::word).toArray())
          .toArray(int[][]::new);
    }

    double meanExclusivity() {
      double sum = 0;
      int terms = 0;
      for (List<TopicTerm> topic : topics) {
        for (TopicTerm term : topic) {
          sum += term.exclusivity();
          terms++;
        }
      }
      return terms == 0 ? 1 : sum / terms;
    }
  }

  private TopTerms topTerms(TopicRun run) {
    return topTerms.computeIfAbsent(run, this::computed);
  }

  private TopTerms computed(TopicRun run) {
    TopicWordCounts[] topics =
        Stream.generate(TopicWordCounts::new)
            .limit(run.model().topics())
            .toArray(TopicWordCounts[]::new);
    for (int i = 0; i < run.assignment().length; i++) {
      topics[run.assignment()[i]].add(learned.sample().articles().get(i));
    }
    TopicTermMatrix matrix = TopicTermMatrix.of(topics, learned.sample().vocabulary());
    return new TopTerms(
        IntStream.range(0, topics.length)
            .mapToObj(topic -> matrix.terms(topic, Topic.TOP_TERMS))
            .toList());
  }

  /**
   * Returns the words that describe the topics of a run.
   *
   * @param run a run
   * @return the words of each topic of its model
   */
  int[][] topWords(TopicRun run) {
    return topTerms(run).words();
  }

  /**
   * Computes the coherence of a run.
   *
   * @param run a run
   * @return the mean over its topics; null if none has two words
   */
  public Double npmi(TopicRun run) {
    return coherence().npmi(topWords(run));
  }

  /**
   * Computes the diversity of a run.
   *
   * @param run a run
   * @return the share of distinct words among the top words of its topics
   */
  public double diversity(TopicRun run) {
    return WordSets.diversity(topWords(run));
  }

  /**
   * Computes the exclusivity of a run.
   *
   * @param run a run
   * @return the mean {@link TopicTerm#exclusivity} of the top terms of its topics; 1 if there are
   *     none
   */
  public double exclusivity(TopicRun run) {
    return topTerms(run).meanExclusivity();
  }

  /**
   * Computes the coherence of a topic.
   *
   * @param topic a topic
   * @return its coherence; null with fewer than two words
   */
  public Double npmi(Topic topic) {
    return coherence().npmi(topic.topWords());
  }

  /**
   * Computes the stability of a topic: how far the other starts found it too. It is the mean over
   * these starts of the best Jaccard index of the topic's top words in the sample with those of one
   * of their topics (Greene, O'Callaghan and Cunningham 2014).
   *
   * @param topic a topic
   * @return from 0 to 1; null if there is no other start
   */
  public Double stability(Topic topic) {
    TopicRun chosen = learned.chosen();
    List<TopicRun> others = learned.runs().stream().filter(run -> run != chosen).toList();
    if (others.isEmpty()) {
      return null;
    }
    int[] own = topWords(chosen)[topic.cluster()];
    double sum = 0;
    for (TopicRun run : others) {
      sum +=
          Arrays.stream(topWords(run))
              .mapToDouble(words -> WordSets.jaccard(own, words))
              .max()
              .orElse(0);
    }
    return sum / others.size();
  }

  /**
   * Returns whether a topic is too poor to report on.
   *
   * @param topic a topic
   * @param topics the number of topics of its language
   * @param articles the number of articles of its language
   * @param npmi its coherence; null if it is not known
   * @return true if it has too few articles, nearly all of them, or words that do not go together
   */
  public static boolean isDegenerate(Topic topic, int topics, long articles, Double npmi) {
    return topic.articles() < FEWEST_ARTICLES
        || isDegenerate(topics, topic.articles(), articles)
        || topic.articles() >= FEWEST_FOR_COHERENCE && npmi != null && npmi <= 0;
  }

  /**
   * Returns whether the largest of some topics has nearly all articles.
   *
   * @param topics the number of topics
   * @param largest the number of articles of the largest
   * @param articles the number of all articles
   * @return true if it has
   */
  public static boolean isDegenerate(int topics, long largest, long articles) {
    return topics >= FEWEST_TOPICS && largest > MOST * articles;
  }
}
