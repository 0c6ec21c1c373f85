package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Exchange;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermKey;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.KeynessScores;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;
import scala.Tuple2;

/** The table {@code term_reference}: the terms of the corpus against those of another one. */
public final class TermReference {

  private static final RowEncoder<KeyTerm> ROWS =
      RowEncoder.<KeyTerm>of("term_reference")
          .column("language", STRING, row -> row.use.key.language())
          .column("n", INT, row -> row.use.key.n())
          .column("term", STRING, row -> row.use.key.term())
          .column("tf", LONG, row -> row.use.tf.deduplicated)
          .column("printed_tf", LONG, row -> row.use.tf.printed)
          .column("corpus_tokens", LONG, KeyTerm::tokens)
          .column(
              "tf_per_million",
              DOUBLE,
              row -> Rates.perMillion(row.use.tf.deduplicated, row.tokens))
          .column("reference_tf", LONG, row -> row.use.referenceTf)
          .column("reference_tokens", LONG, KeyTerm::referenceTokens)
          .column(
              "reference_per_million",
              DOUBLE,
              row -> Rates.perMillion(row.use.referenceTf, row.referenceTokens))
          .columns(KeynessTable.SCORES, KeyTerm::scores)
          .build();

  private TermReference() {}

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @param reference the list
   * @return its rows: those of every published term whose language and n the list has
   */
  public static Dataset<Row> table(CountedTerms terms, ReferenceList reference) {
    ReferenceList.Frequencies list =
        reference.frequencies(terms.settings().analysis(), terms.totals().mainLanguage());
    Broadcast<Both> both = terms.broadcast(new Both(terms.totals().deduplicated(), list.tokens()));
    JavaRDD<Use> uses =
        terms
            .published()
            .filter(term -> both.value().reference.containsKey(term.key().ngrams()))
            .mapToPair(term -> new Tuple2<>(term.key(), Tf.of(term)))
            .filter(term -> term._2().deduplicated > 0)
            .leftOuterJoin(list.tf())
            .map(pair -> new Use(pair._1(), pair._2()._1(), pair._2()._2().orElse(0L)));
    return ROWS.rows(
        terms.spark(),
        Exchange.byHash(uses, use -> use.key.ngrams().hashCode(), terms.partitions())
            .mapPartitions(part -> both.value().rows(part)));
  }

  /** A term in both corpora. */
  private record Use(TermKey key, Tf tf, long referenceTf) implements Serializable {}

  /**
   * The occurrences of a term in this corpus.
   *
   * @param deduplicated each story counted once
   * @param printed copies included
   */
  private record Tf(long deduplicated, long printed) implements Serializable {

    static Tf of(TermStats term) {
      return new Tf(term.deduplicated().tf(), term.tf());
    }
  }

  /** A term with the sizes of both corpora and its scores. */
  private record KeyTerm(Use use, long tokens, long referenceTokens, KeynessScores scores) {}

  /** What a task needs to know of both corpora. */
  private record Both(HashMap<NgramClass, Total> corpus, HashMap<NgramClass, Long> reference)
      implements Serializable {

    Iterator<KeyTerm> rows(Iterator<Use> uses) {
      return KeynessTable.byFamily(uses, use -> use.key.ngrams(), this::compared);
    }

    private List<KeyTerm> compared(NgramClass ngrams, List<Use> family) {
      long tokens = corpus.get(ngrams).tokens();
      long referenceTokens = reference.get(ngrams);
      List<KeynessScores> scores =
          KeynessScores.ofFamily(
              family.stream().mapToLong(use -> use.tf.deduplicated).toArray(),
              tokens,
              family.stream().mapToLong(Use::referenceTf).toArray(),
              referenceTokens);
      return IntStream.range(0, family.size())
          .mapToObj(i -> new KeyTerm(family.get(i), tokens, referenceTokens, scores.get(i)))
          .toList();
    }
  }
}
