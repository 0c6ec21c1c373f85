package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.terms.CountedTerms;
import org.broadsheet.text.TermBlock;

/**
 * The topics of one language, learned on the driver from a bounded sample.
 *
 * @param vocabulary the words
 * @param sample the articles that were learned from
 * @param runs a run for each start; empty if there was nothing to learn from
 * @param tried a run for each number of topics that was tried before
 * @param why why there are so many topics
 * @param chosen the run of lowest cost, the first among equals; null if there are none
 */
record LanguageTopics(
    TopicVocabulary vocabulary,
    List<WordCounts> sample,
    List<TopicRun> runs,
    List<TopicRun> tried,
    String why,
    TopicRun chosen) {

  /** Articles that are learned from: quality hardly grows with more, cost does. */
  private static final int SAMPLE = 20_000;

  /**
   * Learns the topics of a language.
   *
   * @param terms the counts
   * @param language the language
   * @param settings how
   * @return the topics
   */
  static LanguageTopics learn(CountedTerms terms, String language, TopicSettings settings) {
    TopicVocabulary vocabulary = TopicVocabulary.of(terms, language);
    List<WordCounts> sample = sample(terms, vocabulary);
    if (sample.isEmpty()) {
      return new LanguageTopics(vocabulary, sample, List.of(), List.of(), null, null);
    }
    TopicLearner.Learned learned =
        TopicLearner.of(settings.algorithm(), terms.spark()).learn(sample, vocabulary, settings);
    List<TopicRun> runs = TopicRuns.compared(learned.runs());
    TopicRun chosen = Collections.min(runs, Comparator.comparingDouble(TopicRun::cost));
    return new LanguageTopics(vocabulary, sample, runs, learned.tried(), learned.why(), chosen);
  }

  String language() {
    return vocabulary.language();
  }

  /**
   * The articles of smallest id that have a word of the vocabulary: ids are hashes, so that this is
   * a fair sample.
   */
  private static List<WordCounts> sample(CountedTerms terms, TopicVocabulary vocabulary) {
    JavaRDD<TermBlock> blocks = terms.blocks();
    String language = vocabulary.language();
    String last =
        vocabulary.articles() <= SAMPLE
            ? "g" // after every hexadecimal digit
            : Collections.max(blocks.flatMap(b -> ids(b, language)).takeOrdered(SAMPLE));
    Broadcast<Map<String, Integer>> index = broadcast(terms.spark(), vocabulary.index());
    List<WordCounts> sample =
        new ArrayList<>(
            blocks.flatMap(block -> articles(block, language, last, index.value())).collect());
    sample.sort(Comparator.comparing(WordCounts::id));
    return sample;
  }

  private static Broadcast<Map<String, Integer>> broadcast(
      SparkSession spark, Map<String, Integer> index) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new HashMap<>(index));
  }

  private static Iterator<String> ids(TermBlock block, String language) {
    return articlesOf(block, language).mapToObj(i -> block.articles().ids()[i]).iterator();
  }

  private static IntStream articlesOf(TermBlock block, String language) {
    return IntStream.range(0, block.articles().size())
        .filter(
            i ->
                block
                    .groups()
                    .get(block.articles().group()[i])
                    .place()
                    .language()
                    .equals(language));
  }

  private static Iterator<WordCounts> articles(
      TermBlock block, String language, String last, Map<String, Integer> index) {
    int[] translation = WordCounts.translation(block, index);
    return articlesOf(block, language)
        .filter(i -> block.articles().ids()[i].compareTo(last) <= 0)
        .mapToObj(i -> WordCounts.of(block.articles(), i, translation))
        .filter(article -> !article.isEmpty())
        .iterator();
  }
}
