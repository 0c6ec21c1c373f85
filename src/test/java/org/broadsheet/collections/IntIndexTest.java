package org.broadsheet.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntIndexTest {

  @Test
  void numbersKeysInTheOrderTheyAreMet() {
    Random random = new Random(3);
    IntIndex index = new IntIndex();
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      int key = random.nextInt(800) * 0x10000 - 0x1000000;
      if (!keys.contains(key)) {
        keys.add(key);
      }
      assertEquals(keys.indexOf(key), index.number(key));
    }
    assertEquals(keys.size(), index.size());
    for (int number = 0; number < keys.size(); number++) {
      assertEquals(keys.get(number), index.key(number));
    }
  }
}
