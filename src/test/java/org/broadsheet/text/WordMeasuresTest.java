package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordMeasuresTest {

  private static List<Long> read(WordMeasures measures, String... words) {
    measures.start();
    for (String word : words) {
      measures.add("<" + word + ">", 1, 1 + word.length());
    }
    return List.of(measures.mattrWindows(), measures.mattrTypes(), measures.syllables());
  }

  @Test
  void aShortTextHasSyllablesOnly() {
    assertEquals(List.of(0L, 0L, 6L), read(new WordMeasures(), "The", "harbour", "the", "harbour"));
    assertEquals(List.of(0L, 0L, 0L), read(new WordMeasures()));
  }

  @Test
  void startingOverChangesNothing() {
    Random random = new Random(7);
    WordMeasures keeping = new WordMeasures();
    WordMeasures forgetting = new WordMeasures(50);
    for (int round = 0; round < 200; round++) {
      String[] words = new String[random.nextInt(300)];
      for (int i = 0; i < words.length; i++) {
        words[i] = (random.nextBoolean() ? "Ferry" : "ferry") + "y".repeat(random.nextInt(200));
      }
      assertEquals(read(keeping, words), read(forgetting, words));
    }
  }
}
