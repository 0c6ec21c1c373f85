package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenSpansTest {

  private record Word(int start, int end, boolean opensSentence) {}

  private static byte[] encoded(List<Word> words) {
    TokenSpans.Writer writer = new TokenSpans.Writer();
    words.forEach(word -> writer.add(word.start, word.end, word.opensSentence));
    return writer.toBytes();
  }

  private static List<Word> decoded(byte[] bytes) {
    TokenSpans.SpanCursor reader = new TokenSpans.SpanCursor(bytes);
    List<Word> words = new ArrayList<>();
    while (reader.next()) {
      words.add(new Word(reader.start(), reader.end(), reader.opensSentence()));
    }
    assertFalse(reader.next(), "after the end");
    return words;
  }

  @Test
  void noWordTakesNoBytes() {
    assertArrayEquals(new byte[0], encoded(List.of()));
    assertEquals(List.of(), decoded(new byte[0]));
  }

  @Test
  void aShortWordTakesTwoBytes() {
    List<Word> words = List.of(new Word(0, 3, true), new Word(4, 9, false), new Word(9, 10, true));
    byte[] bytes = encoded(words);
    assertEquals(6, bytes.length);
    assertEquals(words, decoded(bytes));
  }

  @Test
  void returnsSpansAtTheEdgesOfTheEncoding() {
    List<Word> words = new ArrayList<>();
    int end = 0;
    for (int gap : new int[] {0, 1, 63, 64, 127, 128, 8191, 8192, 16_384, 1 << 20, 1 << 27}) {
      for (int length : new int[] {1, 127, 128, 129, 16_383, 16_384, 1 << 21}) {
        words.add(new Word(end + gap, end + gap + length, (gap + length) % 2 == 0));
        end += gap + length;
      }
    }
    assertTrue(end > 0, "the test's own offsets fit an int");
    assertEquals(words, decoded(encoded(words)));
  }

  @Test
  void returnsAnySpansAsTheyWereAdded() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<Word> words = new ArrayList<>();
      int end = 0;
      int size = random.nextInt(200);
      for (int i = 0; i < size; i++) {
        int start = end + (random.nextInt(20) == 0 ? random.nextInt(100_000) : random.nextInt(5));
        end = start + 1 + (random.nextInt(50) == 0 ? random.nextInt(5_000) : random.nextInt(12));
        words.add(new Word(start, end, random.nextBoolean()));
      }
      assertEquals(words, decoded(encoded(words)), "round " + round);
    }
  }
}
