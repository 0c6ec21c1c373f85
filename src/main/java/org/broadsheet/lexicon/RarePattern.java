package org.broadsheet.lexicon;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of many words that few texts match. It is asked only where one of the characters stands
 * with which a match may begin. These are learnt from the pattern itself, with its rules about
 * letter case: a match that fails at a character alone, and does not ask for the next one, fails
 * whatever follows.
 *
 * <p>Several threads may learn at once: they learn the same.
 */
public final class RarePattern {

  /** Characters from here on are not learnt: a match may begin with any of them. */
  private static final char LIMIT = '\u3000';

  private static final byte MAY = 1;
  private static final byte NEVER = 2;

  private final Pattern pattern;
  private final byte[] learnt = new byte[LIMIT];

  private RarePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Prepares a pattern.
   *
   * @param pattern the pattern, no match of which is empty
   * @return the same, asked more seldom
   * @throws IllegalArgumentException if the pattern looks for something before its match, so that a
   *     character alone does not tell whether one begins there
   */
  public static RarePattern of(Pattern pattern) {
    if (pattern.pattern().contains("(?<=")) {
      throw new IllegalArgumentException("looks behind: " + pattern);
    }
    return new RarePattern(pattern);
  }

  private boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    return c >= LIMIT || (learnt[c] == 0 ? learn(c) : learnt[c]) == MAY;
  }

  private byte learn(char c) {
    Matcher matcher = pattern.matcher(String.valueOf(c));
    boolean may = matcher.lookingAt() || matcher.hitEnd();
    learnt[c] = may ? MAY : NEVER;
    return learnt[c];
  }

  /**
   * Matches a whole text as {@link Matcher#matches} does.
   *
   * @param text the text
   * @return the match; null without one
   */
  public Matcher match(String text) {
    Matcher matcher = !text.isEmpty() && mayBegin(text, 0) ? pattern.matcher(text) : null;
    return matcher != null && matcher.matches() ? matcher : null;
  }

  /**
   * Finds the pattern in a text as {@link Matcher#find(int)} does.
   *
   * @param text the text
   * @param from the offset from which it is looked for
   * @return the match; null without one
   */
  public Matcher find(String text, int from) {
    Matcher matcher = null;
    for (int at = from; at < text.length(); at++) {
      if (mayBegin(text, at)) {
        matcher = matcher == null ? matcher(text) : matcher;
        if (matcher.region(at, text.length()).lookingAt()) {
          return matcher;
        }
      }
    }
    return null;
  }

  /** A matcher that sees the whole text wherever it is asked. */
  private Matcher matcher(String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }
}
