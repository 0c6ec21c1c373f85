package org.broadsheet.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The web and e-mail addresses of a text, from left to right: they are no words, and no phrase goes
 * across one.
 */
final class Addresses {

  // In ASCII, since Chinese goes on behind an address without a space. Bounded, so that a long run
  // of letters costs no second look at each of them.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?|ftp)://[!-~]++|(?<![A-Za-z0-9])www\\.[!-~]++"
              + "|(?<![\\w.+-])[\\w.+-]{1,64}+@\\w[\\w-]{0,62}+(?:\\.\\w[\\w-]{0,62}+){1,8}+");

  private final Matcher matcher;
  private int start;
  private int end;

  /** Finds the addresses of a text. */
  Addresses(String text) {
    boolean any = text.contains("://") || text.contains("www.") || text.indexOf('@') >= 0;
    matcher = any ? ADDRESS.matcher(text) : null;
    next();
  }

  private void next() {
    boolean found = matcher != null && matcher.find();
    start = found ? matcher.start() : Integer.MAX_VALUE;
    end = found ? matcher.end() : Integer.MAX_VALUE;
  }

  /** Whether an offset, not before those asked about earlier, is within an address. */
  boolean contain(int offset) {
    while (offset >= end) {
      next();
    }
    return offset >= start;
  }
}
