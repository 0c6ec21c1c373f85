package org.broadsheet.topics.assigning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.topics.learning.LanguageTopics;

/** The articles of a corpus with their topics. They are assigned in one pass, when first used. */
public final class Assignments {

  private final CountedTerms terms;
  private final Broadcast<Map<String, TopicAssigner>> assigners;
  private final JavaRDD<BlockAssignment> assigned;

  private Assignments(
      CountedTerms terms,
      Broadcast<Map<String, TopicAssigner>> assigners,
      JavaRDD<BlockAssignment> assigned) {
    this.terms = terms;
    this.assigners = assigners;
    this.assigned = assigned;
  }

  /**
   * Prepares the assignment of articles.
   *
   * @param terms the counted articles
   * @param languages the topics of each language that has enough articles
   * @return the assignments
   */
  public static Assignments of(CountedTerms terms, List<LanguageTopics> languages) {
    Map<String, TopicAssigner> byLanguage = new HashMap<>();
    languages.forEach(topics -> byLanguage.put(topics.language(), TopicAssigner.of(topics)));
    Broadcast<Map<String, TopicAssigner>> assigners = terms.broadcast(byLanguage);
    return new Assignments(
        terms,
        assigners,
        terms
            .bagsOfWords()
            .map(block -> BlockAssignment.of(new BlockArticles(block), assigners.value()))
            .setName("topic assignments")
            .persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** {@return the articles with their topics} */
  public JavaRDD<AssignedBlock> blocks() {
    Broadcast<Map<String, TopicAssigner>> shared = assigners;
    Broadcast<ArticleNumbers> copyGroups = terms.copyGroups();
    return terms
        .bagsOfWords()
        .zip(assigned)
        .map(
            pair ->
                new AssignedBlock(
                    new BlockArticles(pair._1()), pair._2(), shared.value(), copyGroups.value()));
  }
}
