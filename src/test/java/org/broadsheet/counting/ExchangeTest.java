package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.broadsheet.SparkTest;
import org.junit.jupiter.api.Test;

class ExchangeTest extends SparkTest {

  @Test
  void everyValueArrivesOnceAndWithThoseOfItsHash() {
    List<Integer> values = IntStream.range(0, 30_000).boxed().toList();
    JavaRDD<Integer> given =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(values, 2);
    List<List<Integer>> parts = Exchange.byHash(given, value -> value % 7 - 3, 3).glom().collect();
    assertEquals(3, parts.size());
    Map<Integer, Integer> partOfHash = new HashMap<>();
    List<Integer> all = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      for (int value : parts.get(part)) {
        all.add(value);
        partOfHash.putIfAbsent(value % 7, part);
        assertEquals(part, partOfHash.get(value % 7));
      }
    }
    all.sort(null);
    assertEquals(values, all);
    assertTrue(partOfHash.values().stream().distinct().count() > 1);
  }
}
