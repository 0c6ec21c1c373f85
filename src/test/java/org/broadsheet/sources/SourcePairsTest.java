package org.broadsheet.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourcePairsTest {

  @Test
  void outletsWithoutACommonTopicAreFarthestApart() {
    assertEquals(1, SourcePairs.topicDivergence(topics(1, 4), topics(2, 9)));
    assertEquals(0, SourcePairs.topicDivergence(topics(1, 4), topics(1, 9)));
    assertNull(SourcePairs.topicDivergence(topics(1, 4), new TreeMap<>()));
  }

  private static TreeMap<Integer, Long> topics(int topic, long articles) {
    TreeMap<Integer, Long> topics = new TreeMap<>();
    topics.put(topic, articles);
    return topics;
  }
}
