package org.broadsheet.corpus.format;

import java.util.List;
import java.util.Map;

/**
 * An article as its format gives it: text as printed, nothing interpreted. Any field may be null
 * where the input has none.
 *
 * @param title the title
 * @param body the body
 * @param url the address
 * @param source the outlet as printed
 * @param byline the byline as printed
 * @param dateline the dateline, where it is a field of its own
 * @param published the publication date as printed
 * @param language the language as printed
 * @param section the section or category
 * @param keywords keywords, never null
 * @param captions caption and credit lines that were taken out of the body, never null
 * @param extra the fields that the job keeps, never null
 * @param rejection why there is no article, or null
 */
public record FoundArticle(
    String title,
    String body,
    String url,
    String source,
    String byline,
    String dateline,
    String published,
    String language,
    String section,
    List<String> keywords,
    List<String> captions,
    Map<String, String> extra,
    Rejection rejection) {

  /**
   * A record without an article.
   *
   * @param rejection why
   * @return the record's outcome
   */
  public static FoundArticle rejected(Rejection rejection) {
    return new FoundArticle(
        null, null, null, null, null, null, null, null, null, List.of(), List.of(), Map.of(),
        rejection);
  }
}
