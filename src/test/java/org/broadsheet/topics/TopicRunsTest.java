package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicRunsTest {

  @Test
  void classesAreNumberedByTheirNames() {
    assertEquals(
        Map.of("1", 2, "2", 0, "3", 2, "4", 1),
        TopicRuns.numbered(Map.of("1", "sport", "2", "business", "3", "sport", "4", "politics")));
  }

  @Test
  void theLabelFieldIsAPublishedColumnOrAFieldOfTheInput() {
    String[] given = {"article_id", "section", "split", "format", "reason", "extra"};
    assertTrue(TopicRuns.isColumn("section", given));
    assertFalse(TopicRuns.isColumn("split", given), "a column that nobody sees");
    assertFalse(TopicRuns.isColumn("format", given));
    assertFalse(TopicRuns.isColumn("reason", given));
    assertFalse(TopicRuns.isColumn("label", given));
    assertFalse(TopicRuns.isColumn("text", given), "published, but not in the data set");
  }

  @Test
  void aRunKnowsItsLargestTopicAndThoseInUse() {
    TopicRun run = Small.run(Small.model(List.of(List.of(), List.of(), List.of())), 2, 0, 2);
    assertEquals(2, run.largestArticles());
    assertArrayEquals(new boolean[] {true, false, true}, run.used());
  }
}
