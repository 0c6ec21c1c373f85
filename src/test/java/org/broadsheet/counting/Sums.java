package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Sums of elements in random orders, in parts that are merged in random orders. */
public final class Sums {

  private static final int PARTS = 5;
  private static final int ROUNDS = 20;

  private Sums() {}

  /** Requires a sum to come out as it does without parts. */
  public static <T, S extends MergeableSum<T, S>> void requireSame(
      List<T> elements, Supplier<S> empty, Function<S, ?> shown) {
    Random random = new Random(3);
    S whole = empty.get();
    for (T element : elements) {
      whole = whole.add(element);
    }
    Object expected = shown.apply(whole);
    for (int round = 0; round < ROUNDS; round++) {
      assertEquals(expected, shown.apply(shuffled(elements, empty, random)));
    }
  }

  private static <T, S extends MergeableSum<T, S>> S shuffled(
      List<T> elements, Supplier<S> empty, Random random) {
    List<S> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      parts.add(empty.get());
    }
    for (T element : shuffled(elements, random)) {
      int part = random.nextInt(parts.size());
      parts.set(part, parts.get(part).add(element));
    }
    Collections.shuffle(parts, random);
    return parts.stream().reduce(empty.get(), MergeableSum::merge);
  }

  /**
   * Requires what Spark computes of elements to be as expected, in whatever partitions they are.
   */
  static <T> void requireSame(
      SparkSession spark, List<T> elements, Function<JavaRDD<T>, ?> computed, Object expected) {
    Random random = new Random(3);
    for (int partitions = 1; partitions <= PARTS; partitions++) {
      JavaRDD<T> given =
          JavaSparkContext.fromSparkContext(spark.sparkContext())
              .parallelize(shuffled(elements, random), partitions);
      assertEquals(expected, computed.apply(given), partitions + " partitions");
    }
  }

  /** The elements in a random order. */
  public static <T> List<T> shuffled(List<T> elements, Random random) {
    List<T> order = new ArrayList<>(elements);
    Collections.shuffle(order, random);
    return order;
  }
}
