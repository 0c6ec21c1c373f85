package org.broadsheet.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.broadsheet.stats.ClassTfIdf;
import org.broadsheet.stats.RelativeEntropy;

/**
 * The counts of all topics of a language side by side: what a topic's words are weighed against.
 *
 * @param counts the counts by topic
 * @param tf for each word, how often all topics have it
 * @param weighting the weights of words in topics
 * @param shares for each word, the topics that use it most
 */
record LanguageTally(
    TopicTally.Counts counts, long[] tf, ClassTfIdf weighting, HighestShares shares) {

  static LanguageTally of(TopicTally.Counts counts, int words) {
    long[] tf = new long[words];
    HighestShares shares = new HighestShares(words);
    for (int topic = 0; topic < counts.topics().length; topic++) {
      WordTally tally = counts.topics()[topic].words();
      double tokens = tally.tokens();
      for (int place = 0; place < tally.size(); place++) {
        tf[tally.word(place)] += tally.tf(place);
        shares.add(tally.word(place), topic, tally.tf(place) / tokens);
      }
    }
    return new LanguageTally(counts, tf, ClassTfIdf.of(tf, counts.topics().length), shares);
  }

  /**
   * The terms that describe a topic, by weight, of equal weights the more frequent word first.
   * Number words are passed over, unless there is nothing else.
   *
   * @param most how many to give at most
   */
  List<NumberedTopics.Term> terms(int topic, TopicVocabulary vocabulary, int most) {
    WordTally tally = counts.topics()[topic].words();
    int[] places = telling(tally, vocabulary);
    long tokens = tally.tokens();
    double[] weights =
        Arrays.stream(places)
            .mapToDouble(place -> weighting.weight(tally.word(place), tally.tf(place), tokens))
            .toArray();
    List<NumberedTopics.Term> terms = new ArrayList<>();
    for (int entry : ClassTfIdf.top(weights, most)) {
      int place = places[entry];
      int word = tally.word(place);
      terms.add(
          new NumberedTopics.Term(
              word,
              vocabulary.terms()[word],
              vocabulary.surfaces()[word],
              weights[entry],
              tally.tf(place),
              tally.df(place),
              tf[word],
              distinction(word, topic, tally.tf(place), tokens),
              tally.tf(place) / (double) tokens / shares.sum(word)));
    }
    return terms;
  }

  /** Where the words are that are no numbers; all if there are no others. */
  private static int[] telling(WordTally tally, TopicVocabulary vocabulary) {
    Set<String> numbers = NumberWords.of(vocabulary.language());
    int[] telling =
        Arrays.stream(tally.places())
            .filter(place -> !numbers.contains(vocabulary.terms()[tally.word(place)]))
            .toArray();
    return telling.length == 0 ? tally.places() : telling;
  }

  /**
   * How well a word tells a topic from the others: {@code p ln(p / q)}, where p is its share of the
   * topic's words, and q its share of those of the other topic that uses it most, but at least one
   * occurrence. Above 0 only in the topic that uses the word most, and low for a word that some
   * other topic uses nearly as much: c-TF-IDF likes such words for being frequent everywhere.
   */
  private double distinction(int word, int topic, long wordTf, double topicTokens) {
    double p = wordTf / topicTokens;
    double q = Math.max(shares.elsewhere(word, topic), 1 / topicTokens);
    return RelativeEntropy.term(p, q);
  }

  /** For each word, its highest share of a topic's words, and the highest of another topic. */
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
