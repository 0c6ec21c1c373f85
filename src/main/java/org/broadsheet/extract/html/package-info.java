/**
 * Web pages, read: the article's text, and what the page says about it.
 *
 * <p>{@link org.broadsheet.extract.html.PageReader} is the only entrance. A page becomes one list
 * of text blocks in document order ({@code PageTree}), so that every later rule is a loop over that
 * list and none a recursion: noise is marked ({@code Noise}), the article's element chosen ({@code
 * ContainerFinder}), its blocks sifted ({@code BlockFilter}), and what is left is joined ({@code
 * Assembler}). The words that tell one kind of element from another are data, in {@code ClassWords}
 * and {@code Phrases}.
 *
 * <p>Plain Java and jsoup, without Spark. Nothing here throws on any page, changes the page, or
 * takes more than linear time.
 */
package org.broadsheet.extract.html;
