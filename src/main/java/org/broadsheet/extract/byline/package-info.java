/**
 * Reads bylines: a line as printed comes in, the people and agencies it names go out. Begin at
 * {@link org.broadsheet.extract.byline.Byline}; {@code BylineReader} does the work.
 */
package org.broadsheet.extract.byline;
