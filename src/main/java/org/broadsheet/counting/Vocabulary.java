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
 *     terms within the other thresholds; null for no bound
 */
public record Vocabulary(
    FrequencyThreshold minDf,
    FrequencyThreshold maxDf,
    FrequencyThreshold minTf,
    FrequencyThreshold maxTerms)
    implements Serializable {

  /** The thresholds of one language and n in numbers. */
  record TermThresholds(long minDf, long maxDf, long minTf) implements Serializable {

    boolean admit(TermStats term) {
      long df = term.df();
      return df >= minDf && df <= maxDf && term.tf() >= minTf;
    }
  }

  /** The thresholds of each language and n in a corpus, all but {@link #maxTerms}. */
  HashMap<NgramClass, TermThresholds> thresholds(CorpusTotals totals) {
    HashMap<NgramClass, TermThresholds> thresholds = new HashMap<>();
    totals
        .byClass()
        .forEach(
            (ngrams, total) ->
                thresholds.put(
                    ngrams,
                    new TermThresholds(
                        minDf(total, totals.articles()),
                        maxDf == null ? Long.MAX_VALUE : maxDf.atMost(total.countedArticles()),
                        minTf.atLeast(total.tokens()))));
    return thresholds;
  }

  /** It is never above the number of articles, so that a corpus of one article has terms too. */
  private long minDf(CorpusTotals.Total total, long articles) {
    long df = minDf.atLeast(total.countedArticles());
    return Math.max(1, Math.min(df, Math.max(1, articles)));
  }
}
