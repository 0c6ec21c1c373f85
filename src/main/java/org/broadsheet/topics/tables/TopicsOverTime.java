package org.broadsheet.topics.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.stats.MannKendall;
import org.broadsheet.terms.Calendar;
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.describing.Topic;
import org.broadsheet.topics.learning.LanguageTopics;

/** The articles of each topic in each period, and whether the share of a topic rises or falls. */
public final class TopicsOverTime {

  /** In a period with fewer articles, a share depends too much on chance. */
  private static final long FEWEST_ARTICLES = 5;

  /** With fewer periods, no order of their shares is significant after correction. */
  private static final int FEWEST_PERIODS = 8;

  private final Topics topics;
  private final Calendar calendar;
  private final Broadcast<HashMap<String, TreeMap<Integer, ArticlesByTopic>>> byPeriod;

  private TopicsOverTime(
      Topics topics,
      Calendar calendar,
      Broadcast<HashMap<String, TreeMap<Integer, ArticlesByTopic>>> byPeriod) {
    this.topics = topics;
    this.calendar = calendar;
    this.byPeriod = byPeriod;
  }

  /**
   * Adds up the articles of each period.
   *
   * @param topics the topics
   * @param calendar the periods
   * @return the articles of each topic in each period
   */
  public static TopicsOverTime of(Topics topics, Calendar calendar) {
    HashMap<String, TreeMap<Integer, ArticlesByTopic>> byPeriod = new HashMap<>();
    for (LanguageTopics language : topics.languages()) {
      String code = language.language();
      byPeriod.put(code, new TreeMap<>(datedArticles(topics, code, GroupKey::period)));
    }
    return new TopicsOverTime(topics, calendar, topics.terms().broadcast(byPeriod));
  }

  /** The articles of a language that have a date, by a part of what they are counted by. */
  static <K> Map<K, ArticlesByTopic> datedArticles(
      Topics topics, String language, Function<GroupKey, K> part) {
    Map<K, ArticlesByTopic> sums = new HashMap<>();
    topics
        .tally()
        .of(language)
        .byGroup()
        .forEach(
            (key, articles) -> {
              if (key.period() != null) {
                sums.computeIfAbsent(part.apply(key), k -> new ArticlesByTopic()).add(articles);
              }
            });
    return sums;
  }

  /** The topics. */
  Topics topics() {
    return topics;
  }

  /** The first day of each period, as a day of the epoch. */
  int[] days() {
    return calendar.days();
  }

  /**
   * For each language, the articles of each period that has any, by the first day of the period.
   */
  Broadcast<HashMap<String, TreeMap<Integer, ArticlesByTopic>>> byPeriod() {
    return byPeriod;
  }

  /** The share of a topic in each period with enough articles of its language. */
  double[] shares(Topic topic) {
    return byPeriod.value().get(topic.language()).values().stream()
        .filter(period -> period.all() >= FEWEST_ARTICLES)
        .mapToDouble(period -> (double) period.of(topic.cluster()) / period.all())
        .toArray();
  }

  /** Tests whether shares rise or fall; null if there are too few. */
  static MannKendall trend(double[] shares) {
    return shares.length < FEWEST_PERIODS ? null : MannKendall.of(shares);
  }
}
