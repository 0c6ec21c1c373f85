package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.GroupKey;

/**
 * The topics of one language, learned on the driver from a bounded sample; or those of an earlier
 * run, without a sample and runs.
 *
 * @param vocabulary the words
 * @param sample the articles that were learned from
 * @param runs a run for each start; empty if there was nothing to learn from
 * @param tried a run for each number of topics that was tried before
 * @param why why there are so many topics; null if there are none
 * @param chosen the run of lowest cost, the first among equals; null if there are none
 * @param assigner what assigns articles
 */
record LanguageTopics(
    TopicVocabulary vocabulary,
    List<WordCounts> sample,
    List<TopicRun> runs,
    List<TopicRun> tried,
    String why,
    TopicRun chosen,
    Assigner assigner) {

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
    List<WordCounts> sample = sample(terms, vocabulary, settings.sample());
    if (sample.isEmpty()) {
      return none(vocabulary);
    }
    TopicLearner.Learned learned =
        TopicLearner.of(settings.algorithm(), terms.spark()).learn(sample, vocabulary, settings);
    return of(vocabulary, sample, learned);
  }

  static LanguageTopics of(
      TopicVocabulary vocabulary, List<WordCounts> sample, TopicLearner.Learned learned) {
    List<TopicRun> runs = TopicRuns.compared(learned.runs());
    TopicRun chosen = Collections.min(runs, Comparator.comparingDouble(TopicRun::cost));
    Assigner assigner = new Assigner(vocabulary.index(), chosen.model(), chosen.used());
    return new LanguageTopics(
        vocabulary, sample, runs, learned.tried(), learned.why(), chosen, assigner);
  }

  /** A language whose articles have no word to cluster by. */
  static LanguageTopics none(TopicVocabulary vocabulary) {
    return new LanguageTopics(
        vocabulary, List.of(), List.of(), List.of(), null, null, Assigner.NOTHING);
  }

  /** The topics that an earlier run found. */
  static LanguageTopics of(SavedTopics.Language saved, String run) {
    return new LanguageTopics(
        saved.vocabulary(),
        List.of(),
        List.of(),
        List.of(),
        "those of the run " + run,
        null,
        new Assigner(saved.vocabulary().index(), saved.model(), saved.used()));
  }

  boolean hasTopics() {
    return assigner.model() != null;
  }

  String language() {
    return vocabulary.language();
  }

  /**
   * The articles of smallest id that have a word of the vocabulary, each story once: ids are
   * hashes, so that this is a fair sample.
   */
  private static List<WordCounts> sample(CountedTerms terms, TopicVocabulary vocabulary, int most) {
    JavaRDD<BagOfWordsBlock> blocks = terms.bagsOfWords();
    String language = vocabulary.language();
    String last =
        vocabulary.articles() <= most
            ? "g" // after every hexadecimal digit
            : Collections.max(blocks.flatMap(b -> ids(b, language)).takeOrdered(most));
    Broadcast<Map<String, Integer>> index = terms.broadcast(vocabulary.index());
    List<WordCounts> sample =
        new ArrayList<>(
            blocks.flatMap(block -> articles(block, language, last, index.value())).collect());
    sample.sort(Comparator.comparing(WordCounts::id));
    return sample;
  }

  private static Iterator<String> ids(BagOfWordsBlock block, String language) {
    return articlesOf(block, language).mapToObj(i -> block.articles().ids()[i]).iterator();
  }

  private static IntStream articlesOf(BagOfWordsBlock block, String language) {
    return IntStream.range(0, block.articles().size())
        .filter(
            i -> {
              GroupKey key = block.articles().key(i);
              return key.language().equals(language) && key.weight().inCorpus();
            });
  }

  private static Iterator<WordCounts> articles(
      BagOfWordsBlock block, String language, String last, Map<String, Integer> index) {
    int[] translation = WordCounts.translation(block, index);
    return articlesOf(block, language)
        .filter(i -> block.articles().ids()[i].compareTo(last) <= 0)
        .mapToObj(i -> WordCounts.of(block, i, translation))
        .filter(article -> !article.isEmpty())
        .iterator();
  }
}
