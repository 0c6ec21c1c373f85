package org.broadsheet.extract.byline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.extract.Literal;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.date.MonthNames;
import org.broadsheet.extract.web.WebAddress;
import org.broadsheet.lexicon.Lexicon;

/**
 * Reads one byline. It is cut into groups at strong separators, groups into parts at commas and
 * "and"; from each part organisations, roles and places are removed; the rest is a name.
 */
final class BylineReader {
  private static final int LONGEST = 600;
  private static final int MOST_WORDS_IN_A_NAME = 10;
  private static final int MOST_WORDS_IN_A_GROUP = 14;
  private static final int LONGEST_NAME_IN_ONE_WORD = 4;
  private static final Set<String> NEWSROOM_ENDINGS = Set.copyOf(Lexicon.all("newsroom_endings"));

  private final Agencies known = Agencies.load();
  private final SourceName source;
  private final boolean familyNamesFirst;
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> agencies = new LinkedHashSet<>();
  private boolean someAgency;
  private boolean staff;
  private boolean ownName;
  private boolean capitals;
  private boolean turnable;
  private boolean severalTurned;

  BylineReader(String source, boolean familyNamesFirst) {
    this.source = SourceName.of(source);
    this.familyNamesFirst = familyNamesFirst;
  }

  Byline read(String printed) {
    String clean = BylineText.clean(listed(PrintedText.head(printed, LONGEST)));
    String text = BylineText.withoutPrefix(clean);
    turnable = text.equals(clean);
    if (!BylineWords.PLACEHOLDER.has(text) && !readWhole(text)) {
      readGroups(BylineText.groups(text));
    }
    return new Byline(printed, kind(), List.copyOf(authors), List.copyOf(agencies));
  }

  /** A list as Python prints it, its names with semicolons between them. */
  private static String listed(String printed) {
    String list = printed.startsWith("\"[") ? Literal.unquoted(printed) : printed;
    return Literal.isQuotedList(list) ? String.join("; ", Literal.items(list)) : printed;
  }

  /** A town may stand beside an agency: "Madrid / EFE". */
  private void readGroups(List<String> groups) {
    boolean credited = groups.stream().anyMatch(group -> !known.findOnly(group).isEmpty());
    severalTurned = groups.size() > 1 && groups.stream().allMatch(group -> group.indexOf(',') > 0);
    for (String group : groups) {
      boolean town = credited && group.indexOf(' ') < 0 && PrintedText.hasUpper(group);
      if (!town || !known.findOnly(group).isEmpty()) {
        readGroup(group);
      }
    }
  }

  private BylineKind kind() {
    if (!authors.isEmpty()) {
      return BylineKind.PERSON;
    }
    if (!agencies.isEmpty() || someAgency) {
      return BylineKind.AGENCY;
    }
    if (staff) {
      return BylineKind.STAFF;
    }
    return ownName ? BylineKind.OUTLET : BylineKind.NONE;
  }

  /** An agency or the source and nothing else, so that "Mail & Guardian" is not cut in two. */
  private boolean readWhole(String text) {
    if (agencies.addAll(known.findOnly(text))) {
      return true;
    }
    boolean own = source.is(text);
    ownName |= own;
    return own;
  }

  private void readGroup(String group) {
    if (readWhole(group)) {
      return;
    }
    capitals = !PrintedText.hasLower(group);
    List<String> tokens = BylineText.tokens(group);
    if (tokens.size() > MOST_WORDS_IN_A_GROUP && !tokens.contains(",")) {
      return; // a sentence
    }
    if (isSourceWithAgency(tokens)) {
      tokens = tokens.subList(withAt(tokens) + 1, tokens.size());
      ownName = true;
    }
    boolean hasCapitals = PrintedText.hasUpper(group);
    GroupCutter cutter = new GroupCutter(source, capitals);
    List<NamePart> parts =
        familyNamesFirst
            ? cutter.turnedParts(tokens)
            : cutter.parts(tokens, turnable, severalTurned);
    for (NamePart part : parts) {
      readPart(part, hasCapitals);
    }
  }

  /** "Le Monde avec AFP". */
  private boolean isSourceWithAgency(List<String> tokens) {
    int with = withAt(tokens);
    return with > 1
        && BylineWords.ARTICLE.has(tokens.get(0))
        && !known.findOnly(String.join(" ", tokens.subList(with + 1, tokens.size()))).isEmpty();
  }

