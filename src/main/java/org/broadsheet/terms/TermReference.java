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
import org.broadsheet.stats.Rates;
import org.broadsheet.stats.keyness.KeynessScores;
import org.broadsheet.table.RowEncoder;
import scala.Tuple2;

/** The table {@code term_reference}: the terms of the corpus against those of another one. */
public final class TermReference {

  private static final RowEncoder<ReferenceRow> ROWS =
      RowEncoder.<ReferenceRow>of("term_reference")
          .column("language", STRING, row -> row.term.key.language())
          .column("n", INT, row -> row.term.key.n())
          .column("term", STRING, row -> row.term.key.term())
          .column("tf", LONG, row -> row.term.tf.deduplicated)
          .column("printed_tf", LONG, row -> row.term.tf.printed)
          .column("corpus_tokens", LONG, ReferenceRow::tokens)
          .column(
              "tf_per_million",
              DOUBLE,
              row -> Rates.perMillion(row.term.tf.deduplicated, row.tokens))
          .column("reference_tf", LONG, row -> row.term.referenceTf)
          .column("reference_tokens", LONG, ReferenceRow::referenceTokens)
          .column(
              "reference_per_million",
              DOUBLE,
              row -> Rates.perMillion(row.term.referenceTf, row.referenceTokens))
          .columns(KeynessComparison.SCORES, ReferenceRow::scores)
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
    JavaRDD<TermInBoth> inBoth =
        terms
            .published()
            .filter(term -> both.value().reference.containsKey(term.key().ngrams()))
            .mapToPair(term -> new Tuple2<>(term.key(), Tf.of(term)))
            .filter(term -> term._2().deduplicated > 0)
            .leftOuterJoin(list.tf())
            .map(pair -> new TermInBoth(pair._1(), pair._2()._1(), pair._2()._2().orElse(0L)));
    return ROWS.rows(
        terms.spark(),
        Exchange.byHash(inBoth, term -> term.key.ngrams().hashCode(), terms.partitions())
            .mapPartitions(part -> both.value().rows(part)));
  }

  /** A term in both corpora. */
  private record TermInBoth(TermKey key, Tf tf, long referenceTf) implements Serializable {}

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
  private record ReferenceRow(
      TermInBoth term, long tokens, long referenceTokens, KeynessScores scores) {}

  /** What a task needs to know of both corpora. */
  private record Both(HashMap<NgramClass, Total> corpus, HashMap<NgramClass, Long> reference)
      implements Serializable {

    Iterator<ReferenceRow> rows(Iterator<TermInBoth> inBoth) {
      return KeynessComparison.byFamily(inBoth, term -> term.key.ngrams(), this::compared);
    }

    private List<ReferenceRow> compared(NgramClass ngrams, List<TermInBoth> family) {
      long tokens = corpus.get(ngrams).tokens();
      long referenceTokens = reference.get(ngrams);
      List<KeynessScores> scores =
          KeynessScores.ofFamily(
              family.stream().mapToLong(term -> term.tf.deduplicated).toArray(),
              tokens,
              family.stream().mapToLong(TermInBoth::referenceTf).toArray(),
              referenceTokens);
      return IntStream.range(0, family.size())
          .mapToObj(i -> new ReferenceRow(family.get(i), tokens, referenceTokens, scores.get(i)))
          .toList();
    }
  }
}
