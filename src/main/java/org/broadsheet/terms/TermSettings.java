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

  /** How much a word of an article tells about it. */
  public enum Weight {
    /** Term frequency by inverse document frequency. */
    TF_IDF,
    /** The same, with diminishing returns for repetition and for long articles. */
    BM25;

    /**
     * The name in job files.
     *
     * @return the name in lower case
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace("_", "-");
    }
  }
}
