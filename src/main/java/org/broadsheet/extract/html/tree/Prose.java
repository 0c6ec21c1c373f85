package org.broadsheet.extract.html.tree;

import java.util.Locale;

/** Measures of text that hold in every script: weight in place of words, and sentence ends. */
public final class Prose {
  /** A Chinese or Japanese character says about as much as three Latin letters. */
  private static final int IDEOGRAPH_WEIGHT = 3;

  /** A Korean syllable stands for two to three Latin letters. */
  private static final int SYLLABLE_WEIGHT = 2;

  private static final String ENDS = ".!?…。！？｡؟۔।॥:：;；։።";
  private static final String CLOSERS = "\"'”’»›«‹)]）」』】“*";

  private Prose() {}

  /** The weight of a text: its characters, those of dense scripts counted more than once. */
  static int weight(CharSequence text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      weight += weight(text.charAt(i));
    }
    return weight;
  }

  /** The weight of one char; half a surrogate pair counts as one. */
  static int weight(char c) {
    if (c < 0x1100) {
      return 1;
    }
    if (c >= 0xAC00 && c <= 0xD7A3) {
      return SYLLABLE_WEIGHT;
    }
    boolean ideograph = (c >= 0x3041 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
    return ideograph ? IDEOGRAPH_WEIGHT : 1;
  }

  /** Whether the text ends as sentences do, closing quotes and brackets left aside. */
  public static boolean endsSentence(String text) {
    int i = text.length() - 1;
    while (i >= 0 && (CLOSERS.indexOf(text.charAt(i)) >= 0 || isWhite(text.charAt(i)))) {
      i--;
    }
    return i >= 0 && ENDS.indexOf(text.charAt(i)) >= 0;
  }

  /** White space of any kind, zero-width and byte-order marks included. */
  static boolean isWhite(char c) {
    if (c < 0x80) {
      return c <= ' ';
    }
    return c == 0xA0
        || c == 0xAD
        || c == 0x200B
        || c == 0xFEFF
        || (c >= 0x1680 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /** The text with each run of white space as one space, and none at either end; "" for null. */
  public static String squeeze(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWhite(c)) {
        out.append(c);
      } else if (c != 0xAD && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
  }

  /** The squeezed text, or null where nothing is left. */
  public static String orNull(String text) {
    String squeezed = squeeze(text);
    return squeezed.isEmpty() ? null : squeezed;
  }

  /** Letters and digits only, in lower case: the form in which texts are compared. */
  public static String key(String text) {
    return key(text, text.length());
  }

  /** The same for no more than the first chars of the text. */
  public static String key(String text, int limit) {
    int end = Math.min(limit, text.length());
    StringBuilder out = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  static boolean hasLetterOrDigit(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  /** The text in lower case, by the rules of no language. */
  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
