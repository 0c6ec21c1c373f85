package org.broadsheet.topics.assigning;

/**
 * The articles of a block with their topics.
 *
 * @param articles the articles
 * @param assignment their topics
 */
public record AssignedBlock(BlockArticles articles, BlockAssignment assignment) {

  /**
   * {@return the topic of an article, as the model numbers it; {@link TopicAssigner#NONE} without
   * one}
   *
   * @param article the index of the article in the block
   */
  public int topic(int article) {
    return assignment.topic()[article];
  }

  /**
   * {@return the similarity of an article to its topic}
   *
   * @param article the index of the article in the block
   */
  public double similarity(int article) {
    return assignment.similarity()[article];
  }
}
