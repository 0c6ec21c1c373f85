package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.LONGS;
import static org.broadsheet.table.ColumnType.STRING;
import static org.broadsheet.table.ColumnType.STRINGS;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.collections.BloomFilter;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Exchange;
import org.broadsheet.counting.TermStats;
import org.broadsheet.counting.block.Ngrams;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.stats.Association;
import org.broadsheet.table.RowEncoder;

/**
 * The table {@code collocations}: published pairs and triples of neighbours, and how strongly their
 * words belong together. A phrase within a longer one has a row of its own.
 *
 * <p>Each measure needs the counts of the parts of a phrase, which other tasks have: a phrase asks
 * for them, and the answers come back to it.
 */
public final class Collocations {

  private static final RowEncoder<Collocation> ROWS =
      RowEncoder.<Collocation>of("collocations")
          .column("language", STRING, row -> row.phrase.key.language())
          .column("term", STRING, row -> row.phrase.key.term())
          .column("n", INT, row -> row.phrase.key.n())
          .column("surface", STRING, row -> row.phrase.surface)
          .column("count", LONG, row -> row.phrase.tf)
          .column("df", LONG, row -> row.phrase.df)
          .column("parts", STRINGS, Collocation::parts)
          .column("part_counts", LONGS, Collocation::partCounts)
          .column("corpus_tokens", LONG, Collocation::corpusTokens)
          .column("pmi", DOUBLE, row -> row.association.pmi())
          .column("npmi", DOUBLE, row -> row.association.npmi())
          .column("g2", DOUBLE, row -> row.association.g2())
          .column("g2_split", DOUBLE, row -> row.association.g2Split())
          .column("log_dice", DOUBLE, row -> row.association.logDice())
          .column("t_score", DOUBLE, row -> row.association.t())
          .column("lambda_score", DOUBLE, row -> row.association.lambda())
          .build();

  private static final int LONGEST = 3;

  /** The first and the last word of three. */
  private static final int OUTER = 0b101;

  private Collocations() {}

  /**
   * Words of a phrase at their distances.
   *
   * @param language the language
   * @param words the words, with a space between, and two where a word is left open
   */
  private record Part(String language, String words) implements Serializable {}

  /** The count of a part; or, with a phrase, the phrase's question for it. */
  private record Message(Part part, TermStats.Key phrase, int mask, long count)
      implements Serializable {

    static Message count(Part part, long count) {
      return new Message(part, null, 0, count);
    }

    static Message question(Part part, TermStats.Key phrase, int mask) {
      return new Message(part, phrase, mask, 0);
    }
  }

