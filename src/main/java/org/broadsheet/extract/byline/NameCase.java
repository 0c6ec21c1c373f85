package org.broadsheet.extract.byline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;

/** Gives names that were printed in one case their usual capitals. */
public final class NameCase {
  private static final Set<String> PARTICLES = Set.copyOf(Lexicon.all("name_particles"));
  private static final Set<String> NUMERALS = Set.of("II", "III", "IV");

  private NameCase() {}

  /** Whether the word, in lower case, may be part of a name: "van", "de". */
  public static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** The name in mixed case; one that has small and capital letters, or neither, is as printed. */
  static String recase(List<String> words) {
    String name = String.join(" ", words);
    boolean capitals = !PrintedText.hasLower(name);
    if (!capitals && PrintedText.hasUpper(name)) {
      return name;
    }
    List<String> recased = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean inside = i > 0 && i < words.size() - 1;
      recased.add(word(words.get(i), inside, capitals));
    }
    return String.join(" ", recased);
  }

  private static String word(String printed, boolean inside, boolean capitals) {
    String lower = printed.toLowerCase(Locale.ROOT);
    if (inside && PARTICLES.contains(lower)) {
      return lower;
    }
    if (capitals && (NUMERALS.contains(printed) || inside && isInitials(printed))) {
      return printed;
    }
    String titled = titleCase(lower);
    // From "mckinstry" nobody can say which form is meant; newspapers write "MCKINSTRY" for
    // "McKinstry".
    return capitals && titled.startsWith("Mc") && titled.length() > 4
        ? "Mc" + titleCase(titled.substring(2))
        : titled;
  }

  /** Two consonants, as in "JP", are initials and no syllable. */
  private static boolean isInitials(String word) {
    return word.length() == 2 && word.chars().allMatch(c -> "BCDFGHJKLMNPQRSTVWXZ".indexOf(c) >= 0);
  }

  /** A capital at the start and after each hyphen, full stop and apostrophe. */
  private static String titleCase(String lower) {
    StringBuilder titled = new StringBuilder(lower.length());
    boolean start = true;
    for (int c : lower.codePoints().toArray()) {
      titled.appendCodePoint(start ? Character.toTitleCase(c) : c);
      start = "-‐.'’".indexOf(c) >= 0;
    }
    return titled.toString();
  }
}
