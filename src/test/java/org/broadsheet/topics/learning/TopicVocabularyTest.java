package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicVocabularyTest {

  @ParameterizedTest
  @CsvSource({
    "sea, true",
    "uk, false",
    "g20, false",
    "co2e, true",
    "море, true",
    "он, false",
    "海, true",
    "경제, true",
    "の, true",
    "カ, true",
    "น้ำ, true",
    "ທະ, true",
    "7, false",
    "a.b.c, true"
  })
  void lettersAreCountedWhereTheyStandForSounds(String word, boolean isLong) {
    assertEquals(isLong, TopicVocabulary.isLong(word));
  }

  @ParameterizedTest
  @CsvSource({
    // A corpus of one, a tiny one, one of 400, one of 2,000
    "1, 1, true", "1, 9, false", "2, 9, true", "9, 9, true",
    "2, 400, true", "1, 400, false", "200, 400, true", "201, 400, false",
    "4, 2000, false", "5, 2000, true", "5, 2000000, true"
  })
  void wordsAreInEnoughArticlesAndNotInMostOfThem(long df, long articles, boolean has) {
    assertEquals(has, TopicVocabulary.hasDf(df, articles));
  }
}
