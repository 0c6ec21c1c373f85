package org.broadsheet.topics.assigning;

/**
 * The articles of a block with their topics.
 *
 * @param articles the articles
 * @param assignment their topics
 */
public record AssignedBlock(BlockArticles articles, BlockAssignment assignment) {

  /**
   * Gives the topic of an article.
   *
   * @param article the index of an article in the block
   * @return the topic, as the model numbers it; {@link TopicAssigner#NONE} without one
   */
  public int topic(int article) {
    return assignment.topic()[article];
  }

  /**
   * Gives the similarity of an article to its topic.
   *
   * @param article the index of an article in the block
   * @return the similarity
   */
  public double similarity(int article) {
    return assignment.similarity()[article];
  }
}
