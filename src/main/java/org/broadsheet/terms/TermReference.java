package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.util.HashMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermKey;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.terms.KeynessTests.KeynessTest;
import org.broadsheet.terms.KeynessTests.Scored;
import scala.Tuple2;

/** The table {@code term_reference}: the terms of the corpus against those of another one. */
public final class TermReference {

  private static final RowEncoder<Scored<TermInBoth>> ROWS =
      RowEncoder.<Scored<TermInBoth>>of("term_reference")
          .column("language", STRING, row -> row.test().key.language())
          .column("n", INT, row -> row.test().key.n())
          .column("term", STRING, row -> row.test().key.term())
          .column("tf", LONG, row -> row.test().tf())
          .column("printed_tf", LONG, row -> row.test().occurrences.printed)
          .column("corpus_tokens", LONG, row -> row.test().tokens)
          .column(
              "tf_per_million", DOUBLE, row -> Rates.perMillion(row.test().tf(), row.test().tokens))
          .column("reference_tf", LONG, row -> row.test().restTf)
          .column("reference_tokens", LONG, row -> row.test().restTokens)
          .column(
              "reference_per_million",
              DOUBLE,
              row -> Rates.perMillion(row.test().restTf, row.test().restTokens))
          .columns(KeynessComparison.SCORES, Scored::scores)
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
    HashMap<NgramClass, Total> corpus = terms.totals().deduplicated();
    HashMap<NgramClass, Long> listed = list.tokens();
    JavaRDD<TermInBoth> inBoth =
        terms
            .published()
            .filter(term -> listed.containsKey(term.key().ngrams()))
            .mapToPair(term -> new Tuple2<>(term.key(), Tf.of(term)))
            .filter(term -> term._2().deduplicated > 0)
            .leftOuterJoin(list.tf())
            .map(
                pair -> {
                  NgramClass ngrams = pair._1().ngrams();
                  return new TermInBoth(
                      pair._1(),
                      pair._2()._1(),
                      corpus.get(ngrams).tokens(),
                      pair._2()._2().orElse(0L),
                      listed.get(ngrams));
                });
    return ROWS.rows(terms.spark(), KeynessTests.scored(inBoth, terms.partitions()));
  }

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

  /**
   * A term in both corpora.
   *
   * @param occurrences its occurrences in this corpus
   * @param tokens all n-grams of this corpus
   * @param restTf its occurrences in the other corpus
   * @param restTokens all n-grams of the other corpus
   */
  private record TermInBoth(TermKey key, Tf occurrences, long tokens, long restTf, long restTokens)
      implements KeynessTest<NgramClass> {

    @Override
    public NgramClass family() {
      return key.ngrams();
    }

    @Override
    public long tf() {
      return occurrences.deduplicated;
    }
  }
}
