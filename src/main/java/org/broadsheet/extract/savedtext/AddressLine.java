package org.broadsheet.extract.savedtext;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.SourceLabel;

/**
 * A line that is an address and nothing else, with or without a label before it.
 *
 * @param url the address; null for a label whose address stands on the next line
 * @param labelled whether the line says that it is the article's own, as in "Original url:"; "Read
 *     more at:" does not
 */
record AddressLine(String url, boolean labelled) {
  private static final int LONGEST = 2_500;
  private static final String LABELS =
      String.join(
          "|",
          "(?:original |source |canonical )?(?:url|link|source|address)|permalink",
          "(?:originally )?published (?:at|on)|original(?: article)?|read the original",
          "ссылка|посилання|enlace|lien|tautan",
          "原文(?:链接|連結|網址)?|链接|連結|网址|網址|元記事|원문|الرابط|لینک",
          SourceLabel.WORDS);
  private static final String ADDRESS = "<?(?<bare>(?:https?://|www\\.)[^\\s<>]+)>?";
  private static final String LINK =
      "\\[[^\\[\\]]{0,300}]\\((?<linked>https?://(?:[^\\s()]++|\\([^\\s()]*+\\))++)\\)";
  private static final Pattern LINE =
      Pattern.compile(
          "^(?:(?:(?<label>"
              + LABELS
              + ")|read more at)\\s?[:：]\\s?)?"
              + "(?:"
              + ADDRESS
              + "|"
              + LINK
              + ")?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static Optional<AddressLine> read(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    boolean labelled = m.group("label") != null;
    boolean linkedText = m.group("linked") != null && !labelled;
    String url = m.group("bare") != null ? m.group("bare") : m.group("linked");
    boolean related = url == null && !labelled; // "Read more at:" without an address
    return linkedText || related ? Optional.empty() : Optional.of(new AddressLine(url, labelled));
  }
}
