package org.broadsheet.corpus.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place, day and agency that open a report: {@code BISHKEK, Oct 7 (Reuters) -}.
 *
 * @param text the dateline as printed, without the dash
 * @param agencies the agencies it names; may be empty
 */
record Dateline(String text, List<String> agencies) {
  private static final int HEAD = 200;
  private static final int MOST_WORDS = 12;
  private static final int MOST_SMALL_WORDS = 3; // "Rio de Janeiro, 7 de octubre"

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\r?\\n");
  private static final Pattern BRACKETED =
      Pattern.compile("\\(([^()]{2,60})\\)|(?<=[\\s.,])/([^/]{2,40})/");
  private static final Pattern DASH_AFTER = Pattern.compile("^[\\s.]*(?:[-–—―_]+|:)");
  private static final Pattern DASHED =
      Pattern.compile("^([^-–—―]{2,80}?)\\s?(?:--?|[–—―])\\s?(?=\\S|$)");
  private static final Pattern SENTENCE = Pattern.compile("^([^.:]{2,30})[.:](?=\\s|$)");
  private static final Pattern PLACE_IN_CAPITALS =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu} .'’/]{1,40}(?:,\\s?[\\p{L}\\d .,]{1,30})?)\\s?(?:--?|[–—―])\\s");

  /** The dateline that opens the body, if there is one; only its first 200 characters are read. */
  static Optional<Dateline> opening(String body) {
    String head = Text.squeeze(firstParagraph(Text.head(body, HEAD).stripLeading()));
    Optional<Dateline> found = bracketed(head);
    if (found.isEmpty()) {
      found = dashed(head);
    }
    if (found.isPresent()) {
      return found;
    }
    Matcher place = PLACE_IN_CAPITALS.matcher(head);
    return place.find()
        ? Optional.of(new Dateline(Text.strip(place.group(1)), List.of()))
        : Optional.empty();
  }

  private static String firstParagraph(String head) {
    Matcher end = BLANK_LINE.matcher(head);
    return end.find() ? head.substring(0, end.start()) : head;
  }

  /** The agencies that a dateline of its own names; none for null. */
  static List<String> agencies(String field) {
    if (Text.isBlank(field)) {
      return List.of();
    }
    List<String> whole = Agencies.load().findOnly(field);
    if (!whole.isEmpty()) {
      return whole;
    }
    String line = Text.strip(Text.head(field, HEAD));
    return opening(line + " -")
        .or(() -> opening(line + "."))
        .map(Dateline::agencies)
        .orElse(List.of());
  }

  /** {@code PARIS (AFP) —}, {@code (Reuters) -}, {@code New Delhi, Oct 7 (PTI) The ...}. */
  private static Optional<Dateline> bracketed(String head) {
    Matcher bracket = BRACKETED.matcher(head);
    while (bracket.find()) {
      String inside = bracket.group(1) == null ? bracket.group(2) : bracket.group(1);
      String before = Text.strip(head.substring(0, bracket.start()));
      boolean dash = DASH_AFTER.matcher(head.substring(bracket.end())).find();
      boolean opens = dash || endsInDay(before) || bracket.group(2) != null;
      List<String> agencies = Agencies.load().findOnly(inside);
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
    List<String> agencies = Agencies.load().find(lastPiece(before)).map(List::of).orElse(List.of());
    int end = dashed.end(1);
    if (agencies.isEmpty() && isPlaceAndDay(before)) {
      Matcher after = SENTENCE.matcher(head.substring(dashed.end()));
      if (after.find()) {
        agencies = Agencies.load().findOnly(after.group(1));
        end = dashed.end() + after.end(1);
      }
    }
    return agencies.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dateline(head.substring(0, end), agencies));
  }

  private static String lastPiece(String text) {
    return text.substring(text.lastIndexOf(',') + 1);
  }

  /** Few words, nearly all capitals or numbers, and no agency spelled out before its letters. */
  private static boolean isPlaceAndDay(String before) {
    List<String> words = new ArrayList<>(Text.words(before));
    boolean spelledOut = Agencies.load().find(before).isPresent();
    long small = words.stream().filter(w -> Character.isLowerCase(w.codePointAt(0))).count();
    return !spelledOut
        && words.size() <= MOST_WORDS
        && small <= MOST_SMALL_WORDS
        && before.indexOf('"') < 0
        && before.indexOf('?') < 0
        && (words.isEmpty() || !Character.isLowerCase(words.get(0).codePointAt(0)));
  }

  private static boolean endsInDay(String before) {
    String last = before.substring(before.lastIndexOf(' ') + 1).replaceAll("\\.$", "");
    return before.indexOf(' ') > 0 && (Text.hasDigit(last) || MonthNames.find(last) > 0);
  }
}
