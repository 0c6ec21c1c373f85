package org.broadsheet.terms;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.UserException;
import org.broadsheet.counting.NgramClass;
import org.broadsheet.counting.TermKey;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.text.Language;
import org.broadsheet.text.WordAnalysis;
import scala.Tuple2;

/**
 * A list of terms with their counts in another corpus, with which the terms of this one are
 * compared: a CSV or tab-separated file, or the table {@code terms} of another run.
 */
public final class ReferenceList {

  private static final List<String> TERM =
      List.of("term", "word", "feature", "token", "type", "ngram", "lemma");
  private static final List<String> COUNT = List.of("tf", "frequency", "freq", "count", "n_tokens");

  private final Dataset<Row> rows;

  private ReferenceList(Dataset<Row> rows) {
    this.rows = rows;
  }

  /**
   * Opens a list.
   *
   * @param spark the session
   * @param path a file of CSV ({@code .csv}) or tab-separated values ({@code .tsv}, {@code .txt})
   *     with a line of names, compressed or not, or a folder of Parquet files
   * @return the list, which is not read yet
   * @throws UserException if it cannot be read, or has no column of terms or no column of counts
   */
  public static ReferenceList open(SparkSession spark, String path) {
    Dataset<Row> table = read(spark, path);
    Column term = required(table, TERM, path);
    Column count = whole(required(table, COUNT, path));
    return new ReferenceList(
        table.select(
            term.cast("string").as("term"),
            count.as("tf"),
            optional(table, "language").cast("string").as("language"),
            whole(optional(table, "corpus_tokens")).as("tokens")));
  }

  /** A count, also if written as {@code 12.0}; null for other values, which are left out. */
  private static Column whole(Column number) {
    return number.cast("string").try_cast("double").try_cast("long");
  }

  private static Dataset<Row> read(SparkSession spark, String path) {
    String name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst)$", "");
    DataFrameReader reader = spark.read().option("header", true).option("quote", "\"");
    try {
      if (name.endsWith(".csv")) {
        return reader.csv(path);
      }
      boolean tabs = name.endsWith(".tsv") || name.endsWith(".txt");
      return tabs ? reader.option("sep", "\t").csv(path) : spark.read().parquet(path);
    } catch (Exception e) {
      // Spark's own messages describe its plans.
      throw UserException.of(
          "terms.reference: %s cannot be read; give a .csv or .tsv file, or the folder of a table terms",
          path);
    }
  }

  private static Column required(Dataset<Row> table, List<String> names, String path) {
    return names.stream()
        .flatMap(name -> Arrays.stream(table.columns()).filter(name::equalsIgnoreCase))
        .findFirst()
        .map(name -> col("`" + name + "`"))
        .orElseThrow(
            () ->
                UserException.of(
                    "terms.reference: %s has no column called %s%s; name its columns in the first line",
                    path,
                    String.join(" or ", names),
                    table.columns().length == 0
                        ? ", it is empty"
                        : ", only " + String.join(", ", table.columns())));
  }

  private static Column optional(Dataset<Row> table, String name) {
    return Arrays.asList(table.columns()).contains(name) ? col(name) : lit(null);
  }

  /**
   * The frequency of a term in the list.
   *
   * @param tf how often the other corpus has it
   * @param tokens all n-grams of its language and n there; 0 if they must be summed
   */
  private record Entry(long tf, long tokens) implements java.io.Serializable {
    Entry plus(Entry other) {
      return new Entry(tf + other.tf, Math.max(tokens, other.tokens));
    }
  }

  /**
   * The frequencies of terms in the other corpus.
   *
   * @param tf the occurrences of each term
   * @param tokens all n-grams of each language and n
   */
  record Frequencies(JavaPairRDD<TermKey, Long> tf, HashMap<NgramClass, Long> tokens) {}

  /**
   * Counts the terms of the list as this corpus counts them: by the same analysis, so that words
   * that do not count here do not count there.
   *
   * @param settings how words become terms
   * @param language the language of terms without one
   */
  Frequencies frequencies(AnalysisSettings settings, String language) {
    JavaPairRDD<TermKey, Entry> entries =
        rows.toJavaRDD()
            .mapPartitionsToPair(part -> new Analysis(settings, language).entries(part))
            .reduceByKey(Entry::plus)
            .setName("reference list")
            .persist(StorageLevel.MEMORY_AND_DISK());
    HashMap<NgramClass, Long> tokens = new HashMap<>();
    entries
        .mapToPair(entry -> new Tuple2<>(entry._1().ngrams(), entry._2()))
        .reduceByKey(Entry::plus)
        .collectAsMap()
        .forEach((kind, sum) -> tokens.put(kind, Math.max(sum.tf, sum.tokens)));
    return new Frequencies(entries.mapValues(Entry::tf), tokens);
  }

  /** Analyses the terms of the list, with one analysis for each language. */
  private static final class Analysis {
    private final AnalysisSettings settings;
    private final String usual;
    private final Map<String, WordAnalysis> analyses = new HashMap<>();

    Analysis(AnalysisSettings settings, String usual) {
      this.settings = settings;
      this.usual = usual;
    }

    Iterator<Tuple2<TermKey, Entry>> entries(Iterator<Row> rows) {
      List<Tuple2<TermKey, Entry>> entries = new ArrayList<>();
      rows.forEachRemaining(row -> add(row, entries));
      return entries.iterator();
    }

    private void add(Row row, List<Tuple2<TermKey, Entry>> entries) {
      if (row.isNullAt(0) || row.isNullAt(1)) {
        return;
      }
      Entry entry = new Entry(row.getLong(1), row.isNullAt(3) ? 0 : row.getLong(3));
      String named = row.isNullAt(2) ? null : Language.code(row.getString(2));
      String language = named == null ? usual : named;
      String[] words = row.getString(0).strip().split("\\s+");
      String term = analysed(language, words);
      if (term != null && entry.tf > 0) {
        entries.add(new Tuple2<>(new TermKey(language, words.length, term), entry));
      }
    }

    /** The term of the words; null if one of them does not count. */
    private String analysed(String language, String[] words) {
      WordAnalysis analysis =
          analyses.computeIfAbsent(language, code -> WordAnalysis.of(code, settings));
      List<String> terms = new ArrayList<>();
      for (String word : words) {
        String term = word.isEmpty() ? null : analysis.term(word);
        if (term == null) {
          return null;
        }
        terms.add(term);
      }
      return String.join(" ", terms);
    }
  }
}
