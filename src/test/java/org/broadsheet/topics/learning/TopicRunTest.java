package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicRunTest {

  @Test
  void aRunKnowsItsLargestTopicAndThoseInUse() {
    TopicRun run =
        TopicFixtures.run(TopicFixtures.model(List.of(List.of(), List.of(), List.of())), 2, 0, 2);
    assertEquals(2, run.largestArticles());
    assertArrayEquals(new boolean[] {true, false, true}, run.used());
  }
}
