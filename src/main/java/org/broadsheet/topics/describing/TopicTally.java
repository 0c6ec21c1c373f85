package org.broadsheet.topics.describing;

import java.util.HashMap;
import java.util.Map;
import org.broadsheet.counting.MergeableSum;
import org.broadsheet.topics.assigning.AssignedBlock;
import org.broadsheet.topics.assigning.TopicAssigner;

/** Counts of assigned articles by language and topic. */
public final class TopicTally implements MergeableSum<AssignedBlock, TopicTally> {

  private final Map<String, LanguageTally> languages = new HashMap<>();

  /**
   * Returns the counts of a language.
   *
   * @param language a language
   * @return its counts; without topics if none were found in it, or if it has no article
   */
  public LanguageTally of(String language) {
    return languages.getOrDefault(language, LanguageTally.ofTopics(0));
  }

  /** Counts the articles of a block whose languages have topics. */
  @Override
  public TopicTally add(AssignedBlock block) {
    for (int i = 0; i < block.articles().size(); i++) {
      TopicAssigner assigner = block.assigner(i);
      if (assigner != null && assigner.hasTopics()) {
        languages
            .computeIfAbsent(
                block.articles().key(i).language(),
                language -> LanguageTally.ofTopics(assigner.model().topics()))
            .add(block, i);
      }
    }
    return this;
  }

  @Override
  public TopicTally merge(TopicTally other) {
    other.languages.forEach(
        (language, tally) -> languages.merge(language, tally, LanguageTally::merge));
    return this;
  }
}
