package org.broadsheet.extract.byline;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;

/**
 * Cuts a group of a byline into parts at commas and "and", and turns a name round that has its
 * family name first.
 */
final class GroupCutter {
  private final Agencies known = Agencies.load();
  private final SourceName source;
  private final boolean capitals;

  /**
   * Prepares to cut a group.
   *
   * @param source the source, whose own name is not cut
   * @param capitals whether the group has no lower-case letter
   */
  GroupCutter(SourceName source, boolean capitals) {
    this.source = source;
    this.capitals = capitals;
  }

  /**
   * Cuts the group.
   *
   * @param tokens its words and commas
   * @param turnable whether nothing before the names, such as "By", shows that they are in order
   * @param severalTurned whether each of several groups has a comma
   * @return the parts; a name that was turned round, and two single names, are not listed
   */
  List<NamePart> parts(List<String> tokens, boolean turnable, boolean severalTurned) {
    List<NamePart> parts = cut(tokens);
    if (isTurnedRound(parts, turnable, severalTurned)) {
      return List.of(turnedRound(parts.get(0), parts.get(1)));
    }
    return turnable && areTwoNames(parts)
        ? parts.stream().map(part -> new NamePart(part.words(), false)).toList()
        : parts;
  }

  /**
   * Cuts a group in which family names come first: each two parts that are a family name and given
   * names are one name.
   *
   * @param tokens its words and commas
   * @return the parts; a name that was turned round is not listed
   */
  List<NamePart> turnedParts(List<String> tokens) {
    List<NamePart> parts = cut(tokens);
    List<NamePart> turned = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      NamePart next = i + 1 < parts.size() ? parts.get(i + 1) : null;
      if (next != null && next.listed() && isOneName(parts.get(i).words(), next.words())) {
        turned.add(turnedRound(parts.get(i), next));
        i++;
      } else {
        turned.add(parts.get(i));
      }
    }
    return turned;
  }

  private boolean isOneName(List<String> family, List<String> given) {
    return FamilyNames.areOneName(family, given)
        && family.stream().allMatch(word -> NameCase.isParticle(word) || isPlainName(word))
        && given.stream().allMatch(word -> BylineWords.GIVEN_NAME.has(word) || isPlainName(word));
  }

  private static NamePart turnedRound(NamePart family, NamePart given) {
    List<String> name = new ArrayList<>(given.words());
    name.addAll(family.words());
    return new NamePart(name, false);
  }

  private List<NamePart> cut(List<String> tokens) {
    List<NamePart> parts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean listed = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean comma = tokens.get(i).equals(",");
      if (!comma && !isAnd(tokens, i, words.size())) {
        words.add(tokens.get(i));
        continue;
      }
      if (!words.isEmpty()) {
        parts.add(new NamePart(words, listed));
        words = new ArrayList<>();
      }
      listed = comma;
    }
    if (!words.isEmpty()) {
      parts.add(new NamePart(words, listed));
    }
    return parts;
  }

  private boolean isAnd(List<String> tokens, int i, int wordsBefore) {
    String word = tokens.get(i);
    if (BylineWords.AND.has(word)) {
      return !isInsideRole(tokens, i) && !source.isInside(tokens, i);
    }
    return BylineWords.AND_BETWEEN_FULL_NAMES.has(word)
        && (capitals || !PrintedText.hasUpper(word))
        && wordsBefore >= 2
        && namesAfter(tokens, i) >= 2;
  }

  /** "Business and employment editor" is one role. */
  private static boolean isInsideRole(List<String> tokens, int i) {
    return i > 0
        && i + 1 < tokens.size()
        && BylineWords.ROLE_PART.has(tokens.get(i - 1))
        && (BylineWords.ROLE_PART.has(tokens.get(i + 1)) || BylineWords.isRole(tokens.get(i + 1)));
  }

  private static int namesAfter(List<String> tokens, int i) {
    int names = 0;
    for (int j = i + 1; j < tokens.size(); j++, names++) {
      if (tokens.get(j).equals(",") || BylineWords.AND.has(tokens.get(j))) {
        break;
      }
    }
    return names;
  }

  /**
   * "Doe, Jane" and "Doe, Jane A.": databases write names like this; hardly anybody does after
   * "By". Two single names may also be those of two people, so the second alone must be known as a
   * given name.
   */
  private boolean isTurnedRound(List<NamePart> parts, boolean turnable, boolean severalTurned) {
    if (!areTwoNames(parts)) {
      return false;
    }
    String family = parts.get(0).words().get(0);
    List<String> given = parts.get(1).words();
    boolean known = BylineWords.GIVEN_NAME.has(given.get(0)) && !BylineWords.GIVEN_NAME.has(family);
    return known || turnable && (given.size() > 1 || severalTurned);
  }

  /** Two single names with a comma between them; an initial may follow the second. */
  private boolean areTwoNames(List<NamePart> parts) {
    if (parts.size() != 2 || !parts.get(1).listed() || parts.get(0).words().size() != 1) {
      return false;
    }
    List<String> second = parts.get(1).words();
    boolean name = second.size() == 1 || second.size() == 2 && second.get(1).length() <= 2;
    return name
        && isPlainName(parts.get(0).words().get(0))
        && isPlainName(second.get(0))
        && !BylineWords.GENERATION.has(second.get(0));
  }

  private boolean isPlainName(String word) {
    return PrintedText.hasLetter(word)
        && !PrintedText.hasDigit(word)
        && known.find(word).isEmpty()
        && !source.is(word)
        && !BylineWords.UNNAMED_AGENCY.has(word)
        && !BylineWords.isRole(word)
        && !BylineWords.ROLE_PART.has(word);
  }
}
