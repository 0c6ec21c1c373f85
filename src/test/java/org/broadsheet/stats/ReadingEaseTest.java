package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ReadingEaseTest {

  @Test
  void longSentencesAndWordsAreHard() {
    // "The ferry sails at dawn. Fares rise.": 7 words, 2 sentences, 8 syllables.
    assertEquals(206.835 - 3.5525 - 96.6857142857, ReadingEase.flesch(7, 2, 8), 1e-9);
    // 20 words a sentence, 1.5 syllables a word.
    assertEquals(59.635, ReadingEase.flesch(200, 10, 300), 1e-9);
    assertEquals(-301.78, ReadingEase.flesch(1, 1, 6), 1e-9);
  }

  @Test
  void nothingHasNone() {
    assertNull(ReadingEase.flesch(0, 0, 0));
    assertNull(ReadingEase.flesch(5, 0, 6));
    assertNull(ReadingEase.flesch(0, 3, 0));
  }
}
