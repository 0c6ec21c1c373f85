package org.broadsheet.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Source:" before a source, an agency or an address, in the languages of news. */
public final class SourceLabel {
  /** The words as alternatives of a regular expression. */
  public static final String WORDS =
      String.join(
          "|",
          "sources?|quellen?|fuentes?|fontes?|bron|källa|kilde[rn]?|lähde|źródło|zdroj|forrás",
          "sursa|источник|джерело|източник|извор|kaynak|πηγή|sumber|nguồn",
          "来源|來源|出处|出處|出典|출처|المصدر|منبع|स्रोत|ที่มา");

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:" + WORDS + ")\\s?[:：]\\s?(?=\\S)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private SourceLabel() {}

  /** What follows the label that the line begins with; null if it begins with none. */
  public static String named(String line) {
    Matcher label = LABEL.matcher(line);
    return label.find() ? line.substring(label.end()) : null;
  }
}
