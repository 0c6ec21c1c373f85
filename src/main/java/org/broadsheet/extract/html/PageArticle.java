package org.broadsheet.extract.html;

import java.util.List;
import org.broadsheet.extract.TextRule;

/**
 * An article as a web page prints it. Bylines, dates and sections are as printed, for {@code
 * extract.byline}, {@code extract.date} and others to understand. No text holds mark-up or repeated
 * white space.
 *
 * @param title the headline without the source's name; empty if there is none
 * @param body paragraphs and headings, a blank line between each; list items and table rows are
 *     lines; empty if there is none
 * @param url the address the page gives itself, or the one it was fetched from, or null
 * @param source the publisher's or site's name, or null
 * @param byline the authors' names with "; " between them, or null
 * @param published the date of publication as the best source prints it, or null; the date of a
 *     change only where there is no other
 * @param language the language tag the page gives itself, or null
 * @param section the section, or null
 * @param keywords the keywords, each once
 * @param captions the lines below pictures, which are not in the body
 * @param index whether this is a list of links to articles, and so no article
 * @param textRule which rule gave the body: see {@link TextRule}
 * @param articles how many articles the page seems to hold; the others may be in the body, or
 *     missing
 */
public record PageArticle(
    String title,
    String body,
    String url,
    String source,
    String byline,
    String published,
    String language,
    String section,
    List<String> keywords,
    List<String> captions,
    boolean index,
    TextRule textRule,
    int articles) {

  /** Copies the lists, so that nobody changes them later. */
  public PageArticle {
    keywords = List.copyOf(keywords);
    captions = List.copyOf(captions);
  }
}
