/**
 * What an article prints about itself, read: byline, agency, date, address, and the layout of an
 * article saved as text.
 *
 * <p>Plain Java without Spark. Nothing here throws on any input or guesses in silence: what cannot
 * be read comes back as "none" or empty, and the printed form is kept. Every reader is linear in
 * the length of its input.
 */
package org.broadsheet.extract;
