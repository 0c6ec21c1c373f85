package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.LONGS;
import static org.broadsheet.table.ColumnType.STRING;
import static org.broadsheet.table.ColumnType.STRINGS;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CorpusTotals.Total;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.keyness.Association;
import org.broadsheet.table.RowEncoder;

/**
 * The table {@code collocations}: published phrases of two or three neighbouring words, and how
 * strongly the words belong together. A phrase within a longer one has a row of its own.
 */
public final class Collocations {

  private static final RowEncoder<Collocation> ROWS =
      RowEncoder.<Collocation>of("collocations")
          .column("language", STRING, row -> row.phrase.key().language())
          .column("term", STRING, row -> row.phrase.key().term())
          .column("n", INT, row -> row.phrase.key().n())
          .column("surface", STRING, row -> row.phrase.surface())
          .column("count", LONG, row -> row.phrase.tf())
          .column("df", LONG, row -> row.phrase.df())
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

  private Collocations() {}

  /**
   * A phrase, and how strongly its words belong together.
   *
   * @param matches the counts of its parts by the bit mask of their words, of no word too
   */
  private record Collocation(
      PartCounts.CountedPhrase phrase, long[] matches, Association association) {

    static Collocation of(PartCounts counts, long corpusTokens) {
      long[] matches = counts.matches().clone();
      matches[0] = corpusTokens;
      return new Collocation(counts.phrase(), matches, Association.of(matches));
    }

    List<String> parts() {
      return List.of(phrase.key().term().split(" "));
    }

    List<Long> partCounts() {
      return IntStream.range(0, phrase.key().n()).mapToObj(word -> matches[1 << word]).toList();
    }

    long corpusTokens() {
      return matches[0];
    }
  }

  /**
   * Computes the table.
   *
   * @param terms the counted corpus
   * @param settings what the table shows
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, TermSettings settings) {
    JavaRDD<TermStats> phrases =
        terms.published().filter(term -> isPhrase(term, settings.collocations()));
    Broadcast<HashMap<NgramClass, Total>> corpus = terms.broadcast(terms.totals().byClass());
    return ROWS.rows(
        terms.spark(),
        PartCounts.of(terms, phrases)
            .map(
                counts -> {
                  NgramClass words = new NgramClass(counts.phrase().key().language(), 1);
                  return Collocation.of(counts, corpus.value().get(words).tokens());
                }));
  }

  private static boolean isPhrase(TermStats term, long fewest) {
    int n = term.key().n();
    return n > 1 && n <= PartCounts.LONGEST && term.tf() >= fewest;
  }
}
