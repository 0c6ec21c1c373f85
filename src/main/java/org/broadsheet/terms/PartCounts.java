package org.broadsheet.terms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.sketch.BloomFilter;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Exchange;
import org.broadsheet.counting.TermKey;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.stats.keyness.Association;

/**
 * A phrase of two or three words with the counts of its parts. Other tasks have those: a phrase
 * asks for the counts of its parts, and the answers come back to it.
 *
 * @param phrase the phrase
 * @param matches the counts of its parts by the bit mask of their words, as {@link Association#of}
 *     takes them; the number of all words, at mask 0, is not filled in
 */
record PartCounts(CountedPhrase phrase, long[] matches) {

  /** Words in the longest phrases. */
  static final int LONGEST = 3;

  /** The mask of the first and the last word of three. */
  private static final int OUTER = 0b101;

  /**
   * The filter is sized for at most this many phrases, so that it takes at most eight megabytes.
   */
  private static final long MOST_FILTERED = 1 << 23;

  /** The share of triples that are counted although nothing asks about them. */
  private static final double FALSE_POSITIVES = 0.03;

  /**
   * A phrase with its own counts.
   *
   * @param key the phrase
   * @param surface its most frequent form
   * @param tf its occurrences
   * @param df the articles that have it
   */
  record CountedPhrase(TermKey key, String surface, long tf, long df) implements Serializable {

    static CountedPhrase of(TermStats term) {
      return new CountedPhrase(term.key(), term.surface(), term.tf(), term.df());
    }

    /** The mask of all words of the phrase. */
    int full() {
      return (1 << key.n()) - 1;
    }
  }

  /**
   * Words of a phrase at their distances.
   *
   * @param language the language
   * @param words the words, with a space between them, or two where a word is left open
   */
  private record PhrasePart(String language, String words) implements Serializable {

    static PhrasePart of(String language, String[] words, int mask) {
      if (mask == OUTER) {
        return outer(language, words[0], words[2]);
      }
      List<String> chosen = new ArrayList<>();
      for (int word = 0; word < words.length; word++) {
        if ((mask >> word & 1) == 1) {
          chosen.add(words[word]);
        }
      }
      return new PhrasePart(language, String.join(" ", chosen));
    }

    static PhrasePart outer(String language, String first, String last) {
      return new PhrasePart(language, first + "  " + last);
    }
  }

  /** The count of a part; or, with a phrase, the question of the phrase for it. */
  private record Message(PhrasePart part, TermKey phrase, int mask, long count)
      implements Serializable {

    static Message count(PhrasePart part, long count) {
      return new Message(part, null, 0, count);
    }

    static Message question(PhrasePart part, TermKey phrase, int mask) {
      return new Message(part, phrase, mask, 0);
    }
  }

  /** The count of the words of a phrase at a mask; with the phrase itself where that is known. */
  private record Answer(TermKey key, int mask, long count, CountedPhrase phrase)
      implements Serializable {

    static Answer of(CountedPhrase phrase) {
      return new Answer(phrase.key, phrase.full(), phrase.tf, phrase);
    }
  }

  /**
   * Counts the parts of phrases.
   *
   * @param corpus the counted corpus
   * @param phrases terms of two or three words
   * @return each phrase with the counts of its parts
   */
  static JavaRDD<PartCounts> of(CountedTerms corpus, JavaRDD<TermStats> phrases) {
    JavaRDD<Message> messages =
        phrases.flatMap(PartCounts::questions).union(counts(corpus, phrases));
    JavaRDD<Answer> answers =
        Exchange.byHash(messages, message -> message.part.hashCode(), corpus.partitions())
            .mapPartitions(PartCounts::answers);
    JavaRDD<Answer> together =
        phrases.map(phrase -> Answer.of(CountedPhrase.of(phrase))).union(answers);
    return Exchange.byHash(together, answer -> answer.key.hashCode(), corpus.partitions())
        .mapPartitions(PartCounts::joined);
  }

  private static Iterator<Message> questions(TermStats phrase) {
    TermKey key = phrase.key();
    String[] words = key.term().split(" ");
    List<Message> questions = new ArrayList<>();
    for (int mask = 1; mask < (1 << words.length) - 1; mask++) {
      questions.add(Message.question(PhrasePart.of(key.language(), words, mask), key, mask));
    }
    return questions.iterator();
  }

