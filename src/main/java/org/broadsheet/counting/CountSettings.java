package org.broadsheet.counting;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.AnalysisSettings;

/**
 * What is counted.
 *
 * @param ngrams words in the longest n-grams, 1 to 5
 * @param analysis how words become terms
 * @param vocabulary which terms are published
 * @param compare the fields by whose values terms are counted, in addition to the source
 */
public record CountSettings(
    int ngrams, AnalysisSettings analysis, Vocabulary vocabulary, List<String> compare)
    implements Serializable {

  /** The columns of articles that can be compared; any other field is one that the job keeps. */
  public static final Set<String> ARTICLE_COLUMNS =
      Set.of("section", "byline_kind", "body_status", "source_name");
}
