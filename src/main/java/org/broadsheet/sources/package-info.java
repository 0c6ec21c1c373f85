/**
 * The tables about sources: what each published, over time, by author and agency, and how two of
 * them compare. They come last, since sources are also described by their copies, words and topics;
 * {@link org.broadsheet.sources.SourceFindings} gathers these.
 */
package org.broadsheet.sources;
