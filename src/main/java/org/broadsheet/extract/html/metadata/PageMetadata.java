package org.broadsheet.extract.html.metadata;

import java.util.List;

/**
 * What a page says about its article, apart from the text.
 *
 * @param title the headline; empty if there is none
 * @param description the summary for search engines, or null
 * @param article whether the page says that it is an article
 * @param home whether the address is a front page's or a section's
 * @param articleBody the text in the page's JSON-LD, or null
 */
public record PageMetadata(
    String title,
    String url,
    String source,
    String byline,
    String published,
    String language,
    String section,
    List<String> keywords,
    String description,
    boolean article,
    boolean home,
    String articleBody) {}
