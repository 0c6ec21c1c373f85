package org.broadsheet.topics.assigning;

import java.util.Map;
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.topics.learning.BagOfWords;

/**
 * The articles of a block with their topics.
 *
 * @param articles the articles
 * @param assignment their topics
 * @param assigners the assigner of each language
 * @param copyGroups the number of the copy group of each article that is in one, by article_id
 */
public record AssignedBlock(
    BlockArticles articles,
    BlockAssignment assignment,
    Map<String, TopicAssigner> assigners,
    ArticleNumbers copyGroups) {

  /**
   * {@return what assigned an article; null if its language has too few articles}
   *
   * @param article the index of the article in the block
   */
  public TopicAssigner assigner(int article) {
    return assigners.get(articles.key(article).language());
  }

  /**
   * {@return an article of a language with topics, as a bag of words}
   *
   * @param article the index of the article in the block
   */
  public BagOfWords bag(int article) {
    return articles.bag(article, assigner(article).index());
  }

  /**
   * {@return the number of the copy group of an article; {@link ArticleNumbers#NONE} if it is in
   * none}
   *
   * @param article the index of the article in the block
   */
  public int copyGroup(int article) {
    return copyGroups.get(articles.id(article));
  }
}
