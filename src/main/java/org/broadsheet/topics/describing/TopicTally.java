package org.broadsheet.topics.describing;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.topics.assigning.AssignedBlock;
import org.broadsheet.topics.assigning.Assignments;
import org.broadsheet.topics.assigning.BlockArticles;
import org.broadsheet.topics.assigning.TopicAssigner;

/** Counts of assigned articles by language and topic. Merged in any order, they are the same. */
public final class TopicTally implements Serializable {

  private final Map<String, LanguageTally> languages = new HashMap<>();

  /**
   * Counts the articles of a corpus.
   *
   * @param assignments the articles with their topics
   * @return the counts
   */
  public static TopicTally of(Assignments assignments) {
    Broadcast<Map<String, TopicAssigner>> assigners = assignments.assigners();
    Broadcast<HashMap<String, Integer>> copyGroups = assignments.copyGroups();
    return assignments
        .blocks()
        .treeAggregate(
            new TopicTally(),
            (tally, block) -> tally.add(block, assigners.value(), copyGroups.value()),
            TopicTally::merge);
  }

  /**
   * Returns the counts of a language.
   *
   * @param language a language
   * @return its counts; without topics if none were found in it, or if it has no article
   */
  public LanguageTally of(String language) {
    return languages.getOrDefault(language, LanguageTally.ofTopics(0));
  }

  /** Counts the articles of a block, those of languages with topics. */
  TopicTally add(
      AssignedBlock block, Map<String, TopicAssigner> assigners, Map<String, Integer> copyGroups) {
    BlockArticles articles = block.articles();
    for (int i = 0; i < articles.size(); i++) {
      String language = articles.key(i).language();
      TopicAssigner assigner = assigners.get(language);
      if (assigner != null && assigner.hasTopics()) {
        languages
            .computeIfAbsent(language, l -> LanguageTally.ofTopics(assigner.model().topics()))
            .add(block, i, assigner.index(), copyGroups.get(articles.id(i)));
      }
    }
    return this;
  }

  TopicTally merge(TopicTally other) {
    other.languages.forEach(
        (language, tally) -> languages.merge(language, tally, LanguageTally::merge));
    return this;
  }
}
