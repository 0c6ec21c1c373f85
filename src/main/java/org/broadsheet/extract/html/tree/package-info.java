/**
 * A page as a flat list: a jsoup element comes in, its block elements and text blocks in document
 * order go out, each with what its tags and class names say of it. Every later step is a loop over
 * these lists. Begin at {@link org.broadsheet.extract.html.tree.PageTree}.
 */
package org.broadsheet.extract.html.tree;
