package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The published topics: those of all languages, numbered from 1 by size, then by first term, then
 * by language.
 *
 * @param topics the topics, in their order
 * @param ids for each language, the number of each topic of its model; 0 for one without articles
 */
record NumberedTopics(List<Topic> topics, Map<String, int[]> ids) {

  /**
   * A term of a topic.
   *
   * @param languageTf how often all topics of the language have it
   * @param distinction how well it tells the topic from the others, see {@link LanguageTally}
   */
  record Term(
      String term,
      String surface,
      double weight,
      long tf,
      long df,
      long languageTf,
      double distinction) {}

  /**
   * A topic.
   *
   * @param cluster its number in the model
   * @param label its name; null before it has one
   */
  record Topic(String language, int cluster, long articles, List<Term> terms, String label) {

    private String firstTerm() {
      return terms.isEmpty() ? "" : terms.get(0).term();
    }

    private Topic labelled(String name) {
      return new Topic(language, cluster, articles, terms, name);
    }
  }

  private static final Comparator<Topic> ORDER =
      Comparator.comparingLong((Topic topic) -> -topic.articles)
          .thenComparing(Topic::firstTerm)
          .thenComparing(Topic::language)
          .thenComparing(Topic::cluster);

  static NumberedTopics of(List<LanguageTopics> languages, TopicTally tally) {
    List<Topic> topics = new ArrayList<>();
    Map<String, int[]> ids = new HashMap<>();
    for (LanguageTopics language : languages) {
      TopicTally.Counts counts = tally.of(language.language());
      if (counts != null) {
        topics.addAll(described(language.vocabulary(), counts));
        ids.put(language.language(), new int[counts.articles().length]);
      }
    }
    topics.sort(ORDER);
    for (int i = 0; i < topics.size(); i++) {
      ids.get(topics.get(i).language)[topics.get(i).cluster] = i + 1;
    }
    return new NumberedTopics(labelled(topics), ids);
  }

  /** Names topics, the largest first. */
  private static List<Topic> labelled(List<Topic> topics) {
    Map<String, TopicLabels> labels = new HashMap<>();
    return topics.stream()
        .map(
            topic ->
                topic.labelled(
                    labels.computeIfAbsent(topic.language, TopicLabels::new).label(topic.terms)))
        .toList();
  }

  /** For each language, its articles that have a topic. */
  Map<String, Long> articles() {
    return topics.stream()
        .collect(Collectors.groupingBy(Topic::language, Collectors.summingLong(Topic::articles)));
  }

  private static List<Topic> described(TopicVocabulary vocabulary, TopicTally.Counts counts) {
    LanguageTally tally = LanguageTally.of(counts, vocabulary.terms().length);
    List<Topic> topics = new ArrayList<>();
    for (int cluster = 0; cluster < counts.articles().length; cluster++) {
      if (counts.articles()[cluster] > 0) {
        topics.add(
            new Topic(
                vocabulary.language(),
                cluster,
                counts.articles()[cluster],
                tally.terms(cluster, vocabulary),
                null));
      }
    }
    return topics;
  }
}
