package org.broadsheet.corpus;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.text.Language;
import org.broadsheet.text.LanguageDetector;

/**
 * Decides the language of articles too short or too odd to tell it by themselves: it is the most
 * frequent one that is known in their source; else the one guessed for most of the source's text,
 * if that is as much as one article must have; else, in the same way, that of the corpus.
 */
final class UndecidedLanguages {

  private static final StructType MAIN_LANGUAGES =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("source_language", DataTypes.StringType);

  /** What is known of a source, or of the corpus. */
  private static final class Evidence {
    private final Map<String, Long> articles = new TreeMap<>();
    private final Map<String, Long> guessedCharacters = new TreeMap<>();

    void add(String language, String guess, long count, long characters) {
      if (language != null) {
        articles.merge(language, count, Long::sum);
      } else {
        guessedCharacters.merge(guess, characters, Long::sum);
      }
    }

    /** The main language; null where there is not enough to tell. */
    String language(long fewestCharacters) {
      if (!articles.isEmpty()) {
        return most(articles);
      }
      long characters = guessedCharacters.values().stream().mapToLong(Long::longValue).sum();
      return characters < fewestCharacters ? null : most(guessedCharacters);
    }

    /** The key of the highest count, the first in order among equals. */
    private static String most(Map<String, Long> counts) {
      String most = Language.UNKNOWN;
      long highest = 0;
      for (Map.Entry<String, Long> entry : counts.entrySet()) {
        if (entry.getValue() > highest) {
          most = entry.getKey();
          highest = entry.getValue();
        }
      }
      return most;
    }
  }

  private UndecidedLanguages() {}

  /**
   * Decides the languages.
   *
   * @param spark the session
   * @param articles rows of {@link RecordSchema}, the language null where it is undecided
   * @return the same rows, none without a language
   */
  static Dataset<Row> decided(SparkSession spark, Dataset<Row> articles) {
    List<Row> counts =
        articles
            .groupBy("source", "language", "language_guess")
            .agg(count(lit(1)), sum(length(col("analysed_text"))))
            .collectAsList();
    Evidence ofCorpus = new Evidence();
    Map<String, Evidence> ofSources = new TreeMap<>();
    for (Row row : counts) {
      Evidence ofSource = ofSources.computeIfAbsent(row.getString(0), s -> new Evidence());
      ofSource.add(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
      ofCorpus.add(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
    }
    List<Row> main = new ArrayList<>();
    ofSources.forEach(
        (source, evidence) ->
            main.add(RowFactory.create(source, evidence.language(LanguageDetector.CHARACTERS))));
    return articles
        .join(
            broadcast(spark.createDataFrame(main, MAIN_LANGUAGES)), new String[] {"source"}, "left")
        .withColumn(
            "language",
            coalesce(col("language"), col("source_language"), lit(ofCorpus.language(0))))
        .drop("source_language");
  }
}
