/**
 * Finds the article's text in a page: the page's blocks come in, the text and the captions go out.
 * Noise is marked ({@code Noise}), the article's element chosen ({@code ContainerFinder}), its
 * blocks filtered ({@code BlockFilter}), and the rest joined ({@code Assembler}). Begin at {@code
 * BodyFinder}.
 */
package org.broadsheet.extract.html.body;
