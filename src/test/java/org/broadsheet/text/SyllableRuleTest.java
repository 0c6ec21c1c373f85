package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.table.Resources;
import org.junit.jupiter.api.Test;

class SyllableRuleTest {

  private static final int RANDOM_WORDS = 200_000;

  private static final List<String> PIECES =
      List.of(
          "a", "e", "i", "o", "u", "y", "qu", "gu", "ia", "ie", "io", "ea", "ua", "ue", "l", "r",
          "s", "t", "c", "d", "g", "n", "th", "ch", "sm", "ism", "mc", "m", "ms", "es", "ed", "le",
          "less", "ful", "ly", "ment", "ments", "ness", "ically", "ing", "ian", "ient", "est",
          "uity", "é", "ñ", "ß", "и");

  @Test
  void whatIsAskedOfAFewPlacesIsWhatThePatternsFindInTheWholeWord() throws IOException {
    Stream.concat(listed().stream(), random()).forEach(SyllableRuleTest::assertSame);
  }

  private static void assertSame(String word) {
    String spoken = SyllableRule.CONSONANT.matcher(word).replaceAll("w");
    assertEquals(spoken, SyllableRule.spoken(word), word);
    assertEquals(count(SyllableRule.APART, spoken), SyllableRule.apart(spoken), word);
    assertEquals(count(SyllableRule.UNWRITTEN, word), SyllableRule.unwritten(word), word);
    assertEquals(count(SyllableRule.SILENT, spoken), SyllableRule.silent(spoken), word);
  }

  private static int count(Pattern pattern, String word) {
    return (int) pattern.matcher(word).results().count();
  }

  private static List<String> listed() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Resources.open("syllables.txt"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(SyllableRuleTest::words)
          .toList();
    }
  }

  private static Stream<String> words(String line) {
    return Stream.of(line.split(" ")).skip(1);
  }

  private static Stream<String> random() {
    Random random = new Random(1);
    return Stream.generate(() -> word(random)).limit(RANDOM_WORDS);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      word.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return word.toString();
  }
}
