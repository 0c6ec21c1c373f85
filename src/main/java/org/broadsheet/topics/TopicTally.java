package org.broadsheet.topics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.GroupKey;

/** Counts by language and topic. They add up to the same in any order. */
final class TopicTally implements Serializable {

  /**
   * An article of a copy group.
   *
   * @param topic the topic that it has
   * @param group the number of the group
   */
  record Copied(int topic, GroupKey place, int group) implements Serializable {}

  /**
   * The counts of one language.
   *
   * @param topics those of each topic
   * @param places for each place, the articles of each topic that has any, and of {@link
   *     Assignment#NONE} those without a topic
   * @param copied the articles that have a topic and a copy, in any order
   */
  record Counts(
      TopicCounts[] topics, HashMap<GroupKey, TreeMap<Integer, Long>> places, List<Copied> copied)
      implements Serializable {

    static Counts none(int topics) {
      return new Counts(
          Stream.generate(TopicCounts::new).limit(topics).toArray(TopicCounts[]::new),
          new HashMap<>(),
          new ArrayList<>());
    }

    /**
     * By how many the articles of each part are above its stories.
     *
     * @param part what articles are counted by
     */
    <K> Map<K, Long> repeats(Function<Copied, K> part) {
      Map<K, Long> repeats = new HashMap<>();
      Set<List<Object>> met = new HashSet<>();
      for (Copied article : copied) {
        K key = part.apply(article);
        if (!met.add(List.of(key, article.group))) {
          repeats.merge(key, 1L, Long::sum);
        }
      }
      return repeats;
    }

    private void addPlace(int topic, GroupKey place) {
      places.computeIfAbsent(place, p -> new TreeMap<>()).merge(topic, 1L, Long::sum);
    }

    private Counts add(Counts other) {
      for (int topic = 0; topic < topics.length; topic++) {
        topics[topic].add(other.topics[topic]);
      }
      other.places.forEach(
          (place, more) -> addAll(more, places.computeIfAbsent(place, p -> new TreeMap<>())));
      copied.addAll(other.copied);
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

  TopicTally add(
      BagOfWordsBlock block,
      Assignment assignment,
      Map<String, Assigner> assigners,
      Map<String, Integer> copyGroups) {
    Map<String, int[]> translations = new HashMap<>();
    for (int i = 0; i < block.articles().size(); i++) {
      GroupKey place = block.articles().key(i);
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
        counts.topics[topic].add(assignment.similarity()[i], block.articles().days()[i]);
        if (place.weight().inCorpus()) {
          counts.topics[topic].addWords(WordCounts.of(block, i, translation));
        }
        Integer group = copyGroups.get(block.articles().ids()[i]);
        if (group != null) {
          counts.copied.add(new Copied(topic, place, group));
        }
      }
    }
    return this;
  }

  TopicTally add(TopicTally other) {
    other.languages.forEach((language, counts) -> languages.merge(language, counts, Counts::add));
    return this;
  }
}
