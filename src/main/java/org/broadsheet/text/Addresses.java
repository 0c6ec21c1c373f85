package org.broadsheet.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the web and e-mail addresses of a text, from left to right. They are not words, and no
 * phrase reaches across one.
 */
final class Addresses {

  // ASCII only, since Chinese text follows an address without a space. Bounded, so that a long run
  // of letters is not scanned again from each of them.
  private static final String WEB_ADDRESS =
      "(?:https?|ftp)://[!-~]++|(?<![A-Za-z0-9])www\\.[!-~]++";

  private static final Pattern WEB = Pattern.compile(WEB_ADDRESS);
  private static final Pattern WEB_AND_MAIL =
      Pattern.compile(
          WEB_ADDRESS
              + "|(?<![\\w.+-])[\\w.+-]{1,64}+@\\w[\\w-]{0,62}+(?:\\.\\w[\\w-]{0,62}+){1,8}+");

  private final Matcher matcher;
  private int start;
  private int end;

  /** Prepares for a text. */
  Addresses(String text) {
    // Any letter may begin an e-mail address: without an "@" none is asked.
    boolean mail = text.indexOf('@') >= 0;
    boolean any = mail || text.contains("://") || text.contains("www.");
    matcher = any ? (mail ? WEB_AND_MAIL : WEB).matcher(text) : null;
    next();
  }

  private void next() {
    boolean found = matcher != null && matcher.find();
    start = found ? matcher.start() : Integer.MAX_VALUE;
    end = found ? matcher.end() : Integer.MAX_VALUE;
  }

  /** Tells whether an offset is within an address. Offsets are asked about in ascending order. */
  boolean contain(int offset) {
    while (offset >= end) {
      next();
    }
    return offset >= start;
  }
}
