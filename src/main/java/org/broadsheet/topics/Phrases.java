package org.broadsheet.topics;

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
 * The pairs of words that stand for one of their words, since at least half of its occurrences are
 * in the pair: "prime minister" reads better than "minister".
 *
 * @param byLanguage for each language and word, its pair
 */
record Phrases(Map<String, Map<String, Phrase>> byLanguage) {

  static final Phrases NONE = new Phrases(Map.of());

  /**
   * A pair of words.
   *
   * @param term its words, with a space between them
   * @param surface as printed
   */
  record Phrase(String term, String surface, long tf) implements Serializable {

    List<String> words() {
      return List.of(term.split(" "));
    }
  }

  /** A word with a pair that it is mostly part of. */
  private record Found(String language, String word, Phrase phrase) implements Serializable {}

  private static final Comparator<Phrase> BEST =
      Comparator.comparingLong((Phrase phrase) -> -phrase.tf).thenComparing(Phrase::term);

  /** The pairs of the words that describe topics, among the terms that the job publishes. */
  static Phrases of(CountedTerms terms, List<NumberedTopics.Topic> topics) {
    HashMap<String, HashMap<String, Long>> wanted = new HashMap<>();
    for (NumberedTopics.Topic topic : topics) {
      topic
          .terms()
          .forEach(
              t ->
                  wanted
                      .computeIfAbsent(topic.language(), l -> new HashMap<>())
                      .put(t.term(), t.languageTf()));
    }
    Broadcast<HashMap<String, HashMap<String, Long>>> shared = terms.broadcast(wanted);
    Map<String, Map<String, Phrase>> phrases = new HashMap<>();
    terms
        .published()
        .filter(term -> term.key().n() == 2)
        .flatMap(term -> found(term, shared.value()).iterator())
        .collect()
        .forEach(
            f ->
                phrases
                    .computeIfAbsent(f.language, l -> new HashMap<>())
                    .merge(f.word, f.phrase, (a, b) -> BEST.compare(a, b) <= 0 ? a : b));
    return new Phrases(phrases);
  }

  private static Stream<Found> found(TermStats term, Map<String, HashMap<String, Long>> wanted) {
    Map<String, Long> words = wanted.getOrDefault(term.key().language(), new HashMap<>());
    return Stream.of(term.key().term().split(" "))
        .distinct()
        .filter(word -> 2 * term.tf() >= words.getOrDefault(word, Long.MAX_VALUE))
        .map(
            word ->
                new Found(
                    term.key().language(),
                    word,
                    new Phrase(term.key().term(), term.surface(), term.tf())));
  }

  /** For each word of a language that has one, its pair. */
  Map<String, Phrase> of(String language) {
    return byLanguage.getOrDefault(language, Map.of());
  }
}
