package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.topics.assigning.BlockArticles;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.TopicSample;
import org.broadsheet.topics.learning.TopicVocabulary;

/** Draws the sample of articles that the topics of a language are learned from. */
final class TopicSampler {

  /** Sorts after every hexadecimal digit, and so after every id. */
  private static final String AFTER_ALL_IDS = "g";

  private TopicSampler() {}

  /**
   * Draws a sample.
   *
   * @param terms the counted articles
   * @param language the language
   * @param most the most articles of the sample
   * @return the articles of smallest id that have a word of the vocabulary, each copy group once.
   *     Ids are hashes, so that they are a random sample.
   */
  static TopicSample sample(CountedTerms terms, String language, int most) {
    TopicVocabulary vocabulary = vocabulary(terms, language);
    String last =
        vocabulary.articles() <= most
            ? AFTER_ALL_IDS
            : Collections.max(
                terms
                    .bagsOfWords()
                    .flatMap(block -> ids(new BlockArticles(block), language))
                    .takeOrdered(most));
    Broadcast<Map<String, Integer>> index = terms.broadcast(vocabulary.index());
    List<BagOfWords> articles =
        new ArrayList<>(
            terms
                .bagsOfWords()
                .flatMap(block -> bags(new BlockArticles(block), language, last, index.value()))
                .collect());
    index.destroy();
    articles.sort(Comparator.comparing(BagOfWords::id));
    return new TopicSample(vocabulary, articles);
  }

  private static TopicVocabulary vocabulary(CountedTerms terms, String language) {
    long articles = terms.totals().countedArticles(language);
    double meanLength = articles == 0 ? 0 : (double) terms.totals().words(language) / articles;
    List<TopicVocabulary.VocabularyWord> words =
        terms
            .words()
            .filter(term -> term.key().language().equals(language))
            .filter(term -> TopicVocabulary.admits(term.key().term(), term.df(), articles))
            .map(
                term ->
                    new TopicVocabulary.VocabularyWord(
                        term.key().term(), term.surface(), term.df()))
            .takeOrdered(TopicVocabulary.MOST_WORDS, TopicVocabulary.VocabularyWord.MOST_FREQUENT);
    return TopicVocabulary.of(language, words, articles, meanLength);
  }

  private static Iterator<String> ids(BlockArticles articles, String language) {
    return counted(articles, language).mapToObj(articles::id).iterator();
  }

  private static Iterator<BagOfWords> bags(
      BlockArticles articles, String language, String last, Map<String, Integer> index) {
    return counted(articles, language)
        .filter(i -> articles.id(i).compareTo(last) <= 0)
        .mapToObj(i -> articles.bag(i, index))
        .filter(bag -> !bag.isEmpty())
        .iterator();
  }

  /** The articles of a language that represent their copy group or are in none. */
  private static IntStream counted(BlockArticles articles, String language) {
    return IntStream.range(0, articles.size())
        .filter(
            i -> {
              GroupKey key = articles.key(i);
              return key.language().equals(language) && key.weight().inCorpus();
            });
  }
}
