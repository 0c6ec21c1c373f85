package org.broadsheet.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.broadsheet.text.RandomText;
import org.junit.jupiter.api.Test;

class CharsIntMapTest {

  @Test
  void looksAStretchOfATextUp() {
    CharsIntMap map = new CharsIntMap();
    map.put("ferry", 7);
    map.put("ferr", 8);
    map.put("", 9);
    assertEquals(7, map.get("the ferry sails", 4, 9));
    assertEquals(8, map.get("the ferry sails", 4, 8));
    assertEquals(9, map.get("the ferry sails", 4, 4));
    assertEquals(CharsIntMap.ABSENT, map.get("the ferry sails", 4, 10));
    assertEquals(CharsIntMap.ABSENT, map.get("the ferry", 5, 9));
    assertEquals(CharsIntMap.ABSENT, map.get("ferry", 0, 3));
  }

  @Test
  void tellsWordsOfOneHashOfJavaApart() {
    CharsIntMap map = new CharsIntMap();
    map.put("Aa", 1);
    map.put("BB", -1);
    assertEquals(1, map.get("xAax", 1, 3));
    assertEquals(-1, map.get("xBBx", 1, 3));
    assertEquals(CharsIntMap.ABSENT, map.get("xAB", 1, 3));
  }

  @Test
  void behavesLikeAMapOfJava() {
    Random random = new Random(17);
    CharsIntMap actual = new CharsIntMap();
    Map<String, Integer> expected = new HashMap<>();
    String text = RandomText.of(random, 4_000);
    for (int i = 0; i < 100_000; i++) {
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + random.nextInt(6));
      String word = text.substring(start, end);
      int wanted = expected.getOrDefault(word, CharsIntMap.ABSENT);
      assertEquals(wanted, actual.get(text, start, end), word);
      if (wanted == CharsIntMap.ABSENT && random.nextInt(3) > 0) {
        expected.put(word, i - 50_000);
        actual.put(word, i - 50_000);
      }
    }
    expected.forEach(
        (word, value) -> assertEquals(value, actual.get(word, 0, word.length()), word));
  }
}
