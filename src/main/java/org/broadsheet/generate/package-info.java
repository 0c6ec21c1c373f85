/**
 * Invents a corpus of any size whose truth is known, for benchmarks, demonstrations and tests:
 * outlets with gaps, topics, copies, bursts of words, several languages, and records that are
 * broken on purpose. {@link org.broadsheet.generate.CorpusGenerator} writes its files; an article
 * depends on the settings and its number only, so that files are written in any order and by any
 * number of threads.
 */
package org.broadsheet.generate;
