package org.broadsheet.topics.tables;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** The articles of a language in a period, of all sources or of one, counted by topic. */
final class ArticlesByTopic implements Serializable {

  static final ArticlesByTopic NONE = new ArticlesByTopic();

  private final TreeMap<Integer, Long> byCluster = new TreeMap<>();
  private long all;

  /** Adds numbers of articles by topic, as the model of the language numbers them. */
  void add(Map<Integer, Long> articles) {
    articles.forEach(
        (cluster, count) -> {
          byCluster.merge(cluster, count, Long::sum);
          all += count;
        });
  }

  /** The number of all articles, including those without a topic. */
  long all() {
    return all;
  }

  /** The number of articles of a topic. */
  long of(int cluster) {
    return byCluster.getOrDefault(cluster, 0L);
  }
}
