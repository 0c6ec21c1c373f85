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

/** What other parts of the analysis found out about outlets. */
public final class SourceFindings {

  /** Outlets that a warning names. */
  private static final int NAMED = 5;

  private final Dataset<Row> articles;
  private final List<String> compared;
  private final SourceCopies copies;
  private final CountedTerms terms;
  private final Map<String, TreeMap<Integer, Long>> topics;

  /** Found by the first of the tables that need them: they are made at the same time. */
  private SourceWords words;

  private HashMap<String, PublicationRate> feeds;

  /**
   * Gathers what is known.
   *
   * @param articles accepted articles, with what they are among their copies
   * @param numbers how many each source has
   * @param copies what outlets print of one another
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
    this.compared = SourcePairs.outlets(numbers);
    this.copies = new SourceCopies(copies);
    this.terms = terms;
    this.topics = topics == null ? Map.of() : topics.bySource();
  }

  /** The articles of all outlets. */
  Dataset<Row> articles() {
    return articles;
  }

  /** How steadily articles come, by outlet. */
  synchronized HashMap<String, PublicationRate> feeds() {
    if (feeds == null) {
      feeds = PublicationRate.bySource(articles);
    }
    return feeds;
  }

  /**
   * What should be known before a fall is read as news.
   *
   * @return a sentence each; none if no table needed to know
   */
  public synchronized List<String> warnings() {
    if (feeds == null) {
      return List.of();
    }
    return Stream.of(
            warning("a change of level", feed -> feed.levelShift() != null),
            warning("gap weeks", feed -> feed.gapWeeks() != null && !feed.gapWeeks().isEmpty()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> warning(String what, Predicate<PublicationRate> has) {
    List<String> names =
        feeds.entrySet().stream()
            .filter(feed -> has.test(feed.getValue()))
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
                + "): a fall of a term there may be one of the feed; see source_periods");
  }

  /** The outlets that are compared with one another, in the order of their names. */
  List<String> compared() {
    return compared;
  }

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

  /** The articles of an outlet by topic_id. */
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
