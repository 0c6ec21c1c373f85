package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.broadsheet.table.ColumnType.STRING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.text.Language;
import org.broadsheet.text.LanguageDetector;
import org.broadsheet.text.Script;

/**
 * Decides the language of articles whose text is too short or too unusual for detection. They get
 * the main language of the articles in the same script, which is the first of these that is known:
 *
 * <ol>
 *   <li>the most frequent language of their source;
 *   <li>the language guessed for most of their source's text, if that text is as long as a single
 *       article must be for its language to be detected;
 *   <li>the most frequent language of the corpus;
 *   <li>the language guessed for most of the corpus's text, under the same condition unless the
 *       script has no usual language;
 *   <li>the usual language of the script.
 * </ol>
 */
final class UndecidedLanguages {

  private static final RowEncoder<MainLanguage> MAIN_LANGUAGES =
      RowEncoder.<MainLanguage>unpublished()
          .column("source", STRING, main -> main.scope.source)
          .column("script", STRING, main -> main.scope.script)
          .column("main_language", STRING, MainLanguage::language)
          .build();

  /**
   * Articles of a source, script, language and guess.
   *
   * @param source the source
   * @param script the script
   * @param language the language; null where it is undecided
   * @param guess the likeliest language
   * @param articles how many there are
   * @param characters the characters of their texts
   */
  record LanguageCount(
      String source, String script, String language, String guess, long articles, long characters) {

    private static LanguageCount of(Row row) {
      return new LanguageCount(
          row.getAs("source"),
          row.getAs("script"),
          row.getAs("language"),
          row.getAs("language_guess"),
          row.getAs("articles"),
          row.getAs("characters"));
    }
  }

  /** A source, or the corpus where the source is null; in a script, or in any where it is null. */
  private record Scope(String source, String script) {}

  /** The language of the undecided articles of a scope. */
  private record MainLanguage(Scope scope, String language) {}

  /** What is known about a scope. */
  private static final class LanguageEvidence {
    private final Map<String, Long> articles = new TreeMap<>();
    private final Map<String, Long> guessedCharacters = new TreeMap<>();

    void add(LanguageCount count) {
      if (count.language != null) {
        articles.merge(count.language, count.articles, Long::sum);
      } else {
        guessedCharacters.merge(count.guess, count.characters, Long::sum);
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

  private final Map<Scope, LanguageEvidence> evidence = new HashMap<>();

  /**
   * Gathers what is known.
   *
   * @param counts the numbers of articles
   */
  UndecidedLanguages(List<LanguageCount> counts) {
    for (LanguageCount count : counts) {
      for (String source : new String[] {count.source, null}) {
        for (String script : new String[] {count.script, null}) {
          evidence
              .computeIfAbsent(new Scope(source, script), scope -> new LanguageEvidence())
              .add(count);
        }
      }
    }
  }

  /**
   * Decides the languages.
   *
   * @param spark the session
   * @param articles rows of {@link ParsedRecord}, the language null where it is undecided
   * @return the same rows, none without a language
   */
  static Dataset<Row> decided(SparkSession spark, Dataset<Row> articles) {
    List<LanguageCount> counts =
        articles
            .groupBy("source", "script", "language", "language_guess")
            .agg(count(lit(1)).as("articles"), sum(length(col("analysed_text"))).as("characters"))
            .collectAsList()
            .stream()
            .map(LanguageCount::of)
            .toList();
    UndecidedLanguages languages = new UndecidedLanguages(counts);
    List<MainLanguage> main =
        counts.stream()
            .map(count -> new Scope(count.source, count.script))
            .distinct()
            .map(scope -> new MainLanguage(scope, languages.of(scope.source, scope.script)))
            .toList();
    return articles
        .join(
            broadcast(MAIN_LANGUAGES.rows(spark, main)), new String[] {"source", "script"}, "left")
        .withColumn("language", coalesce(col("language"), col("main_language")))
        .drop("main_language");
  }

  /**
   * The main language of a source in a script. A text without letters is in the language of the
   * others, whatever their script.
   */
  String of(String source, String inScript) {
    String script = inScript.equals(Script.NONE) ? null : inScript;
    String usual = script == null ? null : Script.usualLanguage(script);
    String ofSource = evidence.get(new Scope(source, script)).language(LanguageDetector.CHARACTERS);
    if (ofSource != null) {
      return ofSource;
    }
    LanguageEvidence ofCorpus = evidence.get(new Scope(null, script));
    String known = ofCorpus.language(usual == null ? 0 : LanguageDetector.CHARACTERS);
    return known == null ? usual : known;
  }
}
