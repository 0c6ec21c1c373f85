package org.broadsheet.counting;

import java.io.Serializable;

/**
 * The n-grams of one language and n in one part of the corpus.
 *
 * @param ngrams language and n
 * @param part the part, such as a source or the first day of a period
 * @param <K> the parts
 */
public record CorpusSlice<K>(NgramClass ngrams, K part) implements Serializable {}
