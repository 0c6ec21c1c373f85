package org.broadsheet.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIntMapTest {

  @Test
  void keepsTheKeysAtTheEdges() {
    LongIntMap map = new LongIntMap();
    long[] keys = {
      0, 1, -1, -2, Integer.MAX_VALUE, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE
    };
    for (long key : keys) {
      assertEquals(-1, map.get(key), "before " + key);
    }
    for (int i = 0; i < keys.length; i++) {
      map.put(keys[i], i);
    }
    for (int i = 0; i < keys.length; i++) {
      assertEquals(i, map.get(keys[i]), "key " + keys[i]);
    }
  }

  /** Keys as the counter makes them: two small numbers, which a poor hash sends to few slots. */
  @Test
  void behavesLikeAMapOfJava() {
    Random random = new Random(13);
    LongIntMap actual = new LongIntMap();
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long key =
          switch (random.nextInt(3)) {
            case 0 -> (long) random.nextInt(300) << 32 | random.nextInt(300);
            case 1 -> random.nextInt(100_000);
            default -> random.nextLong();
          };
      assertEquals(expected.getOrDefault(key, -1), actual.get(key));
      if (!expected.containsKey(key) && random.nextBoolean()) {
        expected.put(key, i);
        actual.put(key, i);
        assertEquals(i, actual.get(key));
      }
    }
    expected.forEach((key, value) -> assertEquals(value, actual.get(key), "key " + key));
  }
}
