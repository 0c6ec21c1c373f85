package org.broadsheet.terms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.stats.Rates;
import org.broadsheet.table.ComputedRows;
import scala.Tuple2;

/** The table {@code term_reference}: the terms of the corpus against those of another one. */
public final class TermReference {

  private static final StructType SCHEMA =
      new StructType()
          .add("language", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("tf", DataTypes.LongType)
          .add("printed_tf", DataTypes.LongType)
          .add("corpus_tokens", DataTypes.LongType)
          .add("tf_per_million", DataTypes.DoubleType)
          .add("reference_tf", DataTypes.LongType)
          .add("reference_tokens", DataTypes.LongType)
          .add("reference_per_million", DataTypes.DoubleType)
          .merge(Contrasts.SCORES, true);

  private TermReference() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @param reference the list
   * @return its rows, not conformed: those of every published term whose language and n the list
   *     has
   */
  public static Dataset<Row> table(CountedTerms terms, ReferenceList reference) {
    ReferenceList.Counts counts =
        reference.counts(terms.settings().counting(), terms.totals().mainLanguage());
    Broadcast<Both> both = terms.shared(new Both(terms.totals().once(), counts.tokens()));
    JavaRDD<Use> uses =
        terms
            .counts()
            .filter(term -> both.value().reference.containsKey(Kind.of(term.key())))
            .filter(term -> term.once().tf() > 0)
            .mapToPair(term -> new Tuple2<>(term.key(), new Tf(term.once().tf(), term.tf())))
            .leftOuterJoin(counts.tf())
            .map(pair -> new Use(pair._1(), pair._2()._1(), pair._2()._2().orElse(0L)));
    return ComputedRows.of(
        terms.spark(),
        Exchange.byHash(uses, use -> Kind.of(use.key).hashCode(), terms.partitions())
            .mapPartitions(part -> both.value().rows(part)),
        SCHEMA);
  }

  /** A term in both corpora. */
  private record Use(TermCounts.Key key, Tf tf, long referenceTf) implements Serializable {}

  /** How often this corpus has a term, each story counted once, and every copy counted. */
  private record Tf(long once, long printed) implements Serializable {}

  /** What a task needs to know of both corpora. */
  private record Both(HashMap<Totals.Of, Totals.Sum> corpus, HashMap<Kind, Long> reference)
      implements Serializable {

    Iterator<Row> rows(Iterator<Use> uses) {
      return Contrasts.byFamily(uses, use -> Kind.of(use.key), this::rows);
    }

    private List<Row> rows(Kind kind, List<Use> family) {
      long tokens = corpus.get(new Totals.Of(kind.language(), kind.n(), null)).tokens();
      long referenceTokens = reference.get(kind);
      return Contrasts.compared(
          family,
          use -> new Contrasts.Pair(use.tf.once, tokens, use.referenceTf, referenceTokens),
          (use, scores) -> row(use, tokens, referenceTokens, scores));
    }

    private static Row row(Use use, long tokens, long referenceTokens, List<Object> scores) {
      List<Object> values =
          new ArrayList<>(
              Arrays.asList(
                  use.key.language(),
                  use.key.n(),
                  use.key.term(),
                  use.tf.once,
                  use.tf.printed,
                  tokens,
                  Rates.perMillion(use.tf.once, tokens),
                  use.referenceTf,
                  referenceTokens,
                  Rates.perMillion(use.referenceTf, referenceTokens)));
      values.addAll(scores);
      return RowFactory.create(values.toArray());
    }
  }
}
