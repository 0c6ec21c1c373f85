package org.broadsheet.sources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.copies.Copies;
import org.broadsheet.copies.SourceCopies;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.table.Plural;
import org.broadsheet.topics.Topics;

/** What other parts of the analysis found out about sources. */
public final class SourceFindings {

  /** Sources that a warning names. */
  private static final int NAMED = 5;

  private final Dataset<Row> articles;
  private final List<String> compared;
  private final SourceCopies copies;
  private final CountedTerms terms;
  private final Map<String, TreeMap<Integer, Long>> topics;

  /** Made for the first of the tables that need it, which are computed at the same time. */
  private SourceWords words;

  /** Made for the first of the tables that need it. */
  private HashMap<String, PublicationRate> rates;

  /**
   * Gathers what is known.
   *
   * @param articles accepted articles, marked with their role among their copies
   * @param numbers how many each source has
   * @param copies their copies
   * @param terms their terms; null if none were counted
   * @param topics their topics; null if none were found
   */
  public SourceFindings(
      Dataset<Row> articles,
      Map<String, Long> numbers,
      Copies copies,
      CountedTerms terms,
      Topics topics) {
    this.articles = articles;
    this.compared = SourcePairs.compared(numbers);
    this.copies = new SourceCopies(copies, compared);
    this.terms = terms;
    this.topics = topics == null ? Map.of() : topics.bySource();
  }

  /** The articles of all sources. */
  Dataset<Row> articles() {
    return articles;
  }

  /** How steadily articles come, by source; sources without an article in a period are left out. */
  synchronized HashMap<String, PublicationRate> rates() {
    if (rates == null) {
      rates = PublicationRate.bySource(articles);
    }
    return rates;
  }

  /**
   * What a reader should know before reading a fall of a term as news.
   *
   * @return a sentence each; empty if no table needed the rates
   */
  public synchronized List<String> warnings() {
    if (rates == null) {
      return List.of();
    }
    return Stream.of(
            warning("a change of level", rate -> rate.levelShift() != null),
            warning("gap weeks", rate -> rate.gapWeeks() != null && !rate.gapWeeks().isEmpty()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> warning(String what, Predicate<PublicationRate> has) {
    List<String> names =
        rates.entrySet().stream()
            .filter(rate -> has.test(rate.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Plural.of(names.size(), "outlet")
                + " with "
                + what
                + " ("
                + some
                + (names.size() > NAMED ? " and others" : "")
                + "): a fall of a term there may merely reflect fewer articles; see source_periods");
  }

  /** The sources that are compared with one another, in the order of their names. */
  List<String> compared() {
    return compared;
  }

  /** What sources copied from one another. */
  SourceCopies copies() {
    return copies;
  }

  /** How words differ; null if none were counted. */
  synchronized SourceWords words() {
    if (words == null && terms != null) {
      words = SourceWords.of(terms, compared);
    }
    return words;
  }

  /** The articles of a source by topic_id. */
  TreeMap<Integer, Long> topics(String source) {
    return topics.getOrDefault(source, new TreeMap<>());
  }

  /** All articles by topic_id. */
  TreeMap<Integer, Long> topics() {
    TreeMap<Integer, Long> all = new TreeMap<>();
    topics.values().forEach(some -> some.forEach((topic, n) -> all.merge(topic, n, Long::sum)));
    return all;
  }
}
