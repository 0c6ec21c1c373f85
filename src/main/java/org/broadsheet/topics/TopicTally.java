package org.broadsheet.topics;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.broadsheet.text.Place;
import org.broadsheet.text.TermBlock;

/** Counts by language and topic. They add up to the same in any order. */
final class TopicTally implements Serializable {

  /**
   * The counts of one language.
   *
   * @param topics those of each topic
   * @param places for each place, the articles of each topic that has any, and of {@link
   *     Assignment#NONE} those without a topic
   */
  record Counts(TopicCounts[] topics, HashMap<Place, TreeMap<Integer, Long>> places)
      implements Serializable {

    static Counts none(int topics) {
      return new Counts(
          Stream.generate(TopicCounts::new).limit(topics).toArray(TopicCounts[]::new),
          new HashMap<>());
    }

    private void addPlace(int topic, Place place) {
      places.computeIfAbsent(place, p -> new TreeMap<>()).merge(topic, 1L, Long::sum);
    }

    private Counts add(Counts other) {
      for (int topic = 0; topic < topics.length; topic++) {
        topics[topic].add(other.topics[topic]);
      }
      other.places.forEach(
          (place, more) -> addAll(more, places.computeIfAbsent(place, p -> new TreeMap<>())));
      return this;
    }

    /** Adds the articles of each topic to others. */
    static void addAll(Map<Integer, Long> more, Map<Integer, Long> articles) {
      more.forEach((topic, count) -> articles.merge(topic, count, Long::sum));
    }
  }

  private final Map<String, Counts> languages = new HashMap<>();

  /** The counts of a language; null if no topics were found in it. */
  Counts of(String language) {
    return languages.get(language);
  }

  TopicTally add(TermBlock block, Assignment assignment, Map<String, Assigner> assigners) {
    Map<String, int[]> translations = new HashMap<>();
    for (int i = 0; i < block.articles().size(); i++) {
      Place place = block.groups().get(block.articles().group()[i]).place();
      Assigner assigner = assigners.get(place.language());
      if (assigner == null || assigner.model() == null) {
        continue;
      }
      Counts counts =
          languages.computeIfAbsent(place.language(), l -> Counts.none(assigner.model().topics()));
      int topic = assignment.topic()[i];
      counts.addPlace(topic, place);
      if (topic != Assignment.NONE) {
        int[] translation =
            translations.computeIfAbsent(
                place.language(), l -> WordCounts.translation(block, assigner.index()));
        WordCounts article = WordCounts.of(block.articles(), i, translation);
        counts.topics[topic].add(article, assignment.similarity()[i], block.articles().days()[i]);
      }
    }
    return this;
  }

  TopicTally add(TopicTally other) {
    other.languages.forEach((language, counts) -> languages.merge(language, counts, Counts::add));
    return this;
  }
}
