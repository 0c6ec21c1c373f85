package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The published topics: those of all languages, numbered from 1 by size, then by first term, then
 * by language; or, where an earlier run found them, as there.
 *
 * @param topics the topics that have an article, or had one where they were found, in the order of
 *     their numbers
 * @param ids for each language, the number of each topic of its model; 0 for one without a number
 */
record NumberedTopics(List<Topic> topics, Map<String, int[]> ids) {

  /** Terms that describe a topic. */
  private static final int TERMS = 30;

  /** Terms of a topic that stand for it: in tables, and where its quality is measured. */
  static final int TOP_TERMS = 10;

  /**
   * A term of a topic.
   *
   * @param word its number in the vocabulary
   * @param languageTf how often all topics of the language have it
   * @param distinction how well it tells the topic from the others, see {@link LanguageTally}
   * @param exclusivity its share of the topic's words, out of the sum of its shares in all topics
   */
  record Term(
      int word,
      String term,
      String surface,
      double weight,
      long tf,
      long df,
      long languageTf,
      double distinction,
      double exclusivity) {}

  /**
   * A topic.
   *
   * @param id its number
   * @param cluster its number in the model
   * @param counts its counts
   * @param label its name; null before it has one
   */
  record Topic(
      int id, String language, int cluster, TopicCounts counts, List<Term> terms, String label) {

    long articles() {
      return counts.articles();
    }

    private String firstTerm() {
      return terms.isEmpty() ? "" : terms.get(0).term();
    }

    private Topic numbered(int number) {
      return new Topic(number, language, cluster, counts, terms, label);
    }

    private Topic labelled(String name) {
      return new Topic(id, language, cluster, counts, terms, name);
    }

    List<Term> topTerms() {
      return terms.subList(0, Math.min(TOP_TERMS, terms.size()));
    }

    int[] topWords() {
      return topTerms().stream().mapToInt(Term::word).toArray();
    }

    /** The mean over its top terms, as MALLET has it; null if it has none. */
    Double exclusivity() {
      double sum = 0;
      for (Term term : topTerms()) {
        sum += term.exclusivity();
      }
      return terms.isEmpty() ? null : (Double) (sum / topTerms().size());
    }
  }

  private static final Comparator<Topic> ORDER =
      Comparator.comparingLong((Topic topic) -> -topic.articles())
          .thenComparing(Topic::firstTerm)
          .thenComparing(Topic::language)
          .thenComparing(Topic::cluster);

  /** Numbers topics by size. */
  static NumberedTopics of(List<LanguageTopics> languages, TopicTally tally) {
    List<Topic> topics = described(languages, tally);
    Map<String, int[]> ids = noIds(languages);
    topics.sort(ORDER);
    for (int i = 0; i < topics.size(); i++) {
      Topic topic = topics.get(i);
      ids.get(topic.language)[topic.cluster] = i + 1;
      topics.set(i, topic.numbered(i + 1));
    }
    return new NumberedTopics(topics, ids);
  }

  /** The topics of an earlier run, with its numbers and names, those without an article too. */
  static NumberedTopics of(
      List<LanguageTopics> languages, TopicTally tally, List<SavedTopics.Known> known) {
    Map<List<Object>, Topic> described = new HashMap<>();
    described(languages, tally).forEach(t -> described.put(List.of(t.language, t.cluster), t));
    Map<String, int[]> ids = noIds(languages);
    List<Topic> topics = new ArrayList<>();
    for (SavedTopics.Known topic : known) {
      Topic unseen =
          new Topic(0, topic.language(), topic.cluster(), new TopicCounts(), List.of(), null);
      topics.add(
          described
              .getOrDefault(List.of(topic.language(), topic.cluster()), unseen)
              .numbered(topic.id())
              .labelled(topic.label()));
      ids.get(topic.language())[topic.cluster()] = topic.id();
    }
    return new NumberedTopics(topics, ids);
  }

  /** For each language with topics, as many zeros as its model has topics. */
  private static Map<String, int[]> noIds(List<LanguageTopics> languages) {
    Map<String, int[]> ids = new HashMap<>();
    for (LanguageTopics language : languages) {
      if (language.hasTopics()) {
        ids.put(language.language(), new int[language.assigner().model().topics()]);
      }
    }
    return ids;
  }

  /**
   * The same with names, the largest topic named first.
   *
   * @param phrases what a word of a language is mostly part of
   */
  NumberedTopics labelled(Phrases phrases) {
    Map<String, TopicLabels> labels = new HashMap<>();
    List<Topic> named =
        topics.stream()
            .map(
                topic ->
                    topic.labelled(
                        labels
                            .computeIfAbsent(topic.language, l -> new TopicLabels(l, phrases.of(l)))
                            .label(topic.terms)))
            .toList();
    return new NumberedTopics(named, ids);
  }

  /** For each language, its articles that have a topic. */
  Map<String, Long> articles() {
    return topics.stream()
        .collect(Collectors.groupingBy(Topic::language, Collectors.summingLong(Topic::articles)));
  }

  private static List<Topic> described(List<LanguageTopics> languages, TopicTally tally) {
    List<Topic> topics = new ArrayList<>();
    for (LanguageTopics language : languages) {
      TopicTally.Counts counts = tally.of(language.language());
      if (counts != null) {
        topics.addAll(described(language.vocabulary(), counts));
      }
    }
    return topics;
  }

  private static List<Topic> described(TopicVocabulary vocabulary, TopicTally.Counts counts) {
    LanguageTally tally = LanguageTally.of(counts, vocabulary.terms().length);
    List<Topic> topics = new ArrayList<>();
    for (int cluster = 0; cluster < counts.topics().length; cluster++) {
      if (counts.topics()[cluster].articles() > 0) {
        topics.add(
            new Topic(
                0,
                vocabulary.language(),
                cluster,
                counts.topics()[cluster],
                tally.terms(cluster, vocabulary, TERMS),
                null));
      }
    }
    return topics;
  }
}
