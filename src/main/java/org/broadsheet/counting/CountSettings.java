package org.broadsheet.counting;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
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

  /** The values of the compared fields of an article, as an array; null if there are no fields. */
  Column comparedFields() {
    return compare.isEmpty()
        ? lit(null)
        : array(compare.stream().map(CountSettings::field).toArray(Column[]::new));
  }

  private static Column field(String name) {
    return ARTICLE_COLUMNS.contains(name) ? col(name) : col("extra").getItem(name);
  }
}
