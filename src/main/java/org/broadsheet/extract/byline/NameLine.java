package org.broadsheet.extract.byline;

import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;

/** Distinguishes a line of names from prose. */
public final class NameLine {
  private static final Pattern EDGES = Pattern.compile("^[\"“„«('@]+|[,;:.)\"”»]+$");

  private NameLine() {}

  /** Whether the text is nothing but names and the words between them. */
  public static boolean areNames(String text) {
    return areNames(PrintedText.words(text));
  }

  /** Whether every word has a capital, or is one of those that stand between names. */
  public static boolean areNames(List<String> words) {
    return words.stream().allMatch(NameLine::isNameOrBetween);
  }

  /** Whether the word has a capital, or is one of those that stand between names. */
  public static boolean isNameOrBetween(String printed) {
    String word = EDGES.matcher(printed).replaceAll("");
    return word.isEmpty()
        || !Character.isLowerCase(word.codePointAt(0))
        || printed.indexOf('@') >= 0
        || NameCase.isParticle(word)
        || isAroundName(word)
        || Agencies.load().find(word).isPresent();
  }

  /** Whether the word is one of those that stand beside and between names: "and", "for", a role. */
  public static boolean isAroundName(String word) {
    return BylineWords.AND.has(word)
        || BylineWords.AND_BETWEEN_FULL_NAMES.has(word)
        || BylineWords.AFTER_NAME.has(word)
        || BylineWords.isRole(word)
        || BylineWords.ROLE_PART.has(word);
  }
}
