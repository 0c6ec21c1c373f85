package org.broadsheet.topics.describing;

import java.util.List;
import org.broadsheet.topics.saved.SavedTopic;

/**
 * A published topic.
 *
 * @param id its id, from 1; 0 before it has one
 * @param language its language
 * @param cluster its number in the model of the language
 * @param stats counts of its articles
 * @param terms the terms that describe it, by weight
 * @param label its name; null before it has one
 * @param outlierBound the similarity below which an article is an outlier
 * @param modelCohesion the mean similarity of its articles in the earlier run that found it; null
 *     if this run did
 */
public record Topic(
    int id,
    String language,
    int cluster,
    TopicStats stats,
    List<TopicTerm> terms,
    String label,
    double outlierBound,
    Double modelCohesion) {

  /** The number of terms that describe a topic in summaries, and for which quality is measured. */
  public static final int TOP_TERMS = 10;

  /** {@return the number of articles} */
  public long articles() {
    return stats.articles();
  }

  String firstTerm() {
    return terms.isEmpty() ? "" : terms.get(0).term();
  }

  Topic withId(int number) {
    return new Topic(number, language, cluster, stats, terms, label, outlierBound, modelCohesion);
  }

  Topic withLabel(String name) {
    return new Topic(id, language, cluster, stats, terms, name, outlierBound, modelCohesion);
  }

  /**
   * Returns the first terms.
   *
   * @return at most {@value #TOP_TERMS}
   */
  public List<TopicTerm> topTerms() {
    return terms.subList(0, Math.min(TOP_TERMS, terms.size()));
  }

  /**
   * Returns the numbers of the first terms in the vocabulary.
   *
   * @return at most {@value #TOP_TERMS}
   */
  public int[] topWords() {
    return topTerms().stream().mapToInt(TopicTerm::word).toArray();
  }

  /** {@return the mean exclusivity of the first terms, as in MALLET; null if there are none} */
  public Double exclusivity() {
    double sum = 0;
    for (TopicTerm term : topTerms()) {
      sum += term.exclusivity();
    }
    return terms.isEmpty() ? null : (Double) (sum / topTerms().size());
  }

  /** {@return the topic as it is saved for later runs} */
  public SavedTopic saved() {
    return new SavedTopic(id, language, cluster, label, stats.cohesion(), outlierBound);
  }
}
