package org.broadsheet.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A sample as MLlib wants it. */
final class MllibVectors {

  private static final StructType SCHEMA =
      new StructType().add("features", SQLDataTypes.VectorType());

  private MllibVectors() {}

  /**
   * One vector an article, in one partition: MLlib adds floats in the order in which partitions
   * arrive.
   *
   * @param sample the articles
   * @param size the size of the vocabulary
   * @param values the values of an article, one for each of its words
   * @return rows of features, in the order of the sample
   */
  static Dataset<Row> of(
      SparkSession spark,
      List<WordCounts> sample,
      int size,
      Function<WordCounts, double[]> values) {
    List<Row> rows =
        sample.stream()
            .map(article -> RowFactory.create(vector(article, size, values.apply(article))))
            .toList();
    return spark.createDataFrame(rows, SCHEMA).coalesce(1).cache();
  }

  /** A sparse vector wants its indexes in order. */
  private static Vector vector(WordCounts article, int size, double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> article.terms()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return Vectors.sparse(
        size,
        Arrays.stream(order).map(i -> article.terms()[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray());
  }
}
