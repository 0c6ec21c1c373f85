package org.broadsheet.terms;

import java.io.Serializable;

/**
 * What terms are counted and published.
 *
 * @param ngrams the longest n-grams, 1 to 5
 * @param minDf fewest articles that a published term occurs in
 * @param stemming whether words are reduced to their stems
 * @param series for how many terms of each language and n, those of highest df, empty periods get a
 *     row too
 * @param keywords how many keywords an article gets at most
 */
public record TermSettings(int ngrams, int minDf, boolean stemming, int series, int keywords)
    implements Serializable {}
