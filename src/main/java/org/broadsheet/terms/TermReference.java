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
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.Exchange;
import org.broadsheet.counting.NgramClass;
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
          .column("tf", LONG, row -> row.use.tf.once)
          .column("printed_tf", LONG, row -> row.use.tf.printed)
          .column("corpus_tokens", LONG, KeyTerm::tokens)
          .column("tf_per_million", DOUBLE, row -> Rates.perMillion(row.use.tf.once, row.tokens))
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
   * @param terms the counts
   * @param reference the list
   * @return its rows: those of every published term whose language and n the list has
   */
  public static Dataset<Row> table(CountedTerms terms, ReferenceList reference) {
    ReferenceList.Counts counts =
        reference.counts(terms.settings().analysis(), terms.totals().mainLanguage());
    Broadcast<Both> both = terms.shared(new Both(terms.totals().once(), counts.tokens()));
    JavaRDD<Use> uses =
        terms
            .counts()
            .filter(term -> both.value().reference.containsKey(NgramClass.of(term.key())))
            .filter(term -> term.once().tf() > 0)
            .mapToPair(term -> new Tuple2<>(term.key(), new Tf(term.once().tf(), term.tf())))
            .leftOuterJoin(counts.tf())
            .map(pair -> new Use(pair._1(), pair._2()._1(), pair._2()._2().orElse(0L)));
    return ROWS.rows(
        terms.spark(),
        Exchange.byHash(uses, use -> NgramClass.of(use.key).hashCode(), terms.partitions())
            .mapPartitions(part -> both.value().rows(part)));
  }

  /** A term in both corpora. */
  private record Use(TermStats.Key key, Tf tf, long referenceTf) implements Serializable {}

  /** How often this corpus has a term, each story counted once, and every copy counted. */
  private record Tf(long once, long printed) implements Serializable {}

  /** A term with the sizes of both corpora and its scores. */
  private record KeyTerm(Use use, long tokens, long referenceTokens, KeynessScores scores) {}

  /** What a task needs to know of both corpora. */
  private record Both(
      HashMap<CorpusTotals.Of, CorpusTotals.Sum> corpus, HashMap<NgramClass, Long> reference)
      implements Serializable {

    Iterator<KeyTerm> rows(Iterator<Use> uses) {
      return KeynessTable.byFamily(uses, use -> NgramClass.of(use.key), this::compared);
    }

    private List<KeyTerm> compared(NgramClass kind, List<Use> family) {
      long tokens = corpus.get(new CorpusTotals.Of(kind.language(), kind.n(), null)).tokens();
      long referenceTokens = reference.get(kind);
      List<KeynessScores> scores =
          KeynessScores.ofFamily(
              family.stream().mapToLong(use -> use.tf.once).toArray(),
              tokens,
              family.stream().mapToLong(Use::referenceTf).toArray(),
              referenceTokens);
      return IntStream.range(0, family.size())
          .mapToObj(i -> new KeyTerm(family.get(i), tokens, referenceTokens, scores.get(i)))
          .toList();
    }
  }
}
