/**
 * The tables about terms: the counted terms of a corpus come in, rows go out. Each class computes
 * one table, or two that share their work. Begin with {@link org.broadsheet.terms.Terms}; {@link
 * org.broadsheet.terms.KeynessTable} compares the terms of sources and other parts of the corpus
 * with the rest.
 */
package org.broadsheet.terms;
