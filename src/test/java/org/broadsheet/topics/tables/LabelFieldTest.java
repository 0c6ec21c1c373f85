package org.broadsheet.topics.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelFieldTest {

  @Test
  void classesAreNumberedByTheirNames() {
    assertEquals(
        Map.of("1", 2, "2", 0, "3", 2, "4", 1),
        LabelField.numbered(Map.of("1", "sport", "2", "business", "3", "sport", "4", "politics")));
  }

  @Test
  void theLabelFieldIsAPublishedColumnOrAFieldOfTheInput() {
    String[] given = {"article_id", "section", "split", "format", "reason", "extra"};
    assertTrue(LabelField.isColumn("section", given));
    assertFalse(LabelField.isColumn("split", given), "a column that nobody sees");
    assertFalse(LabelField.isColumn("format", given));
    assertFalse(LabelField.isColumn("reason", given));
    assertFalse(LabelField.isColumn("label", given));
    assertFalse(LabelField.isColumn("text", given), "published, but not in the data set");
  }
}
