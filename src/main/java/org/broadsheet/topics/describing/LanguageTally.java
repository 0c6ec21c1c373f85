package org.broadsheet.topics.describing;

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
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.topics.assigning.AssignedBlock;
import org.broadsheet.topics.assigning.TopicAssigner;

/**
 * Counts of the assigned articles of one language. Topics have the numbers of its model.
 *
 * @param topics the counts of each topic
 * @param byGroup for each group, the number of articles of each topic that has any; those without a
 *     topic are counted under {@link TopicAssigner#NONE}
 * @param copied the articles with a topic that are in a copy group, in any order
 */
public record LanguageTally(
    TopicStats[] topics,
    HashMap<GroupKey, TreeMap<Integer, Long>> byGroup,
    List<CopiedArticle> copied)
    implements Serializable {

  /**
   * An article with a topic that is in a copy group.
   *
   * @param topic its topic
   * @param key what it is counted by
   * @param group the number of the copy group
   */
  public record CopiedArticle(int topic, GroupKey key, int group) implements Serializable {}

  static LanguageTally ofTopics(int topics) {
    return new LanguageTally(
        Stream.generate(TopicStats::new).limit(topics).toArray(TopicStats[]::new),
        new HashMap<>(),
        new ArrayList<>());
  }

  /** The counts of a topic; those of no article if the language has none. */
  TopicStats stats(int topic) {
    return topic < topics.length ? topics[topic] : new TopicStats();
  }

  /** The words of each topic. */
  TopicWordCounts[] words() {
    return Stream.of(topics).map(TopicStats::words).toArray(TopicWordCounts[]::new);
  }

  /**
   * Counts the articles beyond the first of each copy group.
   *
   * @param part what articles are counted by, such as their topic
   * @param <K> its values
   * @return their number for each value; values without such articles are left out
   */
  public <K> Map<K, Long> duplicates(Function<CopiedArticle, K> part) {
    Map<K, Long> duplicates = new HashMap<>();
    Set<List<Object>> seen = new HashSet<>();
    for (CopiedArticle article : copied) {
      K value = part.apply(article);
      if (!seen.add(List.of(value, article.group))) {
        duplicates.merge(value, 1L, Long::sum);
      }
    }
    return duplicates;
  }

  /** Counts an article of a block. */
  void add(AssignedBlock block, int article) {
    GroupKey key = block.articles().key(article);
    int topic = block.assignment().topic()[article];
    byGroup.computeIfAbsent(key, k -> new TreeMap<>()).merge(topic, 1L, Long::sum);
    if (topic == TopicAssigner.NONE) {
      return;
    }
    double similarity = block.assignment().similarity()[article];
    topics[topic].add(similarity, block.articles().day(article));
    if (key.weight().inCorpus()) {
      topics[topic].addWords(block.bag(article));
    }
    int copyGroup = block.copyGroup(article);
    if (copyGroup != ArticleNumbers.NONE) {
      copied.add(new CopiedArticle(topic, key, copyGroup));
    }
  }

  LanguageTally merge(LanguageTally other) {
    for (int topic = 0; topic < topics.length; topic++) {
      topics[topic].merge(other.topics[topic]);
    }
    other.byGroup.forEach(
        (key, articles) -> {
          TreeMap<Integer, Long> sum = byGroup.computeIfAbsent(key, k -> new TreeMap<>());
          articles.forEach((topic, count) -> sum.merge(topic, count, Long::sum));
        });
    copied.addAll(other.copied);
    return this;
  }
}
