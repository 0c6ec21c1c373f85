package org.broadsheet.sources;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.copies.Copies;
import org.broadsheet.copies.OutletCopies;
import org.broadsheet.terms.CountedTerms;
import org.broadsheet.terms.OutletWords;
import org.broadsheet.topics.Topics;

/** What other parts of the analysis found out about outlets. */
public final class OutletFindings {

  private final List<String> compared;
  private final OutletCopies copies;
  private final CountedTerms terms;
  private final Map<String, TreeMap<Integer, Long>> topics;

  /** Found by the first of the tables that need it: they are made at the same time. */
  private OutletWords words;

  /**
   * Gathers what is known.
   *
   * @param articles the articles of each source
   * @param copies what outlets print of one another
   * @param terms their terms; null if none were counted
   * @param topics their topics; null if none were found
   */
  public OutletFindings(
      Map<String, Long> articles, Copies copies, CountedTerms terms, Topics topics) {
    this.compared = SourcePairs.outlets(articles);
    this.copies = new OutletCopies(copies);
    this.terms = terms;
    this.topics = topics == null ? Map.of() : topics.bySource();
  }

  /** The outlets that are compared with one another, in the order of their names. */
  List<String> compared() {
    return compared;
  }

  OutletCopies copies() {
    return copies;
  }

  /** How words differ; null if none were counted. */
  synchronized OutletWords words() {
    if (words == null && terms != null) {
      words = OutletWords.of(terms, compared);
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
