package org.broadsheet.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.table.Resources;

/**
 * Counts the syllables of English words. A word of {@code syllables.txt} has the count of the CMU
 * Pronouncing Dictionary; every other word has that of {@link SyllableRule}.
 *
 * <p>A figure counts one syllable for each digit, which is right for most years and near enough for
 * most numbers (Flesch 1948 counts them as they are read aloud). Letters without any vowel are
 * spelt out: three for "bbc", nine for "www". Other scripts have one syllable for each run of
 * letters, so that no word is without a syllable.
 */
public final class Syllables {

  private static final String DICTIONARY = "syllables.txt";

  /** Words whose spelling misleads the rule, with the number of their syllables. */
  private static final Map<String, Integer> KNOWN = known();

  /** An ending that is a syllable: "bush's" and "didn't", but neither "dog's" nor "don't". */
  private static final Pattern SPOKEN_ENDING =
      Pattern.compile(
          "(?:[sxz]|[cgsz]e|[cs]h)['’]s$|[dksv].['’]t$|[dt]['’]d$|[^aeiouy]['’](?:ll|re|ve)$");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Syllables() {}

  /** Reads lines of a number and the words of so many syllables. */
  private static Map<String, Integer> known() {
    Map<String, Integer> known = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Resources.open(DICTIONARY), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] words = line.split(" ");
          Integer syllables = Integer.valueOf(words[0]);
          for (int i = 1; i < words.length; i++) {
            known.put(words[i], syllables);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + DICTIONARY, e);
    }
    return known;
  }

  /**
   * Counts.
   *
   * @param word a word in lower case
   * @return its syllables, at least 1
   */
  public static int of(String word) {
    int syllables = 0;
    int at = 0;
    while (at < word.length()) {
      char c = word.charAt(at);
      int end = at + 1;
      if (Character.isDigit(c)) {
        syllables++;
      } else if (Character.isLetter(c)) {
        while (end < word.length() && Character.isLetter(word.charAt(end))) {
          end++;
        }
        syllables += ofPart(word, at, end);
      }
      at = end;
    }
    return Math.max(1, syllables);
  }

  private static int ofPart(String word, int start, int end) {
    String part = plain(word.substring(start, end));
    if (start > 0 && Character.isDigit(word.charAt(start - 1)) && isNumberEnding(part)) {
      return 0;
    }
    if (start > 1 && isApostrophe(word.charAt(start - 1)) && isEnding(part)) {
      return SPOKEN_ENDING.matcher(word.substring(0, end)).find() ? 1 : 0;
    }
    boolean elided = part.length() == 1 && end < word.length() && isApostrophe(word.charAt(end));
    return elided && !SyllableRule.isVowel(part.charAt(0)) ? 0 : ofLetters(part);
  }

  /** Whether the letters are written after figures and add nothing: the 1990s, the 5th. */
  private static boolean isNumberEnding(String part) {
    return switch (part) {
      case "s", "st", "nd", "rd", "th" -> true;
      default -> false;
    };
  }

  /** Whether the letters are an ending that is written after an apostrophe. */
  private static boolean isEnding(String part) {
    return switch (part) {
      case "s", "t", "d", "m", "ll", "re", "ve" -> true;
      default -> false;
    };
  }

  /** Removes accents; an e with an acute is never silent, and as an i it is not. */
  private static String plain(String part) {
    return isAscii(part)
        ? part
        : MARKS
            .matcher(Normalizer.normalize(part.replace('é', 'i'), Normalizer.Form.NFD))
            .replaceAll("");
  }

  /** A plain loop: a stream costs more than the test itself. */
  private static boolean isAscii(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static int ofLetters(String letters) {
    Integer known = KNOWN.get(letters);
    return known == null ? SyllableRule.of(letters) : known;
  }
}
