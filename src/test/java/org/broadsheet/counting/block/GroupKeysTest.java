package org.broadsheet.counting.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.JavaSerialization;
import org.broadsheet.copies.DuplicateWeight;
import org.junit.jupiter.api.Test;

/** Groups arrive as they were sent, in a few bytes each. */
class GroupKeysTest {

  private static final DuplicateWeight COPY =
      new DuplicateWeight(
          false,
          List.of(
              new DuplicateWeight.InContrast(true, null),
              new DuplicateWeight.InContrast(false, "news")));

  @Test
  void everyPartOfAKeySurvivesSerialization() throws Exception {
    List<GroupKey> keys =
        List.of(
            new GroupKey("en", "post", 31, Arrays.asList("sport", null)),
            new GroupKey("en", "post", null, Arrays.asList("sport", null)),
            new GroupKey("en", "post", 31, Arrays.asList(null, "sport"), COPY),
            new GroupKey("de", "news", 0, List.of("sport", "north"), COPY),
            new GroupKey("de", "news", -7, List.of("sport", "north")));
    Object read = JavaSerialization.sent(GroupKeys.of(keys));
    assertInstanceOf(GroupKeys.class, read);
    assertEquals(keys, read);
  }

  @Test
  void manyPeriodsOfManySourcesTakeAFewBytesEach() throws Exception {
    List<GroupKey> keys = new ArrayList<>();
    for (int source = 0; source < 100; source++) {
      for (int period = 0; period < 100; period++) {
        keys.add(new GroupKey("en", "source-" + source, period, List.of()));
      }
    }
    int bytes = JavaSerialization.bytes(GroupKeys.of(keys)).length;
    assertTrue(bytes < 25 * keys.size(), bytes + " bytes");
  }
}
