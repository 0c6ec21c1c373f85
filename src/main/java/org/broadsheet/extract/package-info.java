/**
 * Reads what an article prints about itself. This package holds what its sub-packages share:
 * helpers on printed text, and the rule that gave an article's text.
 *
 * <p>The sub-packages, in the order in which one may use another: {@code web} (addresses), {@code
 * date}, {@code agency} (the list of news agencies), {@code byline}, {@code credit} (which agency
 * an article is from), {@code savedtext} (articles saved as text) and {@code html} (web pages).
 *
 * <p>Plain Java without Spark. No reader throws on any input: what cannot be read is "none" or
 * empty, and the printed form is kept. Every reader is linear in the length of its input.
 */
package org.broadsheet.extract;
