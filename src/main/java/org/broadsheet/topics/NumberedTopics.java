package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The published topics: those of all languages, numbered from 1 by size, then by first term, then
 * by language.
 *
 * @param topics the topics, in their order
 * @param ids for each language, the number of each topic of its model; 0 for one without articles
 */
record NumberedTopics(List<Topic> topics, Map<String, int[]> ids) {

  /** Terms that describe a topic. */
  private static final int TERMS = 30;

  /** Terms in a topic's label. */
  private static final int LABEL_TERMS = 3;

  /**
   * A term of a topic.
   *
   * @param divergence what it adds to the Kullback-Leibler divergence of the topic from the
   *     language: p ln(p / q). It sets words apart that c-TF-IDF likes for being frequent
   *     everywhere (compare the relevance of Sievert and Shirley 2014)
   */
  record Term(
      String term,
      String surface,
      double weight,
      long tf,
      long df,
      long languageTf,
      double divergence) {}

  /** A topic before and after it has its number. */
  record Topic(String language, int cluster, long articles, List<Term> terms) {

    /** Of its terms, those that tell it from the rest of the language. */
    String label() {
      return terms.stream()
          .sorted(Comparator.comparingDouble((Term term) -> -term.divergence))
          .limit(LABEL_TERMS)
          .map(Term::surface)
          .collect(Collectors.joining(", "));
    }

    private String firstTerm() {
      return terms.isEmpty() ? "" : terms.get(0).term();
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
    return new NumberedTopics(List.copyOf(topics), ids);
  }

  /** Articles of a language that have a topic. */
  long articles(String language) {
    return topics.stream()
        .filter(topic -> topic.language.equals(language))
        .mapToLong(Topic::articles)
        .sum();
  }

  private static List<Topic> described(TopicVocabulary vocabulary, TopicTally.Counts counts) {
    double[][] weights = ClassTfIdf.weights(counts.tf());
    List<Topic> topics = new ArrayList<>();
    for (int cluster = 0; cluster < weights.length; cluster++) {
      if (counts.articles()[cluster] > 0) {
        topics.add(
            new Topic(
                vocabulary.language(),
                cluster,
                counts.articles()[cluster],
                terms(cluster, weights[cluster], vocabulary, counts)));
      }
    }
    return topics;
  }

  private static List<Term> terms(
      int cluster, double[] weights, TopicVocabulary vocabulary, TopicTally.Counts counts) {
    long topicTokens = LongStream.of(counts.tf()[cluster]).sum();
    long languageTokens = Stream.of(counts.tf()).flatMapToLong(LongStream::of).sum();
    List<Term> terms = new ArrayList<>();
    for (int term : ClassTfIdf.top(weights, TERMS)) {
      long tf = counts.tf()[cluster][term];
      long languageTf = Stream.of(counts.tf()).mapToLong(topic -> topic[term]).sum();
      double p = (double) tf / topicTokens;
      double q = (double) languageTf / languageTokens;
      terms.add(
          new Term(
              vocabulary.terms()[term],
              vocabulary.surfaces()[term],
              weights[term],
              tf,
              counts.df()[cluster][term],
              languageTf,
              p * StrictMath.log(p / q)));
    }
    return terms;
  }
}
