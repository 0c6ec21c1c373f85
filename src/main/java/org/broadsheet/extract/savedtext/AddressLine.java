package org.broadsheet.extract.savedtext;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.lexicon.Lexicon;

/**
 * A line that is an address and nothing else, with or without a label before it.
 *
 * @param url the address; null for a label whose address stands on the next line
 * @param labelled whether the line says that it is the article's own, as in "Original url:"; "Read
 *     more at:" does not
 */
record AddressLine(String url, boolean labelled) {
  private static final int LONGEST = 2_500;
  private static final String ADDRESS = "<?(?<bare>(?:https?://|www\\.)[^\\s<>]+)>?";
  private static final String LINK =
      "\\[[^\\[\\]]{0,300}]\\((?<linked>https?://(?:[^\\s()]++|\\([^\\s()]*+\\))++)\\)";
  private static final Pattern LINE =
      Lexicon.pattern(
          "^(?:(?:(?<label>{address_labels}|{source_labels})|{other_address_labels})\\s?[:：]\\s?)?"
              + "(?:"
              + ADDRESS
              + "|"
              + LINK
              + ")?$");

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
