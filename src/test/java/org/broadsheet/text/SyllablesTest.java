package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          1: the a I're he made rose strike strength through eye league queue
          1: walked sailed played asked judged lives makes yes you they're don't I'd it's
          2: ferry harbour table tables centre settled wanted needed houses changes boxes wishes
          2: lawyer royal question language penguin quiet lion poem being doing didn't it'll bush's
          2: careful movement basement something homeless farewell people business hundred
          2: prism rhythm million social nation special patient surgeon fashion argue wicked
          3: newspaper government radio period video museum theatre idea piano tourism area
          3: every theory continue companion employee beautiful anyone element recipe opinion
          3: arguing genuine influence reacted areas museum banana business's mcdonald
          4: society negotiate january usually experience category
          4: immigration's economy material appreciate reality mysterious ambiguous california everybody's
          5: individual university international association refrigerator
          """)
  void countsTheSyllablesOfAWord(int syllables, String words) {
    for (String word : words.split(" ")) {
      assertEquals(syllables, Syllables.of(word), word);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 1",
    "1918, 4",
    "'1,200', 4",
    "3.5, 2",
    "1990s, 4",
    "20th, 2",
    "5g, 2",
    "bbc, 3",
    "www, 9",
    "u.s, 2",
    "a.example, 4",
  })
  void figuresCountByTheirDigitsAndAbbreviationsByTheirLetters(String word, int syllables) {
    assertEquals(syllables, Syllables.of(word));
  }

  @ParameterizedTest
  @CsvSource({
    "café, 2",
    "résumé, 3",
    "crème, 1",
    "naïve, 2",
    "dog’s, 1",
    "zürich, 2",
    "o'brien, 3"
  })
  void accentsAndApostrophesAreRead(String word, int syllables) {
    assertEquals(syllables, Syllables.of(word));
  }

  @ParameterizedTest
  @CsvSource({"中国", "москва", "🇫🇷", "'", "_", "x", "''"})
  void noWordIsWithout(String word) {
    assertEquals(1, Syllables.of(word));
  }

  /**
   * How often the number is that of one of a word's pronunciations: by the rule alone, as for every
   * word that is in no dictionary, and with the words that mislead it.
   */
  @Test
  void numbersAreThoseOfThePronouncingDictionary() throws IOException {
    List<String[]> sample =
        Files.readAllLines(Path.of("src/test/resources/syllables-sample.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .toList();
    assertEquals(0.940, share("random", sample, SyllableRule::of), 0.001);
    assertEquals(0.990, share("frequent", sample, SyllableRule::of), 0.001);
    assertEquals(1, share("random", sample, Syllables::of));
    assertEquals(1, share("frequent", sample, Syllables::of));
  }

  private static double share(String part, List<String[]> sample, ToIntFunction<String> count) {
    long right = 0;
    long all = 0;
    for (String[] line : sample) {
      if (line[0].equals(part)) {
        long weight = part.equals("frequent") ? Long.parseLong(line[3]) : 1;
        all += weight;
        String syllables = Integer.toString(count.applyAsInt(line[1]));
        right += List.of(line[2].split(",")).contains(syllables) ? weight : 0;
      }
    }
    return (double) right / all;
  }

  @Test
  void anyLettersAreCounted() {
    Random random = new Random(7);
    for (int round = 0; round < 100_000; round++) {
      StringBuilder word = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        word.append("aeiouyeeerstlndmcgqwé'19".charAt(random.nextInt(24)));
      }
      int syllables = Syllables.of(word.toString());
      assertTrue(syllables >= 1 && syllables <= 3 * word.length(), word.toString());
    }
  }
}
