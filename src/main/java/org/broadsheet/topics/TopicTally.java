package org.broadsheet.topics;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.text.TermBlock;

/**
 * Counts by topic: articles, and the tf and df of every word. Whole numbers only, so that the order
 * in which blocks are added does not matter.
 */
final class TopicTally implements Serializable {

  /** The counts of one language, by topic. */
  record Counts(long[] articles, WordTally[] words) implements Serializable {
    static Counts none(int topics) {
      return new Counts(
          new long[topics],
          Stream.generate(WordTally::new).limit(topics).toArray(WordTally[]::new));
    }

    void add(int topic, WordCounts article) {
      articles[topic]++;
      for (int i = 0; i < article.terms().length; i++) {
        words[topic].add(article.terms()[i], article.tfs()[i], 1);
      }
    }

    private Counts add(Counts other) {
      for (int topic = 0; topic < articles.length; topic++) {
        articles[topic] += other.articles[topic];
        words[topic].add(other.words[topic]);
      }
      return this;
    }
  }

  private final Map<String, Counts> languages = new HashMap<>();

  /** The counts of a language; null if none of its articles has a topic. */
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
        String language = block.groups().get(articles.group()[i]).place().language();
        Assignment.Assigner assigner = assigners.get(language);
        int[] translation =
            translations.computeIfAbsent(
                language, l -> WordCounts.translation(block, assigner.index()));
        languages
            .computeIfAbsent(language, l -> Counts.none(assigner.model().topics()))
            .add(topic, WordCounts.of(articles, i, translation));
      }
    }
    return this;
  }

  TopicTally add(TopicTally other) {
    other.languages.forEach((language, counts) -> languages.merge(language, counts, Counts::add));
    return this;
  }
}
