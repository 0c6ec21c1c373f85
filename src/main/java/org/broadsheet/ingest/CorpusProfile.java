package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.Plural;

/**
 * A corpus in a few numbers.
 *
 * @param articles accepted articles
 * @param files articles by input file
 * @param sources articles by source
 * @param languages articles by language
 * @param sourceLanguages articles by source and language
 * @param first the first day; null without dates
 * @param last the last day; null without dates
 * @param undated articles without a day
 * @param suspect articles of a day before 1600, or more than a day in the future
 */
public record CorpusProfile(
    long articles,
    Map<String, Long> files,
    Map<String, Long> sources,
    Map<String, Long> languages,
    Map<String, TreeMap<String, Long>> sourceLanguages,
    LocalDate first,
    LocalDate last,
    long undated,
    long suspect) {

  private static final LocalDate EARLIEST = LocalDate.of(1600, 1, 1);

  static CorpusProfile of(Dataset<Row> articles) {
    Column date = col("published_date");
    Column suspect = date.lt(lit(EARLIEST)).or(date.gt(lit(LocalDate.now().plusDays(1))));
    List<Row> rows =
        articles
            .groupBy("input_file", "source", "language")
            .agg(count(lit(1)), min(date), max(date), count_if(date.isNull()), count_if(suspect))
            .collectAsList();
    Map<String, Long> files = new HashMap<>();
    Map<String, Long> sources = new TreeMap<>();
    Map<String, Long> languages = new TreeMap<>();
    Map<String, TreeMap<String, Long>> sourceLanguages = new TreeMap<>();
    for (Row row : rows) {
      files.merge(row.getString(0), row.getLong(3), Long::sum);
      sources.merge(row.getString(1), row.getLong(3), Long::sum);
      languages.merge(row.getString(2), row.getLong(3), Long::sum);
      sourceLanguages
          .computeIfAbsent(row.getString(1), source -> new TreeMap<>())
          .merge(row.getString(2), row.getLong(3), Long::sum);
    }
    return new CorpusProfile(
        rows.stream().mapToLong(row -> row.getLong(3)).sum(),
        files,
        sources,
        languages,
        sourceLanguages,
        days(rows, 4).stream().min(LocalDate::compareTo).orElse(null),
        days(rows, 5).stream().max(LocalDate::compareTo).orElse(null),
        rows.stream().mapToLong(row -> row.getLong(6)).sum(),
        rows.stream().mapToLong(row -> row.getLong(7)).sum());
  }

  private static List<LocalDate> days(List<Row> rows, int column) {
    return rows.stream().map(row -> row.<LocalDate>getAs(column)).filter(Objects::nonNull).toList();
  }

  /**
   * What is odd about the corpus.
   *
   * @return a sentence each
   */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (undated > 0) {
      warnings.add(
          Plural.of(undated, "article") + " without a day, left out of the tables by period");
    }
    if (suspect > 0) {
      warnings.add(
          Plural.of(suspect, "article") + " dated before 1600 or in the future; kept as printed");
    }
    return warnings;
  }

  /**
   * The corpus in a sentence.
   *
   * @return outlets, days, languages; articles without a source are no outlet's
   */
  public String sentence() {
    String days =
        first == null ? "no dates" : first.equals(last) ? first.toString() : first + " to " + last;
    String spoken =
        languages.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(5)
            .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    String more = languages.size() > 5 ? " and " + (languages.size() - 5) + " more" : "";
    return outlets() + ", " + days + ", " + spoken + more;
  }

  private String outlets() {
    long unknown = sources.getOrDefault(Corpus.UNKNOWN_SOURCE, 0L);
    String known = Plural.of(sources.size() - (unknown > 0 ? 1 : 0), "outlet");
    return unknown > 0 ? known + " and " + Plural.of(unknown, "article") + " of none" : known;
  }
}
