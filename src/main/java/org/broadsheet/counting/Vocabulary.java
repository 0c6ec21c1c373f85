package org.broadsheet.counting;

import java.io.Serializable;
import java.util.HashMap;
import org.broadsheet.stats.FrequencyThreshold;

/**
 * Which of the counted terms are published. A share of articles is a share of those of the language
 * that have a word that counts; a share of occurrences is a share of all n-grams of the language
 * and n.
 *
 * @param minDf fewest articles that have the term
 * @param maxDf most articles that have it; null for no bound
 * @param minTf fewest occurrences
 * @param maxTerms most terms of a language and n, those of highest df; a share is a share of the
 *     terms within the other bounds; null for no bound
 */
public record Vocabulary(
    FrequencyThreshold minDf,
    FrequencyThreshold maxDf,
    FrequencyThreshold minTf,
    FrequencyThreshold maxTerms)
    implements Serializable {

  /** The bounds of a published term in numbers. */
  record Bounds(long minDf, long maxDf, long minTf) implements Serializable {

    boolean contain(TermStats term) {
      long df = term.df();
      return df >= minDf && df <= maxDf && term.tf() >= minTf;
    }
  }

  /** The bounds of each language and n, all but {@link #maxTerms}. */
  HashMap<NgramClass, Bounds> bounds(CorpusTotals totals) {
    HashMap<NgramClass, Bounds> bounds = new HashMap<>();
    totals
        .byClass()
        .forEach(
            (ngrams, total) ->
                bounds.put(
                    ngrams,
                    new Bounds(
                        minDf(total, totals.articles()),
                        maxDf == null ? Long.MAX_VALUE : maxDf.atMost(total.countedArticles()),
                        minTf.atLeast(total.tokens()))));
    return bounds;
  }

  /** A number is never above that of all articles: a corpus of one article has terms too. */
  private long minDf(CorpusTotals.Total total, long articles) {
    long df = minDf.atLeast(total.countedArticles());
    return Math.max(1, Math.min(df, Math.max(1, articles)));
  }
}
