package org.broadsheet.topics.assigning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.topics.learning.BagOfWords;

/**
 * The articles of a block, each read as a bag of words. The words of the block are looked up in a
 * vocabulary once, not for each article that has them.
 */
public final class BlockArticles {

  private static final int UNKNOWN = -1;

  private final BagOfWordsBlock block;

  /** For each language, the number in its vocabulary of each word of the block. */
  private final Map<String, int[]> numbers = new HashMap<>();

  /**
   * Takes the articles of a block.
   *
   * @param block the block
   */
  public BlockArticles(BagOfWordsBlock block) {
    this.block = block;
  }

  /** {@return the number of articles} */
  public int size() {
    return block.articles().size();
  }

  /**
   * {@return the article_id of an article}
   *
   * @param article the index of the article in the block
   */
  public String id(int article) {
    return block.articles().ids().get(article);
  }

  /**
   * {@return what an article is counted by: its language, source, period and more}
   *
   * @param article the index of the article in the block
   */
  public GroupKey key(int article) {
    return block.articles().key(article);
  }

  /**
   * {@return the day of the epoch an article was published; {@code ArticleMetadata.NO_DAY} without
   * a date}
   *
   * @param article the index of the article in the block
   */
  public int day(int article) {
    return block.articles().days()[article];
  }

  /**
   * Reads an article as a bag of words.
   *
   * @param article the index of the article in the block
   * @param vocabulary the number of each word of the vocabulary of the article's language
   * @return the words that the vocabulary has
   */
  public BagOfWords bag(int article, Map<String, Integer> vocabulary) {
    int[] known = numbers.computeIfAbsent(key(article).language(), language -> numbers(vocabulary));
    int from = block.offsets()[article];
    int to = block.offsets()[article + 1];
    int[] terms = new int[to - from];
    int[] tfs = new int[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      int term = known[block.wordIds()[i]];
      if (term != UNKNOWN) {
        terms[size] = term;
        tfs[size++] = block.tfs()[i];
      }
    }
    return new BagOfWords(
        id(article), Arrays.copyOf(terms, size), Arrays.copyOf(tfs, size), block.length(article));
  }

  private int[] numbers(Map<String, Integer> vocabulary) {
    int[] known = new int[block.words().size()];
    for (int word = 0; word < known.length; word++) {
      known[word] = vocabulary.getOrDefault(block.words().get(word), UNKNOWN);
    }
    return known;
  }
}