  /** A phrase with its own counts; or, without a surface, the count of a part of it. */
  private record Phrase(TermStats.Key key, String surface, long tf, long df, int mask)
      implements Serializable {

    static Phrase of(TermStats term) {
      return new Phrase(term.key(), term.surface(), term.tf(), term.df(), 0);
    }

    static Phrase part(Message question, long count) {
      return new Phrase(question.phrase, null, count, 0, question.mask);
    }
  }

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @param settings what the table shows
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, TermSettings settings) {
    long fewest = settings.collocations();
    JavaRDD<TermStats> phrases =
        terms
            .counts()
            .filter(term -> term.key().n() > 1 && term.key().n() <= LONGEST && term.tf() >= fewest);
    JavaRDD<Message> messages =
        phrases.flatMap(Collocations::questions).union(partCounts(terms, phrases));
    JavaRDD<Phrase> answers =
        Exchange.byHash(messages, message -> message.part.hashCode(), terms.partitions())
            .mapPartitions(Collocations::answers);
    Broadcast<HashMap<CorpusTotals.Of, CorpusTotals.Sum>> corpus =
        terms.shared(terms.totals().byLanguage());
    JavaRDD<Phrase> together = phrases.map(Phrase::of).union(answers);
    return ROWS.rows(
        terms.spark(),
        Exchange.byHash(together, phrase -> phrase.key.hashCode(), terms.partitions())
            .mapPartitions(part -> rows(part, corpus.value())));
  }

  private static Iterator<Message> questions(TermStats phrase) {
    TermStats.Key key = phrase.key();
    String[] words = key.term().split(" ");
    List<Message> questions = new ArrayList<>();
    for (int mask = 1; mask < (1 << words.length) - 1; mask++) {
      questions.add(Message.question(new Part(key.language(), chosen(words, mask)), key, mask));
    }
    return questions.iterator();
  }

  private static Iterator<Phrase> answers(Iterator<Message> messages) {
    Map<Part, Long> counts = new HashMap<>();
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
        .map(question -> Phrase.part(question, counts.getOrDefault(question.part, 0L)))
        .iterator();
  }

  private static String chosen(String[] words, int mask) {
    if (mask == OUTER) {
      return outer(words[0], words[2]);
    }
    List<String> chosen = new ArrayList<>();
    for (int word = 0; word < words.length; word++) {
      if ((mask >> word & 1) == 1) {
        chosen.add(words[word]);
      }
    }
    return String.join(" ", chosen);
  }

  private static String outer(String first, String last) {
    return first + "  " + last;
  }

  private static JavaRDD<Message> partCounts(CountedTerms terms, JavaRDD<TermStats> phrases) {
    JavaRDD<Message> counts =
        terms
            .counted()
            .filter(term -> term.key().n() < LONGEST)
            .map(
                term ->
                    Message.count(new Part(term.key().language(), term.key().term()), term.tf()));
    return terms.settings().ngrams() < LONGEST
        ? counts.filter(count -> count.part.words.indexOf(' ') < 0)
        : counts.union(outerCounts(terms, phrases));
  }

  /**
   * How often two words stand around a third, whichever: summed over all triples, the rare ones
   * too, for the words that some phrase asks about.
   */
  private static JavaRDD<Message> outerCounts(CountedTerms terms, JavaRDD<TermStats> phrases) {
    Broadcast<BloomFilter> wanted =
        terms.shared(
            phrases
                .filter(phrase -> phrase.key().n() == LONGEST)
                .map(phrase -> phrase.key().term().split(" "))
                .map(words -> hash(Ngrams.hash(words[0]), Ngrams.hash(words[2])))
                .treeAggregate(new BloomFilter(), BloomFilter::add, BloomFilter::add));
    return terms.wordBlocks().flatMap(block -> outerCounts(block, wanted.value()));
  }

  private static long hash(long first, long last) {
    return first * 31 + last;
  }

  private static Iterator<Message> outerCounts(TokenIdBlock block, BloomFilter wanted) {
    long[] hashes = block.terms().hashes();
    Map<Part, Long> counts = new HashMap<>();
    for (int article = 0; article < block.size(); article++) {
      String language = block.place(article).language();
      for (int i = block.offsets()[article]; i + 2 < block.offsets()[article + 1]; i++) {
        if (isRun(block.words(), i, LONGEST)) {
          int first = block.formTerms()[block.words()[i]];
          int last = block.formTerms()[block.words()[i + 2]];
          if (wanted.mayContain(hash(hashes[first], hashes[last]))) {
            String words = outer(block.terms().words()[first], block.terms().words()[last]);
            counts.merge(new Part(language, words), 1L, Long::sum);
          }
        }
      }
    }
    return counts.entrySet().stream()
        .map(entry -> Message.count(entry.getKey(), entry.getValue()))
        .iterator();
  }

  private static boolean isRun(int[] words, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (words[i] == TokenIdBlock.BREAK) {
        return false;
      }
    }
    return true;
  }

  private static Iterator<Collocation> rows(
      Iterator<Phrase> together, Map<CorpusTotals.Of, CorpusTotals.Sum> corpus) {
    Map<TermStats.Key, Phrase> phrases = new HashMap<>();
    Map<TermStats.Key, long[]> matches = new HashMap<>();
    together.forEachRemaining(
        phrase -> {
          int full = (1 << phrase.key.n()) - 1;
          long[] counts = matches.computeIfAbsent(phrase.key, k -> new long[full + 1]);
          boolean whole = phrase.surface != null;
          counts[whole ? full : phrase.mask] = phrase.tf;
          if (whole) {
            phrases.put(phrase.key, phrase);
          }
        });
    return phrases.values().stream()
        .map(phrase -> Collocation.of(phrase, matches.get(phrase.key), corpus))
        .iterator();
  }

  /**
   * A phrase, and how strongly its words belong together.
   *
   * @param matches the counts of its parts, see {@link Association#of}
   */
  private record Collocation(Phrase phrase, long[] matches, Association association) {

    static Collocation of(
        Phrase phrase, long[] matches, Map<CorpusTotals.Of, CorpusTotals.Sum> corpus) {
      matches[0] = corpus.get(new CorpusTotals.Of(phrase.key.language(), 1, null)).tokens();
      return new Collocation(phrase, matches, Association.of(matches));
    }

    List<String> parts() {
      return List.of(phrase.key.term().split(" "));
    }

    List<Long> partCounts() {
      return IntStream.range(0, phrase.key.n()).mapToObj(word -> matches[1 << word]).toList();
    }

    long corpusTokens() {
      return matches[0];
    }
  }
}