  /** The counts of all terms that may be part of a phrase. */
  private static JavaRDD<Message> counts(CountedTerms corpus, JavaRDD<TermStats> phrases) {
    JavaRDD<Message> counts =
        corpus
            .counted()
            .filter(term -> term.key().n() < LONGEST)
            .map(
                term ->
                    Message.count(
                        new PhrasePart(term.key().language(), term.key().term()), term.tf()));
    return corpus.settings().ngrams() < LONGEST
        ? counts.filter(count -> count.part.words.indexOf(' ') < 0)
        : counts.union(outerCounts(corpus, phrases));
  }

  /**
   * Counts how often two words stand around a third, whatever that is: summed over all triples, the
   * rare ones too, for the words that some phrase asks about.
   */
  private static JavaRDD<Message> outerCounts(CountedTerms corpus, JavaRDD<TermStats> phrases) {
    long most = Math.min(MOST_FILTERED, Math.max(1, corpus.size()));
    BloomFilter none = BloomFilter.create(most, FALSE_POSITIVES);
    Broadcast<BloomFilter> wanted =
        corpus.broadcast(
            phrases
                .filter(phrase -> phrase.key().n() == LONGEST)
                .map(phrase -> outerHash(phrase.key().term().split(" ")))
                .treeAggregate(none, PartCounts::with, BloomFilter::mergeInPlace));
    return corpus.tokenIds().flatMap(block -> outerCounts(block, wanted.value()));
  }

  private static long outerHash(String[] words) {
    return TermHash.ofNgram(TermHash.ofWord(words[0]), TermHash.ofWord(words[LONGEST - 1]));
  }

  private static BloomFilter with(BloomFilter filter, long hash) {
    filter.putLong(hash);
    return filter;
  }

  private static Iterator<Message> outerCounts(TokenIdBlock block, BloomFilter wanted) {
    long[] hashes = TermHash.ofWords(block.words());
    Map<PhrasePart, Long> counts = new HashMap<>();
    for (int article = 0; article < block.articles().size(); article++) {
      String language = block.articles().key(article).language();
      for (int i = block.offsets()[article]; i + 2 < block.offsets()[article + 1]; i++) {
        if (isTriple(block.tokens(), i)) {
          int first = block.formWords()[block.tokens()[i]];
          int last = block.formWords()[block.tokens()[i + 2]];
          if (wanted.mightContainLong(TermHash.ofNgram(hashes[first], hashes[last]))) {
            counts.merge(
                PhrasePart.outer(language, block.words().get(first), block.words().get(last)),
                1L,
                Long::sum);
          }
        }
      }
    }
    return counts.entrySet().stream()
        .map(entry -> Message.count(entry.getKey(), entry.getValue()))
        .iterator();
  }

  private static boolean isTriple(int[] tokens, int start) {
    return tokens[start] != TokenIdBlock.BREAK
        && tokens[start + 1] != TokenIdBlock.BREAK
        && tokens[start + 2] != TokenIdBlock.BREAK;
  }

  /** Answers the questions for the parts of a partition. */
  private static Iterator<Answer> answers(Iterator<Message> messages) {
    Map<PhrasePart, Long> counts = new HashMap<>();
    List<Message> questions = new ArrayList<>();
    messages.forEachRemaining(
        message -> {
          if (message.phrase == null) {
            counts.merge(message.part, message.count, Long::sum);
          } else {
            questions.add(message);
          }
        });
    return questions.stream()
        .map(
            question ->
                new Answer(
                    question.phrase, question.mask, counts.getOrDefault(question.part, 0L), null))
        .iterator();
  }

  /** Brings the phrases of a partition together with the answers to their questions. */
  private static Iterator<PartCounts> joined(Iterator<Answer> answers) {
    Map<TermKey, CountedPhrase> phrases = new HashMap<>();
    Map<TermKey, long[]> matches = new HashMap<>();
    answers.forEachRemaining(
        answer -> {
          matches.computeIfAbsent(answer.key, key -> new long[1 << key.n()])[answer.mask] =
              answer.count;
          if (answer.phrase != null) {
            phrases.put(answer.key, answer.phrase);
          }
        });
    return phrases.values().stream()
        .map(phrase -> new PartCounts(phrase, matches.get(phrase.key)))
        .iterator();
  }
}
