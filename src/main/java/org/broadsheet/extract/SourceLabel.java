package org.broadsheet.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.lexicon.Lexicon;

/** "Source:" before a source, an agency or an address, in the languages of news. */
public final class SourceLabel {
  private static final Pattern LABEL = Lexicon.pattern("^{source_labels}\\s?[:：]\\s?(?=\\S)");

  private SourceLabel() {}

  /** What follows the label that the line begins with; null if it begins with none. */
  public static String named(String line) {
    Matcher label = LABEL.matcher(line);
    return label.find() ? line.substring(label.end()) : null;
  }
}
