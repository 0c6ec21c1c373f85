package org.broadsheet.job;

import java.util.Collection;
import java.util.Comparator;

/** What a misspelt word was meant to be. */
public final class Suggestion {

  private Suggestion() {}

  /**
   * A hint for the end of a message.
   *
   * @param words the words that exist
   * @param written what was written
   * @return {@code "; did you mean X?"}, or the words where none is near, or nothing where there
   *     are none
   */
  public static String among(Collection<String> words, String written) {
    String near = near(words, written);
    return near.isEmpty() && !words.isEmpty() ? "; known are " + String.join(", ", words) : near;
  }

  /**
   * A hint for the end of a message that names the words itself.
   *
   * @param words the words that exist
   * @param written what was written
   * @return {@code "; did you mean X?"}, or nothing where none is near
   */
  static String near(Collection<String> words, String written) {
    int farthest = Math.max(2, written.length() / 3);
    return words.stream()
        .filter(word -> distance(word, written) <= farthest)
        .min(
            Comparator.comparingInt((String word) -> distance(word, written))
                .thenComparing(Comparator.naturalOrder()))
        .map(word -> "; did you mean " + word + "?")
        .orElse("");
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
