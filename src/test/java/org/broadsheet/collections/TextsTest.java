package org.broadsheet.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadsheet.JavaSerialization;
import org.junit.jupiter.api.Test;

/** Texts arrive as they were sent, in fewer bytes than as strings. */
class TextsTest {

  private static final List<String> ALL_SCRIPTS =
      List.of("ferry", "", "Œuvre", "паром", "渡し船", "🚢 sails", "", "a\u0000b");

  @Test
  void textsOfAnyScriptSurviveSerialization() throws Exception {
    Texts texts = Texts.of(ALL_SCRIPTS);
    Object read = JavaSerialization.sent(texts);
    assertInstanceOf(Texts.class, read);
    assertEquals(ALL_SCRIPTS, read);
  }

  @Test
  void noTextsSurviveToo() throws Exception {
    assertEquals(List.of(), JavaSerialization.sent(Texts.of(List.of())));
  }

  @Test
  void theyTakeHardlyMoreThanTheirBytes() throws Exception {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      words.add("word" + i);
    }
    int bytes = words.stream().mapToInt(String::length).sum() + 4 * words.size();
    assertTrue(JavaSerialization.bytes(Texts.of(words)).length < bytes + 500);
  }

  @Test
  void someAreChosenInTheOrderAskedFor() {
    assertEquals(List.of("паром", "ferry", "паром"), Texts.of(ALL_SCRIPTS).at(new int[] {3, 0, 3}));
  }

  @Test
  void theyCannotBeChanged() {
    Texts texts = Texts.of(ALL_SCRIPTS);
    assertThrows(UnsupportedOperationException.class, () -> Collections.sort(texts));
    assertThrows(UnsupportedOperationException.class, () -> texts.set(0, "other"));
  }
}
