package org.broadsheet.extract.credit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.byline.NameCase;
import org.broadsheet.extract.date.MonthNames;

/**
 * The place, day and agency that open a report: {@code BISHKEK, Oct 7 (Reuters) -}.
 *
 * @param text the dateline as printed, without the dash
 * @param agencies the agencies it names; may be empty
 */
public record Dateline(String text, List<String> agencies) {
  private static final int HEAD = 200;
  private static final int MOST_WORDS = 12;
  private static final int MOST_SMALL_WORDS = 3; // "Rio de Janeiro, 7 de octubre"

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\r?\\n");
  private static final Pattern BRACKETED =
      Pattern.compile("\\(([^()]{2,60})\\)|(?<=[\\s.,])/([^/]{2,40})/");
  private static final Pattern DASH_AFTER = Pattern.compile("^[\\s.]*(?:[-–—―_]+|:)");

  /**
   * A single hyphen divides only between blanks: "Sputnik-V", "AP-NORC" and "Uni-Klinik" are words.
   */
  private static final Pattern DASHED =
      Pattern.compile(
          "^((?:[^-–—―]|(?<=\\p{L})-(?=\\p{L})){2,80}?)"
              + "(?:\\s?(?:--|[—―])\\s?|\\s[-–]\\s|\\s?–\\s|\\s[-–]$)(?=\\S|$)");

  private static final Pattern SENTENCE = Pattern.compile("^([^.:]{2,30})[.:](?=\\s|$)");
  private static final Pattern PLACE_IN_CAPITALS =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu} .'’/]{1,40}(?:,\\s?[\\p{L}\\d .,]{1,30})?)\\s?(?:--?|[–—―])\\s");

  /** The dateline that opens the body, if there is one; only its first 200 characters are read. */
  public static Optional<Dateline> opening(String body) {
    String head = PrintedText.squeeze(firstParagraph(PrintedText.head(body, HEAD).stripLeading()));
    Optional<Dateline> found = bracketed(head);
    if (found.isPresent() || !PrintedText.hasAny(head, Dateline::isDash)) {
      return found;
    }
    found = dashed(head);
    if (found.isPresent()) {
      return found;
    }
    Matcher place = PLACE_IN_CAPITALS.matcher(head);
    return place.find()
        ? Optional.of(new Dateline(PrintedText.strip(place.group(1)), List.of()))
        : Optional.empty();
  }

  private static String firstParagraph(String head) {
    if (head.indexOf('\n') < 0) {
      return head;
    }
    Matcher end = BLANK_LINE.matcher(head);
    return end.find() ? head.substring(0, end.start()) : head;
  }

  /** The agencies that a dateline of its own names; none for null. */
  static List<String> agencies(String field) {
    if (PrintedText.isBlank(field)) {
      return List.of();
    }
    List<String> whole = Agencies.load().findOnly(field);
    if (!whole.isEmpty()) {
      return whole;
    }
    String line = PrintedText.strip(PrintedText.head(field, HEAD));
    return opening(line + " -")
        .or(() -> opening(line + "."))
        .map(Dateline::agencies)
        .orElse(List.of());
  }

  /** {@code PARIS (AFP) —}, {@code (Reuters) -}, {@code New Delhi, Oct 7 (PTI) The ...}. */
  private static Optional<Dateline> bracketed(String head) {
    if (head.indexOf('(') < 0 && head.indexOf('/') < 0) {
      return Optional.empty();
    }
    Matcher bracket = BRACKETED.matcher(head);
    while (bracket.find()) {
      String inside = bracket.group(1) == null ? bracket.group(2) : bracket.group(1);
      String before = PrintedText.strip(head.substring(0, bracket.start()));
      boolean dash = DASH_AFTER.matcher(head.substring(bracket.end())).find();
      boolean opens = dash || endsInDay(before) || bracket.group(2) != null;
      List<String> agencies = Agencies.load().findMarked(inside);
      if (opens && isPlaceAndDay(before) && !agencies.isEmpty()) {
        return Optional.of(new Dateline(head.substring(0, bracket.end()), agencies));
      }
    }
    return Optional.empty();
  }

  /** {@code МОСКВА, 7 окт — РИА Новости.}, {@code LONDON, Reuters -}, {@code AFP —}. */
  private static Optional<Dateline> dashed(String head) {
    Matcher dashed = DASHED.matcher(head);
    if (!dashed.find()) {
      return Optional.empty();
    }
    String before = dashed.group(1);
    String after = head.substring(dashed.end());
    List<String> agencies = beforeDash(before, after);
    int end = dashed.end(1);
    Matcher sentence = SENTENCE.matcher(after);
    if (agencies.isEmpty() && isPlaceAndDay(before) && sentence.find()) {
      agencies = Agencies.load().findBare(sentence.group(1));
      end = dashed.end() + sentence.end(1);
    }
    return agencies.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dateline(head.substring(0, end), agencies));
  }

  /**
   * The agency after a place and a comma, or alone before a sentence: "Bloomberg — the former
   * mayor" goes on in lower case, so the name is the subject of the sentence.
   */
  private static List<String> beforeDash(String before, String after) {
    int comma = before.lastIndexOf(',');
    if (comma >= 0 && !isPlaceAndDay(before.substring(0, comma))) {
      return List.of();
    }
    boolean goesOn = !after.isEmpty() && Character.isLowerCase(after.codePointAt(0));
    return comma < 0 && goesOn ? List.of() : Agencies.load().findBare(before.substring(comma + 1));
  }

  /** Few words, nearly all capitals or numbers, and no agency spelled out before its letters. */
  private static boolean isPlaceAndDay(String before) {
    if (before.indexOf('"') >= 0 || before.indexOf('?') >= 0) {
      return false;
    }
    List<String> words = PrintedText.words(before);
    if (words.size() > MOST_WORDS || !words.isEmpty() && isSmall(words.get(0))) {
      return false;
    }
    List<String> small = words.stream().filter(Dateline::isSmall).toList();
    return small.size() <= MOST_SMALL_WORDS
        && small.stream().allMatch(Dateline::isInPlaceOrDay)
        && Agencies.load().find(before).isEmpty();
  }

  private static boolean isSmall(String word) {
    return Character.isLowerCase(word.codePointAt(0));
  }

  /** "de" and "of" within a place, a month in lower case, or an abbreviation. */
  private static boolean isInPlaceOrDay(String word) {
    String bare = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    return NameCase.isParticle(bare) || bare.length() <= 3 || MonthNames.find(bare) > 0;
  }

  private static boolean isDash(int c) {
    return c == '-' || c >= '\u2013' && c <= '\u2015';
  }

  private static boolean endsInDay(String before) {
    String last = before.substring(before.lastIndexOf(' ') + 1).replaceAll("\\.$", "");
    return before.indexOf(' ') > 0 && (PrintedText.hasDigit(last) || MonthNames.find(last) > 0);
  }
}
