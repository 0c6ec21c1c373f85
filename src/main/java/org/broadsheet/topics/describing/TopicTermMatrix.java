package org.broadsheet.topics.describing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.broadsheet.stats.ClassTfIdf;
import org.broadsheet.stats.RelativeEntropy;
import org.broadsheet.topics.learning.TopicVocabulary;

/**
 * The words of all topics of a language side by side, against which the words of each topic are
 * weighted.
 */
public final class TopicTermMatrix {

  private final TopicVocabulary vocabulary;
  private final TopicWordCounts[] topics;

  /** The occurrences of each word in all topics. */
  private final long[] tf;

  private final ClassTfIdf weighting;
  private final HighestShares shares;

  private TopicTermMatrix(
      TopicVocabulary vocabulary,
      TopicWordCounts[] topics,
      long[] tf,
      ClassTfIdf weighting,
      HighestShares shares) {
    this.vocabulary = vocabulary;
    this.topics = topics;
    this.tf = tf;
    this.weighting = weighting;
    this.shares = shares;
  }

  /**
   * Adds up the words of topics.
   *
   * @param topics the words of each topic
   * @param vocabulary the vocabulary
   * @return the matrix
   */
  public static TopicTermMatrix of(TopicWordCounts[] topics, TopicVocabulary vocabulary) {
    long[] tf = new long[vocabulary.size()];
    HighestShares shares = new HighestShares(vocabulary.size());
    for (int topic = 0; topic < topics.length; topic++) {
      TopicWordCounts counts = topics[topic];
      double tokens = counts.tokens();
      for (int slot = 0; slot < counts.size(); slot++) {
        tf[counts.word(slot)] += counts.tf(slot);
        shares.add(counts.word(slot), topic, counts.tf(slot) / tokens);
      }
    }
    return new TopicTermMatrix(vocabulary, topics, tf, ClassTfIdf.of(tf, topics.length), shares);
  }

  /**
   * Finds the terms that describe a topic. Number words are left out, unless there are no others.
   *
   * @param topic the topic
   * @param most the most terms to return
   * @return the terms of highest weight; of equal weights the more frequent word first
   */
  public List<TopicTerm> terms(int topic, int most) {
    TopicWordCounts counts = topics[topic];
    int[] slots = slotsWithoutNumbers(counts);
    long tokens = counts.tokens();
    double[] weights =
        Arrays.stream(slots)
            .mapToDouble(slot -> weighting.weight(counts.word(slot), counts.tf(slot), tokens))
            .toArray();
    List<TopicTerm> terms = new ArrayList<>();
    for (int entry : ClassTfIdf.top(weights, most)) {
      int slot = slots[entry];
      int word = counts.word(slot);
      terms.add(
          new TopicTerm(
              word,
              vocabulary.terms()[word],
              vocabulary.surfaces()[word],
              weights[entry],
              counts.tf(slot),
              counts.df(slot),
              tf[word],
              distinction(word, topic, counts.tf(slot), tokens),
              counts.tf(slot) / (double) tokens / shares.sum(word)));
    }
    return terms;
  }

  /** The slots of words that are not numbers; all slots if there are no others. */
  private int[] slotsWithoutNumbers(TopicWordCounts counts) {
    Set<String> numbers = NumberWords.of(vocabulary.language());
    int[] slots =
        Arrays.stream(counts.slotsByWord())
            .filter(slot -> !numbers.contains(vocabulary.terms()[counts.word(slot)]))
            .toArray();
    return slots.length == 0 ? counts.slotsByWord() : slots;
  }

  /**
   * Measures how well a word distinguishes a topic from the others: by its term of the {@linkplain
   * RelativeEntropy relative entropy} of the topic's words against those of the other topic that
   * uses it most, where it is taken to occur at least once. The measure is above 0 only in the
   * topic that uses the word most, and low for a word that another topic uses nearly as much.
   * c-TF-IDF may be high for such a word, because it is frequent everywhere.
   */
  private double distinction(int word, int topic, long wordTf, double topicTokens) {
    double share = wordTf / topicTokens;
    double elsewhere = Math.max(shares.elsewhere(word, topic), 1 / topicTokens);
    return RelativeEntropy.term(share, elsewhere);
  }

  /** For each word, its highest share of a topic's words, and the highest in any other topic. */
  private static final class HighestShares {
    private final int[] topics;
    private final double[] highest;
    private final double[] next;
    private final double[] sums;

    HighestShares(int words) {
      topics = new int[words];
      highest = new double[words];
      next = new double[words];
      sums = new double[words];
    }

    void add(int word, int topic, double share) {
      sums[word] += share;
      if (share > highest[word]) {
        next[word] = highest[word];
        highest[word] = share;
        topics[word] = topic;
      } else {
        next[word] = Math.max(next[word], share);
      }
    }

    double sum(int word) {
      return sums[word];
    }

    /** The highest share of a word in any topic but one; 0 if only that one has it. */
    double elsewhere(int word, int topic) {
      return topics[word] == topic ? next[word] : highest[word];
    }
  }
}
