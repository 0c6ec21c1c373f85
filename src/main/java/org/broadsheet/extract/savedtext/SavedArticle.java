package org.broadsheet.extract.savedtext;

import java.util.List;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.date.Published;
import org.broadsheet.extract.web.WebAddress;

/**
 * An article as somebody saved it to a text file, taken apart. Bylines, dates and addresses are as
 * printed, for {@link Byline}, {@link Published} and {@link WebAddress} to read.
 *
 * @param title the title without mark-up; empty if there is none
 * @param byline the byline's line, or null
 * @param dateline the dateline that opens the body, where it stays as well, or null
 * @param published the date's line, or null
 * @param url the article's address, or null
 * @param body the paragraphs and headings, a blank line between each; empty if there is none
 * @param captions the lines below pictures, with their credits
 * @param source the site that the front matter or a line "Source:" below the title names, or null
 * @param section the section that the front matter or an export names, or null
 * @param keywords the keywords of the front matter or an export
 * @param trailers the lines below the text: who worked on it, whose it is, the agency that signs it
 * @param language the language as printed, or null
 */
public record SavedArticle(
    String title,
    String byline,
    String dateline,
    String published,
    String url,
    String body,
    List<String> captions,
    String source,
    String section,
    List<String> keywords,
    List<String> trailers,
    String language) {

  /** Copies the lists, so that nobody changes them later. */
  public SavedArticle {
    captions = List.copyOf(captions);
    keywords = List.copyOf(keywords);
    trailers = List.copyOf(trailers);
  }
}
