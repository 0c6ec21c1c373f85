package org.broadsheet.terms;

import java.io.Serializable;
import java.util.Locale;
import org.broadsheet.counting.CountSettings;

/**
 * What is counted, and what the tables about terms show.
 *
 * @param counting what is counted
 * @param series for how many terms of each language and n, those of highest df, empty periods get a
 *     row too, and the counts by source and period are published
 * @param keywords how many keywords an article gets at most
 * @param weight the weight by which keywords are chosen
 * @param collocations fewest occurrences of a collocation
 * @param reference a list of terms with their counts in another corpus; null for none
 */
public record TermSettings(
    CountSettings counting,
    int series,
    int keywords,
    Weight weight,
    int collocations,
    String reference)
    implements Serializable {

  /** The weights by which the keywords of an article are chosen. */
  public enum Weight {
    /** Term frequency times inverse document frequency. */
    TF_IDF,
    /** BM25, with diminishing returns for repetition and for long articles. */
    BM25;

    /**
     * Gives the name in job files.
     *
     * @return the name in lower case
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace("_", "-");
    }
  }
}
