package org.broadsheet.topics.describing;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.TermStats;

/**
 * Pairs of words that are shown instead of one of their words, because at least half of its
 * occurrences are in the pair: "prime minister" reads better than "minister".
 *
 * @param byLanguage for each language and word, its pair
 */
public record TopicPhrases(Map<String, Map<String, WordPair>> byLanguage) {

  /** No pairs. */
  static final TopicPhrases NONE = new TopicPhrases(Map.of());

  /**
   * A pair of words.
   *
   * @param term the words, with a space between them
   * @param surface the pair in its most frequent form
   * @param tf its occurrences
   */
  record WordPair(String term, String surface, long tf) implements Serializable {

    List<String> words() {
      return List.of(term.split(" "));
    }
  }

  /** A word and a pair that has at least half of its occurrences. */
  private record PairOfWord(String language, String word, WordPair phrase)
      implements Serializable {}

  private static final Comparator<WordPair> BEST =
      Comparator.comparingLong((WordPair phrase) -> -phrase.tf).thenComparing(WordPair::term);

  /**
   * Finds the pairs of the words that describe topics, among the terms that the job publishes.
   *
   * @param terms the counted terms
   * @param topics the topics
   * @return the pairs
   */
  public static TopicPhrases of(CountedTerms terms, List<Topic> topics) {
    Broadcast<HashMap<String, HashMap<String, Long>>> words = terms.broadcast(wordCounts(topics));
    Map<String, Map<String, WordPair>> phrases = new HashMap<>();
    terms
        .published()
        .filter(term -> term.key().n() == 2)
        .flatMap(term -> phrases(term, words.value()).iterator())
        .collect()
        .forEach(
            found ->
                phrases
                    .computeIfAbsent(found.language, l -> new HashMap<>())
                    .merge(found.word, found.phrase, (a, b) -> BEST.compare(a, b) <= 0 ? a : b));
    words.destroy();
    return new TopicPhrases(phrases);
  }

  /** The occurrences of each word that describes a topic, by language. */
  private static HashMap<String, HashMap<String, Long>> wordCounts(List<Topic> topics) {
    HashMap<String, HashMap<String, Long>> counts = new HashMap<>();
    for (Topic topic : topics) {
      HashMap<String, Long> ofLanguage =
          counts.computeIfAbsent(topic.language(), l -> new HashMap<>());
      topic.terms().forEach(term -> ofLanguage.put(term.term(), term.languageTf()));
    }
    return counts;
  }

  private static Stream<PairOfWord> phrases(
      TermStats pair, Map<String, HashMap<String, Long>> wordCounts) {
    String language = pair.key().language();
    Map<String, Long> counts = wordCounts.getOrDefault(language, new HashMap<>());
    WordPair phrase = new WordPair(pair.key().term(), pair.surface(), pair.tf());
    return phrase.words().stream()
        .distinct()
        .filter(word -> 2 * pair.tf() >= counts.getOrDefault(word, Long.MAX_VALUE))
        .map(word -> new PairOfWord(language, word, phrase));
  }

  /** For each word of a language that has one, its pair. */
  Map<String, WordPair> of(String language) {
    return byLanguage.getOrDefault(language, Map.of());
  }
}
