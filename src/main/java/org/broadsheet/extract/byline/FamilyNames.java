package org.broadsheet.extract.byline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;

/**
 * Tells whether names are written with the family name first: {@code Doe, Jane}. One byline rarely
 * shows it, since two people may have single names; many together do.
 */
public final class FamilyNames {

  private static final int MOST_WORDS = 3;

  /** Fewer names prove nothing. */
  private static final int FEWEST = 2;

  private static final Pattern NAMES = Pattern.compile("[;|\\n]");
  private static final Pattern COMMA = Pattern.compile("[,，]");

  private final Set<String> families = new HashSet<>();
  private final Set<String> given = new HashSet<>();
  private int turned;

  /** How many of the turned names have a given name that is known. */
  private int known;

  private int others;

  private FamilyNames() {}

  /**
   * Whether bylines show that family names come first: most of their names read so. Where the same
   * word follows most family names, it is a place or the like.
   *
   * @param printed bylines of one origin, such as the cells of a column; may hold nulls
   * @return true if they prove it
   */
  public static boolean comeFirst(Collection<String> printed) {
    FamilyNames names = counted(printed);
    return names.turned >= FEWEST
        && names.turned > names.others
        && 2 * names.given.size() > names.families.size();
  }

  /**
   * Whether the names of a list show that family names come first. Each item is one person, so that
   * a single comma tells it where a known given name follows.
   *
   * @param names the items
   * @return true if a name has its family name first beyond doubt and no other differs
   */
  public static boolean comeFirstInList(Collection<String> names) {
    FamilyNames counted = counted(names);
    return (counted.known > 0 || counted.turned >= FEWEST) && counted.others == 0;
  }

  private static FamilyNames counted(Collection<String> printed) {
    FamilyNames names = new FamilyNames();
    for (String byline : printed) {
      if (byline != null) {
        NAMES.splitAsStream(byline).forEach(names::count);
      }
    }
    return names;
  }

  /** A single word tells nothing: it may be a newsroom, an agency or a first name. */
  private void count(String name) {
    List<String> parts =
        COMMA.splitAsStream(PrintedText.strip(name)).map(PrintedText::strip).toList();
    if (isTurned(parts)) {
      turned++;
      known += isKnown(parts.get(1)) ? 1 : 0;
      families.add(parts.get(0));
      given.add(parts.get(1));
    } else if (!parts.isEmpty() && parts.get(0).indexOf(' ') > 0) {
      others++;
    }
  }

  /**
   * Whether the words before a comma are a family name. In {@code Jane Doe, Boston} they are not:
   * where there are several, a known given name must come after the comma, and none before it.
   */
  private static boolean isTurned(List<String> parts) {
    if (parts.size() != 2) {
      return false;
    }
    List<String> family = PrintedText.words(parts.get(0));
    List<String> given = PrintedText.words(parts.get(1));
    return areOneName(family, given)
        && (isSingle(family) || isKnown(parts.get(1)) && !isKnown(parts.get(0)))
        && isWritten(family)
        && isWritten(given)
        && Agencies.load().findOnly(parts.get(0)).isEmpty()
        && Agencies.load().findOnly(parts.get(1)).isEmpty();
  }

  /**
   * Whether the words around a comma are a family name and given names. {@code Ada Doe, Bo Roe} are
   * two people: after a family name of several words stands one given name, perhaps with initials.
   */
  static boolean areOneName(List<String> family, List<String> given) {
    if (family.isEmpty() || given.isEmpty() || !areShort(family, given)) {
      return false;
    }
    boolean oneGiven = given.stream().skip(1).allMatch(word -> word.length() <= 2);
    return (isSingle(family) || oneGiven)
        && !BylineWords.GENERATION.has(given.get(0))
        && !BylineWords.PLACE.has(String.join(" ", given));
  }

  /** Whether a family name is one word, but for particles. */
  private static boolean isSingle(List<String> family) {
    return family.subList(0, family.size() - 1).stream()
        .allMatch(word -> NameCase.isParticle(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether the first word is a known given name. */
  private static boolean isKnown(String names) {
    return BylineWords.GIVEN_NAME.has(PrintedText.words(names).get(0));
  }

  private static boolean areShort(List<String> family, List<String> given) {
    return family.size() <= MOST_WORDS && given.size() <= MOST_WORDS;
  }

  /** Words as names are written: letters, with a capital in one, and no role among them. */
  private static boolean isWritten(List<String> words) {
    return words.stream().anyMatch(word -> !Character.isLowerCase(word.codePointAt(0)))
        && words.stream().allMatch(word -> NameCase.isParticle(word) || isWritten(word));
  }

  private static boolean isWritten(String word) {
    return PrintedText.hasLetter(word)
        && !PrintedText.hasDigit(word)
        && word.indexOf('@') < 0
        && !BylineWords.isRole(word)
        && !BylineWords.ROLE_PART.has(word)
        && !BylineWords.UNNAMED_AGENCY.has(word);
  }
}
