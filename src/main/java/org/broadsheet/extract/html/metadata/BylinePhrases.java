package org.broadsheet.extract.html.metadata;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.lexicon.Lexicon;

/** What pages print before an author's name. */
public final class BylinePhrases {
  /** What stands before an author's name. */
  private static final List<String> BYLINE_STARTS = Lexicon.all("byline_starts");

  /** The same where it leaves no doubt, as below an entry of a weblog. */
  private static final List<String> POSTED_BY = Lexicon.all("posted_by");

  private BylinePhrases() {}

  /** The text without a "By" before it, in any of the languages known. */
  public static String withoutBy(String text) {
    return Stream.of(BYLINE_STARTS, POSTED_BY)
        .flatMap(List::stream)
        .filter(text::startsWith)
        .findFirst()
        .map(start -> text.substring(start.length()).strip())
        .orElse(text);
  }

  /** Whether the line says who posted an entry. */
  static boolean isPostedBy(String text) {
    return POSTED_BY.stream().anyMatch(text::startsWith);
  }
}
