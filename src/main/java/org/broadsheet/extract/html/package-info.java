/**
 * Reads web pages: a parsed page comes in, its article's text and what the page says about it go
 * out. {@link org.broadsheet.extract.html.PageReader} is the only entrance, and three steps long:
 * {@code tree} turns the page into one list of text blocks in document order, {@code metadata}
 * reads title, byline, date and the like, {@code body} chooses the blocks that are the article.
 *
 * <p>Plain Java and jsoup, without Spark. Nothing here throws on any page, changes the page, or
 * takes more than linear time.
 */
package org.broadsheet.extract.html;
