package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
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
import org.broadsheet.text.Script;

/**
 * Decides the language of articles too short or too odd to tell it by themselves: among articles in
 * the same script, it is the most frequent one that is known in their source; else the one guessed
 * for most of the source's text, if that is as much as one article must have; else, in the same
 * way, that of the corpus; else the usual one of the script.
 */
final class UndecidedLanguages {

  private static final StructType MAIN_LANGUAGES =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("script", DataTypes.StringType)
          .add("main_language", DataTypes.StringType);

  /** A source, or the corpus where the source is null; in a script, or in any where it is null. */
  private record Scope(String source, String script) {}

  /** What is known of a scope. */
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

  private final Map<Scope, Evidence> evidence = new HashMap<>();

  /**
   * Takes what is known.
   *
   * @param counts source, script, language or null, guess, number and characters of articles
   */
  UndecidedLanguages(List<Row> counts) {
    for (Row row : counts) {
      for (String source : new String[] {row.getString(0), null}) {
        for (String script : new String[] {row.getString(1), null}) {
          evidence
              .computeIfAbsent(new Scope(source, script), scope -> new Evidence())
              .add(row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
        }
      }
    }
  }

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
            .groupBy("source", "script", "language", "language_guess")
            .agg(count(lit(1)), sum(length(col("analysed_text"))))
            .collectAsList();
    UndecidedLanguages languages = new UndecidedLanguages(counts);
    List<Row> main =
        counts.stream()
            .map(row -> new Scope(row.getString(0), row.getString(1)))
            .distinct()
            .map(s -> RowFactory.create(s.source, s.script, languages.of(s.source, s.script)))
            .toList();
    return articles
        .join(
            broadcast(spark.createDataFrame(main, MAIN_LANGUAGES)),
            new String[] {"source", "script"},
            "left")
        .withColumn("language", coalesce(col("language"), col("main_language")))
        .drop("main_language");
  }

  /** A text without letters is taken to be in the language of the others, whatever their script. */
  String of(String source, String inScript) {
    String script = inScript.equals(Script.NONE) ? null : inScript;
    String usual = script == null ? null : Script.usualLanguage(script);
    String ofSource = evidence.get(new Scope(source, script)).language(LanguageDetector.CHARACTERS);
    if (ofSource != null) {
      return ofSource;
    }
    Evidence ofCorpus = evidence.get(new Scope(null, script));
    String known = ofCorpus.language(usual == null ? 0 : LanguageDetector.CHARACTERS);
    return known == null ? usual : known;
  }
}
