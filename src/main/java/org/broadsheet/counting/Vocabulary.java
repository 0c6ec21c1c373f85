package org.broadsheet.counting;

import java.io.Serializable;
import org.broadsheet.stats.FrequencyThreshold;

/**
 * Which counted terms are published. Shares of articles are of those of the language with a counted
 * word, shares of occurrences of all n-grams of the language and n.
 *
 * @param minDf fewest articles that have the term
 * @param maxDf most articles that have it; null for no bound
 * @param minTf fewest occurrences
 * @param maxTerms most terms of a language and n, those of highest df; a share is of all those that
 *     pass the other bounds; null for no bound
 */
public record Vocabulary(
    FrequencyThreshold minDf,
    FrequencyThreshold maxDf,
    FrequencyThreshold minTf,
    FrequencyThreshold maxTerms)
    implements Serializable {

  /**
   * Fewest articles of a published term. A number is not above that of all articles: a corpus of
   * one article has terms too.
   */
  int minDf(String language, CorpusTotals totals) {
    long df = minDf.atLeast(totals.countedArticles(language));
    return (int) Math.max(1, Math.min(df, Math.max(1, totals.articles())));
  }

  boolean keeps(TermStats term, CorpusTotals.Sum corpus, int smallestDf) {
    return term.df() >= smallestDf
        && (maxDf == null || term.df() <= maxDf.atMost(corpus.countedArticles()))
        && term.tf() >= minTf.atLeast(corpus.tokens());
  }
}