  private static int withAt(List<String> tokens) {
    int at = tokens.size() - 1;
    while (at >= 0 && !BylineWords.WITH.has(tokens.get(at))) {
      at--;
    }
    return at;
  }

  private void readPart(NamePart part, boolean groupHasCapitals) {
    List<String> words = part.words();
    words = withoutOrganisations(aroundBy(words));
    words = untilNumber(withoutTail(withoutRole(words)));
    words = withoutTitles(words.stream().allMatch(BylineWords.ROLE_PART::has) ? List.of() : words);
    boolean smallLetters = groupHasCapitals && words.stream().noneMatch(PrintedText::hasUpper);
    boolean cased = words.stream().anyMatch(PrintedText::hasLower);
    if (!words.isEmpty() && !(smallLetters && cased)) {
      addName(words, part.listed());
    }
  }

  /** "Analysis by Jane Doe", but "Jane Doe, filmed by John Smith". */
  private static List<String> aroundBy(List<String> words) {
    int by = words.lastIndexOf("by");
    return by > 2 ? words.subList(0, by - 1) : words.subList(by + 1, words.size());
  }

  /** Takes agencies and the source out of the words, with the "for" or "of the" before them. */
  private List<String> withoutOrganisations(List<String> words) {
    List<String> rest = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int agency = known.wordsNamingOne(words, i);
      int n = Math.max(agency, source.wordsNamingIt(words, i));
      if (n == 0 || !isOrganisation(words, i, n, rest.size())) {
        rest.add(words.get(i++));
        continue;
      }
      if (agency == n) {
        agencies.add(known.find(String.join(" ", words.subList(i, i + n))).orElseThrow());
      } else {
        ownName = true;
      }
      dropLead(rest);
      i += n;
    }
    return rest;
  }

  private static void dropLead(List<String> rest) {
    while (!rest.isEmpty()) {
      String last = rest.get(rest.size() - 1);
      if (!BylineWords.AFTER_NAME.has(last) && !PrintedText.fold(last).equals("the")) {
        return;
      }
      rest.remove(rest.size() - 1);
    }
  }

  /**
   * Whether words that spell an organisation are meant as one: alone, after "for", before a role,
   * or at the end of a full name; else "Ana", "Mia" and "Petra" would be agencies.
   */
  private boolean isOrganisation(List<String> words, int from, int n, int namesBefore) {
    int end = from + n;
    boolean last = end == words.size();
    boolean beforeRole = !last && (isAnyRole(words.get(end)) || leadsAway(words, end));
    if (namesBefore == 0) {
      return last || beforeRole || isUncased(words.get(from));
    }
    if (leadsAway(words, from - 1)) {
      return true;
    }
    String first = words.get(from);
    if (isInitial(words.get(from - 1))) {
      return false; // "Michael R. Bloomberg"
    }
    boolean unmistakable =
        n > 1 || first.length() > 5 || !PrintedText.hasLower(first) || beforeRole;
    return namesBefore >= 2 && (last || beforeRole) && unmistakable;
  }

  private static boolean isInitial(String word) {
    return word.length() == 2 && word.charAt(1) == '.' && Character.isUpperCase(word.charAt(0));
  }

  /** Removes a role: before a name ("Staff reporter Jane Doe"), after it, or all there is. */
  private List<String> withoutRole(List<String> words) {
    int role = firstRole(words);
    if (role < 0) {
      return words;
    }
    someAgency |= BylineWords.UNNAMED_AGENCY.has(words.get(role));
    int start = role;
    while (start > 0 && isRoleWord(words.get(start - 1))) {
      start--;
    }
    boolean fullRole = role + 1 < words.size() && isAnyRole(words.get(role + 1));
    if (start == 1 && role > 1 && fullRole && BylineWords.ROLE_AND_NAME.has(words.get(1))) {
      start = 2; // "Doris Day Staff Writer"
    }
    if (start == 0) {
      staff |= !BylineWords.UNNAMED_AGENCY.has(words.get(role));
      return withoutRole(words.subList(role + 1, words.size()));
    }
    List<String> name = words.subList(0, start);
    if (start == 1 && isUncased(name.get(0))) {
      return role + 1 < words.size() ? words.subList(role + 1, words.size()) : nameBeforeRole(name);
    }
    boolean newsroom = start == 1 || name.stream().anyMatch(BylineWords.PUBLISHER::has);
    staff |= newsroom; // "Courier reporter", "Daily Bugle Staff"
    return newsroom ? List.of() : name;
  }

  private static boolean isUncased(String word) {
    return !PrintedText.hasUpper(word) && !PrintedText.hasLower(word);
  }

  /**
   * In Chinese, Japanese and Korean a full name is one word of few letters; a newspaper may be too.
   */
  private List<String> nameBeforeRole(List<String> name) {
    String word = name.get(0);
    boolean newsroom =
        word.codePointCount(0, word.length()) > LONGEST_NAME_IN_ONE_WORD
            || NEWSROOM_ENDINGS.contains(word.substring(word.length() - 1));
    staff |= newsroom;
    return newsroom ? List.of() : name;
  }

  private static int firstRole(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (BylineWords.isRole(words.get(i)) || BylineWords.UNNAMED_AGENCY.has(words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRoleWord(String word) {
    return BylineWords.ROLE_PART.has(word) || BylineWords.AND.has(word);
  }

  private static boolean isAnyRole(String word) {
    return BylineWords.isRole(word) || BylineWords.ROLE_PART.has(word);
  }

  /** The words before "in London", "for The Courier", "of Oxford". */
  private List<String> withoutTail(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (leadsAway(words, i)) {
        return words.subList(0, i);
      }
    }
    return words;
  }

  /**
   * In a line of capitals "IN" and "TO" may be part of a short name, so a full one must precede.
   */
  private boolean leadsAway(List<String> words, int i) {
    String word = words.get(i);
    boolean small = !PrintedText.hasUpper(word);
    return BylineWords.AFTER_NAME.has(word) && (small || capitals && i >= 2 && word.length() > 1);
  }

  /** A date may follow the name without a separator. */
  private static List<String> untilNumber(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (PrintedText.hasDigit(words.get(i))) {
        boolean month = i > 0 && MonthNames.find(words.get(i - 1)) > 0;
        return words.subList(0, month ? i - 1 : i);
      }
    }
    return words;
  }

  private static List<String> withoutTitles(List<String> words) {
    int start = 0;
    int end = words.size();
    while (start < end - 2 && BylineWords.TITLE_BEFORE_NAME.has(words.get(start))) {
      start++;
    }
    while (end > start && BylineWords.TITLE_AFTER_NAME.has(words.get(end - 1))) {
      end--;
    }
    return words.subList(start, end);
  }

  private void addName(List<String> words, boolean listed) {
    String name = NameCase.recase(words);
    if (listed && words.size() == 1 && BylineWords.GENERATION.has(name)) {
      extendLast(name);
    } else if (isNoName(words, name) || listed && isPlaceOrPublisher(words, name)) {
      return;
    } else if (isDomain(words) || isPublisher(words)) {
      ownName = true;
    } else {
      authors.add(name);
    }
  }

  private static boolean isNoName(List<String> words, String name) {
    return words.size() > MOST_WORDS_IN_A_NAME
        || !PrintedText.hasLetter(name)
        || BylineWords.PLACEHOLDER.has(name);
  }

  /** After "Jane Doe," a single word is a town, and a publisher is whom she writes for. */
  private static boolean isPlaceOrPublisher(List<String> words, String name) {
    return words.size() == 1
        || BylineWords.PLACE.has(name)
        || words.stream().anyMatch(BylineWords.PUBLISHER::has);
  }

  private static boolean isPublisher(List<String> words) {
    return words.get(0).equalsIgnoreCase("the")
        || BylineWords.PUBLISHER.has(words.get(words.size() - 1));
  }

  private static boolean isDomain(List<String> words) {
    return words.size() == 1
        && words.get(0).indexOf('.') > 0
        && WebAddress.domainOf(words.get(0)).isPresent();
  }

  private void extendLast(String generation) {
    List<String> names = new ArrayList<>(authors);
    if (!names.isEmpty()) {
      String last = names.get(names.size() - 1);
      authors.remove(last);
      authors.add(last + " " + generation);
    }
  }
}
