package org.broadsheet.extract;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Small helpers on printed text that all readers of the packages below share. */
public final class PrintedText {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** The characters of windows-1252 from 0x80 to 0x9F; 0 where it has none. */
  private static final String WINDOWS_1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

  private PrintedText() {}

  /** The text with each run of white space, of any kind, as one space, and none at either end. */
  public static String squeeze(String text) {
    StringBuilder squeezed = new StringBuilder(text.length());
    boolean white = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWhite(c)) {
        white = true;
        continue;
      }
      if (white && !squeezed.isEmpty()) {
        squeezed.append(' ');
      }
      white = false;
      squeezed.append(c);
    }
    return squeezed.toString();
  }

  /** Whether nothing but white space, of any kind, is there; null is blank. */
  public static boolean isBlank(String text) {
    return text == null || strip(text).isEmpty();
  }

  /** The text without white space, of any kind, at either end. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhite(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhite(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * The text without control characters but tabs and line breaks. Those of the range that
   * windows-1252 uses for quotation marks and dashes are what is left of a wrong decoding, and
   * become what they were; page breaks and separators become blanks.
   */
  public static String withoutControls(String text) {
    int first = 0;
    while (first < text.length() && !isControl(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = isControl(text.charAt(i)) ? inPlaceOf(text.charAt(i)) : text.charAt(i);
      if (c != 0) {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static boolean isControl(char c) {
    return c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= 0x7F && c < 0xA0;
  }

  /** What a control character becomes; 0 for nothing. */
  private static char inPlaceOf(char control) {
    if (control < ' ') {
      return Character.isWhitespace(control) ? ' ' : 0;
    }
    return control == 0x7F ? 0 : WINDOWS_1252.charAt(control - 0x80);
  }

  /** At most the given number of chars of the text, never half a surrogate pair. */
  public static String head(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }

  /** At most the given number of chars from the text's end, never half a surrogate pair. */
  public static String tail(String text, int limit) {
    int start = text.length() - limit;
    if (start <= 0) {
      return text;
    }
    return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
  }

  /** Lower case without accents: the form in which printed words are compared. */
  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return !hasAny(lower, c -> c > 0x7F)
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  /** The folded forms of words. */
  public static Set<String> folded(Collection<String> words) {
    return words.stream().map(PrintedText::fold).collect(Collectors.toUnmodifiableSet());
  }

  /** The words of the text; none for a blank one. */
  public static List<String> words(String text) {
    String squeezed = squeeze(text);
    return squeezed.isEmpty() ? List.of() : List.of(squeezed.split(" "));
  }

  /** The parts between the separators, without those that are blank. */
  public static List<String> splitNonBlank(String text, String separator) {
    return Arrays.stream(text.split(Pattern.quote(separator)))
        .map(PrintedText::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Whether the text ends in a mark that ends a sentence, within quotation marks perhaps. */
  public static boolean endsSentence(String text) {
    int end = text.length();
    while (end > 0
        && (isWhite(text.charAt(end - 1)) || "\"”»’'".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return end > 0 && ".!?…。！？।".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** The text with the decimal digits of every script as those of ASCII. */
  public static String withAsciiDigits(String text) {
    if (!hasAny(text, c -> c > 0x7F && Character.isDigit(c))) {
      return text;
    }
    StringBuilder ascii = new StringBuilder(text.length());
    text.chars()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(c -> ascii.append((char) c));
    return ascii.toString();
  }

  /** Whether any character is a letter. */
  public static boolean hasLetter(String text) {
    return hasAny(text, Character::isLetter);
  }

  /** Whether any character is a digit, of any script. */
  public static boolean hasDigit(String text) {
    return hasAny(text, Character::isDigit);
  }

  /** Whether any character is a letter or a digit. */
  public static boolean hasLetterOrDigit(String text) {
    return hasAny(text, Character::isLetterOrDigit);
  }

  /** Whether any character is an upper-case letter. */
  public static boolean hasUpper(String text) {
    return hasAny(text, Character::isUpperCase);
  }

  /** Whether any character is a lower-case letter. */
  public static boolean hasLower(String text) {
    return hasAny(text, Character::isLowerCase);
  }

  /** A plain loop: streams cost much more than such a test itself. */
  public static boolean hasAny(String text, IntPredicate test) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (test.test(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  private static boolean isWhite(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
  }
}
