package org.broadsheet.topics;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.text.TermBlock;

/**
 * Counts by topic: articles, and the tf and df of every word of the vocabulary. Whole numbers only,
 * so that the order in which blocks are added does not matter.
 */
final class TopicTally implements Serializable {

  /** The counts of one language: by topic, and by topic and word. */
  record Counts(long[] articles, long[][] tf, long[][] df) implements Serializable {
    static Counts none(int topics, int words) {
      return new Counts(new long[topics], new long[topics][words], new long[topics][words]);
    }
  }

  private final Map<String, Counts> languages = new HashMap<>();

  Counts of(String language) {
    return languages.get(language);
  }

  TopicTally add(
      TermBlock block, Assignment assignment, Map<String, Assignment.Assigner> assigners) {
    TermBlock.Articles articles = block.articles();
    Map<String, int[]> translations = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      int topic = assignment.topic()[i];
      if (topic != Assignment.NONE) {
        String language = block.groups().get(articles.group()[i]).language();
        Assignment.Assigner assigner = assigners.get(language);
        int[] translation =
            translations.computeIfAbsent(
                language, l -> WordCounts.translation(block, assigner.index()));
        Counts counts =
            languages.computeIfAbsent(
                language, l -> Counts.none(assigner.model().topics(), assigner.index().size()));
        add(WordCounts.of(articles, i, translation), topic, counts);
      }
    }
    return this;
  }

  private static void add(WordCounts article, int topic, Counts counts) {
    counts.articles[topic]++;
    for (int i = 0; i < article.terms().length; i++) {
      counts.tf[topic][article.terms()[i]] += article.tfs()[i];
      counts.df[topic][article.terms()[i]]++;
    }
  }

  TopicTally add(TopicTally other) {
    other.languages.forEach(
        (language, counts) -> languages.merge(language, counts, TopicTally::sum));
    return this;
  }

  private static Counts sum(Counts a, Counts b) {
    add(b.articles, a.articles);
    for (int topic = 0; topic < a.tf.length; topic++) {
      add(b.tf[topic], a.tf[topic]);
      add(b.df[topic], a.df[topic]);
    }
    return a;
  }

  private static void add(long[] from, long[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }
}
