package org.broadsheet.generate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invents words that look like those of a language: each letter follows the two before it as there.
 */
final class WordInventor {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 11;

  /** Stands before the first letter of a word and after its last one. */
  private static final char EDGE = ' ';

  private final Map<String, StringBuilder> followers = new HashMap<>();
  private final SplittableRandom random;

  WordInventor(List<String> examples, SplittableRandom random) {
    this.random = random;
    for (String example : examples) {
      String word = "" + EDGE + EDGE + example + EDGE;
      for (int i = 2; i < word.length(); i++) {
        followers
            .computeIfAbsent(word.substring(i - 2, i), pair -> new StringBuilder())
            .append(word.charAt(i));
      }
    }
  }

  /**
   * Invents words.
   *
   * @param count how many
   * @param taken words that must not come out, to which the new ones are added
   * @return the words, all different
   */
  List<String> words(int count, Set<String> taken) {
    Set<String> words = new LinkedHashSet<>(2 * count);
    while (words.size() < count) {
      String word = word();
      // A language has more long words than a few examples lead to.
      for (int tries = 0; taken.contains(word) && tries < 2; tries++) {
        word += word();
      }
      if (taken.add(word)) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    do {
      word.setLength(0);
      char before = EDGE;
      char letter = EDGE;
      do {
        StringBuilder choices = followers.get("" + before + letter);
        before = letter;
        letter = choices.charAt(random.nextInt(choices.length()));
        if (letter != EDGE) {
          word.append(letter);
        }
      } while (letter != EDGE && word.length() <= LONGEST);
    } while (word.length() < SHORTEST || word.length() > LONGEST);
    return word.toString();
  }
}
