package org.broadsheet.collections;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntListTest {

  @Test
  void behavesLikeAListOfJava() {
    Random random = new Random(11);
    IntList actual = new IntList();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int operation = random.nextInt(100);
      int value = random.nextInt();
      if (operation < 60 || expected.isEmpty()) {
        actual.add(value);
        expected.add(value);
      } else if (operation < 80) {
        int index = random.nextInt(expected.size());
        actual.set(index, value);
        expected.set(index, value);
      } else if (operation < 98) {
        int index = random.nextInt(expected.size());
        expected.set(index, expected.get(index) + 1);
        assertEquals(expected.get(index), actual.increment(index));
      } else if (random.nextInt(20) == 0) {
        actual.clear();
        expected.clear();
      }
      assertEquals(expected.size(), actual.size());
      if (!expected.isEmpty()) {
        int index = random.nextInt(expected.size());
        assertEquals(expected.get(index), actual.get(index));
        assertEquals(expected.get(expected.size() - 1), actual.last());
      }
    }
    assertArrayEquals(expected.stream().mapToInt(Integer::intValue).toArray(), actual.toArray());
  }

  @Test
  void givesACopyOfItsValues() {
    IntList list = new IntList();
    list.add(1);
    list.toArray()[0] = 2;
    assertEquals(1, list.get(0));
  }
}
