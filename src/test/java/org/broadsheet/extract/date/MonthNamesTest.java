package org.broadsheet.extract.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MonthNamesTest {
  private static final Path NAMES = Path.of("src/test/resources/month-names.txt");

  /**
   * CLDR, and with it the JDK, changes names from version to version. A name that this JDK has
   * more, or less, than is written down would give other dates than another JDK gives: it belongs
   * in the lexicon.
   */
  @Test
  void namesAreTheSameOnEveryJdk() throws IOException {
    List<String> lines = new ArrayList<>();
    for (boolean any : new boolean[] {false, true}) {
      String languages = any ? "any" : "main";
      Map<String, Integer> months = MonthNames.months(any);
      for (int month = 1; month <= 12; month++) {
        TreeSet<String> names = new TreeSet<>();
        for (Map.Entry<String, Integer> entry : months.entrySet()) {
          if (entry.getValue() == month) {
            names.add(entry.getKey());
          }
        }
        lines.add(languages + ", month " + month + ": " + String.join(", ", names));
      }
      lines.add(
          languages + ", weekdays: " + String.join(", ", new TreeSet<>(MonthNames.weekdays(any))));
    }
    assertEquals(Files.readAllLines(NAMES), lines);
  }
}
