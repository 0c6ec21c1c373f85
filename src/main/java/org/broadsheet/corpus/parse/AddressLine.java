package org.broadsheet.corpus.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is an address and nothing else, with or without a label before it.
 *
 * @param url the address; null for a label whose address stands on the next line
 * @param labelled whether the line says what it is, as in "Original url:"
 */
record AddressLine(String url, boolean labelled) {
  private static final int LONGEST = 2_500;
  private static final Pattern LINE =
      Pattern.compile(
          "^(?:((?:original |source |canonical )?(?:url|link|source|address)|permalink"
              + "|(?:originally )?published (?:at|on)|original(?: article)?|read the original"
              + "|источник|ссылка|quelle|fuente|fonte|lien|källa|źródło|джерело|kaynak)"
              + "\\s?[:：]\\s?)?"
              + "(?:<?((?:https?://|www\\.)[^\\s<>]+)>?"
              + "|\\[[^\\[\\]]{0,300}]\\((https?://[^\\s()]+)\\))?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static Optional<AddressLine> read(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    boolean labelled = m.group(1) != null;
    boolean linkedText = m.group(3) != null && !labelled;
    return linkedText
        ? Optional.empty()
        : Optional.of(new AddressLine(m.group(2) != null ? m.group(2) : m.group(3), labelled));
  }
}
