package org.broadsheet.topics.describing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.saved.SavedTopic;
import org.broadsheet.topics.saved.SavedTopics;

/**
 * The published topics of all languages.
 *
 * @param topics the topics in order of their ids, which count from 1
 * @param ids for each language, the id of each topic of its model; 0 for one that is not published
 */
public record NumberedTopics(List<Topic> topics, Map<String, int[]> ids) {

  /** The number of terms that describe a topic. */
  private static final int TERMS = 30;

  private static final Comparator<Topic> ORDER =
      Comparator.comparingLong((Topic topic) -> -topic.articles())
          .thenComparing(Topic::firstTerm)
          .thenComparing(Topic::language)
          .thenComparing(Topic::cluster);

  /**
   * Describes and numbers the topics that have articles: by size, then by first term, then by
   * language.
   *
   * @param languages the topics of each language
   * @param tally the counts of their articles
   * @param outliers the largest share of a topic's articles that may be outliers
   * @return the topics, without labels
   */
  public static NumberedTopics bySize(
      List<LanguageTopics> languages, TopicTally tally, double outliers) {
    List<Topic> topics = new ArrayList<>();
    for (LanguageTopics language : languages) {
      LanguageTally counts = tally.of(language.language());
      TopicTermMatrix matrix = matrix(language, counts);
      for (int cluster = 0; cluster < counts.topics().length; cluster++) {
        TopicStats stats = counts.topics()[cluster];
        if (stats.articles() > 0) {
          topics.add(
              new Topic(
                  0,
                  language.language(),
                  cluster,
                  stats,
                  matrix.terms(cluster, TERMS),
                  null,
                  stats.outlierBound(outliers),
                  null));
        }
      }
    }
    topics.sort(ORDER);
    for (int i = 0; i < topics.size(); i++) {
      topics.set(i, topics.get(i).withId(i + 1));
    }
    return of(languages, topics);
  }

  /**
   * Describes the topics of an earlier run, with the ids and labels that they have there. Those
   * without an article in this run are among them.
   *
   * @param saved the topics of the earlier run
   * @param tally the counts of their articles in this run
   * @return the topics
   */
  public static NumberedTopics asSaved(SavedTopics saved, TopicTally tally) {
    Map<String, TopicTermMatrix> matrices = new HashMap<>();
    for (LanguageTopics language : saved.languages()) {
      matrices.put(language.language(), matrix(language, tally.of(language.language())));
    }
    List<Topic> topics = new ArrayList<>();
    for (SavedTopic topic : saved.topics()) {
      TopicStats stats = tally.of(topic.language()).stats(topic.cluster());
      TopicTermMatrix matrix = matrices.get(topic.language());
      topics.add(
          new Topic(
              topic.id(),
              topic.language(),
              topic.cluster(),
              stats,
              stats.articles() == 0 ? List.of() : matrix.terms(topic.cluster(), TERMS),
              topic.label(),
              topic.outlierBound(),
              topic.cohesion()));
    }
    return of(saved.languages(), topics);
  }

  private static TopicTermMatrix matrix(LanguageTopics language, LanguageTally counts) {
    return TopicTermMatrix.of(counts.words(), language.vocabulary());
  }

  private static NumberedTopics of(List<LanguageTopics> languages, List<Topic> topics) {
    Map<String, int[]> ids = new HashMap<>();
    for (LanguageTopics language : languages) {
      if (language.hasTopics()) {
        ids.put(language.language(), new int[language.model().topics()]);
      }
    }
    for (Topic topic : topics) {
      ids.get(topic.language())[topic.cluster()] = topic.id();
    }
    return new NumberedTopics(topics, ids);
  }

  /**
   * Names the topics, the largest first.
   *
   * @param phrases the phrases that stand for words
   * @return the same topics with labels
   */
  public NumberedTopics labelled(TopicPhrases phrases) {
    Map<String, TopicLabels> labels = new HashMap<>();
    List<Topic> labelled = new ArrayList<>();
    for (Topic topic : topics) {
      TopicLabels ofLanguage =
          labels.computeIfAbsent(topic.language(), l -> new TopicLabels(l, phrases.of(l)));
      labelled.add(topic.withLabel(ofLanguage.label(topic.terms())));
    }
    return new NumberedTopics(labelled, ids);
  }

  /** {@return the number of articles with a topic in each language} */
  public Map<String, Long> articles() {
    return topics.stream()
        .collect(Collectors.groupingBy(Topic::language, Collectors.summingLong(Topic::articles)));
  }

  /**
   * {@return for each language, the similarity to each topic of its model below which an article is
   * an outlier}
   */
  public Map<String, double[]> outlierBounds() {
    Map<String, double[]> bounds = new HashMap<>();
    ids.forEach((language, ofLanguage) -> bounds.put(language, new double[ofLanguage.length]));
    for (Topic topic : topics) {
      bounds.get(topic.language())[topic.cluster()] = topic.outlierBound();
    }
    return bounds;
  }
}
