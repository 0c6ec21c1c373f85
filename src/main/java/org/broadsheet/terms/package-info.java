/**
 * The tables about terms: the counted terms of a corpus come in, rows go out. A class that is named
 * after a table computes it; the others are shared. Begin with {@link org.broadsheet.terms.Terms};
 * {@link org.broadsheet.terms.KeynessComparison} compares the terms of sources and other parts of
 * the corpus with the rest.
 */
package org.broadsheet.terms;
