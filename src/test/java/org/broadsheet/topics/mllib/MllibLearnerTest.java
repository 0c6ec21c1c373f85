package org.broadsheet.topics.mllib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MllibLearnerTest {
  @ParameterizedTest
  @CsvSource({"0, 2", "1, 2", "18, 3", "200, 10", "2225, 33", "5000, 50", "9000000000, 50"})
  void growsWithTheRootOfTheArticles(long articles, int topics) {
    assertEquals(topics, MllibLearner.ruleOfThumb(articles));
  }
}
