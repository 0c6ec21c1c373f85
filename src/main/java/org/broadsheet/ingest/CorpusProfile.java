package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.table.Plural;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A corpus in a few numbers.
 *
 * @param articles accepted articles
 * @param files articles by input file
 * @param sources articles by source
 * @param languages articles by language
 * @param sourceLanguages articles by source and language
 * @param first the first day in a period; null without one
 * @param last the last day in a period; null without one
 * @param undated articles without a day
 * @param outOfPeriods articles of a day that no period counts
 * @param ofFuture articles in a period, of a day after tomorrow
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
    long outOfPeriods,
    long ofFuture) {

  /**
   * Counts articles, in groups that are few however the sources are spread over the files.
   *
   * @param articles accepted articles
   */
  static CorpusProfile of(Dataset<Row> articles) {
    Column file = col("input_file");
    Column source = col("source");
    Column language = col("language");
    Column date = col("published_date");
    Column inPeriod = col("period").isNotNull();
    Column ofFuture = inPeriod.and(date.gt(lit(LocalDate.now().plusDays(1))));
    Map<Boolean, List<ProfileGroup>> groups =
        articles
            .groupingSets(
                seq(List.of(seq(List.of(file)), seq(List.of(source, language)))),
                file,
                source,
                language)
            .agg(
                count(lit(1)).as("articles"),
                min(when(inPeriod, date)).as("first"),
                max(when(inPeriod, date)).as("last"),
                count_if(date.isNull()).as("undated"),
                count_if(date.isNotNull().and(not(inPeriod))).as("out_of_periods"),
                count_if(ofFuture).as("of_future"))
            .collectAsList()
            .stream()
            .map(ProfileGroup::of)
            .collect(Collectors.partitioningBy(group -> group.file != null));
    return of(groups.get(true), groups.get(false));
  }

  private static <T> Seq<T> seq(List<T> elements) {
    return CollectionConverters.asScala(elements).toSeq();
  }

  /** Articles of one file, or of one source and language. */
  private record ProfileGroup(
      String file,
      String source,
      String language,
      long articles,
      LocalDate first,
      LocalDate last,
      long undated,
      long outOfPeriods,
      long ofFuture) {

    static ProfileGroup of(Row row) {
      return new ProfileGroup(
          row.getAs("input_file"),
          row.getAs("source"),
          row.getAs("language"),
          row.getAs("articles"),
          row.getAs("first"),
          row.getAs("last"),
          row.getAs("undated"),
          row.getAs("out_of_periods"),
          row.getAs("of_future"));
    }
  }

  private static CorpusProfile of(List<ProfileGroup> ofFiles, List<ProfileGroup> ofSources) {
    Map<String, TreeMap<String, Long>> sourceLanguages = new TreeMap<>();
    for (ProfileGroup group : ofSources) {
      sourceLanguages
          .computeIfAbsent(group.source, source -> new TreeMap<>())
          .merge(group.language, group.articles, Long::sum);
    }
    return new CorpusProfile(
        ofSources.stream().mapToLong(ProfileGroup::articles).sum(),
        articlesBy(ProfileGroup::file, ofFiles),
        articlesBy(ProfileGroup::source, ofSources),
        articlesBy(ProfileGroup::language, ofSources),
        sourceLanguages,
        days(ofSources, ProfileGroup::first).min(Comparator.naturalOrder()).orElse(null),
        days(ofSources, ProfileGroup::last).max(Comparator.naturalOrder()).orElse(null),
        ofSources.stream().mapToLong(ProfileGroup::undated).sum(),
        ofSources.stream().mapToLong(ProfileGroup::outOfPeriods).sum(),
        ofSources.stream().mapToLong(ProfileGroup::ofFuture).sum());
  }

  private static Map<String, Long> articlesBy(
      Function<ProfileGroup, String> key, List<ProfileGroup> groups) {
    return groups.stream()
        .collect(
            Collectors.groupingBy(
                key, TreeMap::new, Collectors.summingLong(ProfileGroup::articles)));
  }

  private static Stream<LocalDate> days(
      List<ProfileGroup> groups, Function<ProfileGroup, LocalDate> day) {
    return groups.stream().map(day).filter(Objects::nonNull);
  }

  /**
   * What a reader of the tables should know about the dates of the articles.
   *
   * @return a sentence each
   */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (undated > 0) {
      warnings.add(
          Plural.of(undated, "article") + " without a day, left out of the tables by period");
    }
    if (outOfPeriods > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s dated before %d or after %d, left out of the tables by period",
              Plural.of(outOfPeriods, "article"),
              Period.FIRST_DAY.getYear(),
              Period.LAST_DAY.getYear()));
    }
    if (ofFuture > 0) {
      warnings.add(Plural.of(ofFuture, "article") + " dated in the future; kept as printed");
    }
    return warnings;
  }

  /**
   * The corpus in a sentence.
   *
   * @return its sources, days and languages
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
    return sourcesPhrase() + ", " + days + ", " + spoken + more;
  }

  /** The number of sources. Articles without one are counted apart. */
  private String sourcesPhrase() {
    long unknown = sources.getOrDefault(Corpus.UNKNOWN_SOURCE, 0L);
    String known = Plural.of(sources.size() - (unknown > 0 ? 1 : 0), "outlet");
    return unknown > 0
        ? known + " and " + Plural.of(unknown, "article") + " without an outlet"
        : known;
  }
}
