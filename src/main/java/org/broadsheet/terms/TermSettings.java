package org.broadsheet.terms;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.text.CountSettings;

/**
 * What terms are counted and published.
 *
 * @param counting what words count as
 * @param vocabulary which terms are published
 * @param series for how many terms of each language and n, those of highest df, empty periods get a
 *     row too, and the counts by outlet and period are published
 * @param keywords how many keywords an article gets at most
 * @param weight what they are chosen by
 * @param collocations fewest occurrences of a collocation
 * @param compare the fields whose values are compared, as outlets are
 * @param reference a list of terms with their counts in another corpus; null for none
 */
public record TermSettings(
    CountSettings counting,
    Vocabulary vocabulary,
    int series,
    int keywords,
    Weight weight,
    int collocations,
    List<String> compare,
    String reference)
    implements Serializable {

  /**
   * The longest n-grams.
   *
   * @return their number of words, 1 to 5
   */
  public int ngrams() {
    return counting.ngrams();
  }

  /** The columns of articles that can be compared by; any other field is one that a job keeps. */
  public static final Set<String> ARTICLE_COLUMNS =
      Set.of("section", "byline_kind", "body_status", "source_name");

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
