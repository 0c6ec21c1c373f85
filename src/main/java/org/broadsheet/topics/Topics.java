package org.broadsheet.topics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.UserException;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.table.Counts;

/**
 * The topics of a corpus, that its tables about topics are made of. Topics are found within a
 * language: counted by Spark, learned on the driver from a bounded sample, and every article
 * assigned in one pass.
 */
public final class Topics {

  /**
   * Fewest articles that a language needs, by itself and for each topic; the main language needs
   * none.
   */
  private static final long FEWEST_ARTICLES = 50;

  private static final long ARTICLES_PER_TOPIC = 5;

  private final CountedTerms terms;
  private final TopicSettings settings;
  private final List<LanguageTopics> languages;
  private final SavedTopics saved;
  private final Broadcast<Map<String, Assigner>> assigners;
  private final TopicTally tally;
  private final NumberedTopics numbered;
  private final Dataset<Row> assigned;
  private final Map<String, TopicQuality> qualities = new ConcurrentHashMap<>();

  private Topics(
      CountedTerms terms,
      TopicSettings settings,
      List<LanguageTopics> languages,
      SavedTopics saved) {
    this.terms = terms;
    this.settings = settings;
    this.languages = languages;
    this.saved = saved;
    Map<String, Assigner> byLanguage = new HashMap<>();
    languages.forEach(language -> byLanguage.put(language.language(), language.assigner()));
    Broadcast<Map<String, Assigner>> shared = terms.broadcast(byLanguage);
    JavaRDD<Assignment> assignments =
        terms
            .bagsOfWords()
            .map(block -> Assignment.of(block, shared.value()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    this.assigners = shared;
    Broadcast<HashMap<String, Integer>> copyGroups = terms.copyGroups();
    this.tally =
        terms
            .bagsOfWords()
            .zip(assignments)
            .treeAggregate(
                new TopicTally(),
                (sums, pair) -> sums.add(pair._1(), pair._2(), shared.value(), copyGroups.value()),
                TopicTally::add);
    this.numbered = described();
    this.assigned = ArticleTopics.assigned(terms, assignments, numbered.ids(), outlierBounds());
  }

  /**
   * Finds the topics of a corpus, or takes those of another run.
   *
   * @param terms the counts
   * @param settings how
   * @param saved the topics of another run; null to find them
   * @return the topics, every article assigned
   * @throws UserException if k is above the number of articles of the main language
   */
  public static Topics of(CountedTerms terms, TopicSettings settings, SavedTopics saved) {
    List<LanguageTopics> languages =
        saved == null
            ? languages(terms, settings).stream()
                .map(language -> LanguageTopics.learn(terms, language, settings))
                .toList()
            : saved.languages().stream()
                .map(language -> LanguageTopics.of(language, saved.run()))
                .toList();
    return new Topics(terms, settings, languages, saved);
  }

  /** The languages with topics: the main one, and those with articles enough. */
  private static List<String> languages(CountedTerms terms, TopicSettings settings) {
    Map<String, Long> articles = terms.totals().articlesByLanguage();
    String main = terms.totals().mainLanguage();
    if (settings.k() != null && settings.k() > articles.get(main)) {
      throw UserException.of(
          "topics.k is %d, but the corpus has only %s in its main language (%s); set topics.k to %d or less, or to"
              + " auto",
          settings.k(), Counts.of(articles.get(main), "article"), main, articles.get(main));
    }
    long fewest =
        Math.max(FEWEST_ARTICLES, ARTICLES_PER_TOPIC * (settings.k() == null ? 0 : settings.k()));
    return articles.entrySet().stream()
        .filter(entry -> entry.getKey().equals(main) || entry.getValue() >= fewest)
        .map(Map.Entry::getKey)
        .toList();
  }

  private NumberedTopics described() {
    if (saved != null) {
      return NumberedTopics.of(languages, tally, saved.topics());
    }
    NumberedTopics unnamed = NumberedTopics.of(languages, tally);
    return unnamed.labelled(Phrases.of(terms, unnamed.topics()));
  }

  /** For each language, the similarity below which an article of a cluster is an outlier. */
  private Map<String, double[]> outlierBounds() {
    Map<String, double[]> bounds = new HashMap<>();
    for (NumberedTopics.Topic topic : numbered.topics()) {
      bounds
              .computeIfAbsent(topic.language(), l -> new double[numbered.ids().get(l).length])[
              topic.cluster()] =
          outlierBound(topic);
    }
    return bounds;
  }

  /** The similarity below which an article of a topic is an outlier. */
  double outlierBound(NumberedTopics.Topic topic) {
    return saved == null
        ? topic.counts().outlierBound(settings.outliers())
        : saved.topic(topic.id()).outlierBound();
  }

  boolean areOfAnotherRun() {
    return saved != null;
  }

  /**
   * Whether articles of the main language can have a topic.
   *
   * @return false if another run's topics are all of other languages
   */
  public boolean areOfMainLanguage() {
    String main = terms.totals().mainLanguage();
    return saved == null
        || saved.languages().stream().anyMatch(l -> l.vocabulary().language().equals(main));
  }

  /** How similar a topic's articles were in the run that found it; null if this one did. */
  Double modelCohesion(NumberedTopics.Topic topic) {
    return saved == null ? null : (Double) saved.topic(topic.id()).cohesion();
  }

  /** Gives every task a value that the driver knows. */
  <T> Broadcast<T> shared(T value) {
    return terms.broadcast(value);
  }

  SparkSession spark() {
    return terms.spark();
  }

  TopicSettings settings() {
    return settings;
  }

  List<LanguageTopics> languages() {
    return languages;
  }

  NumberedTopics numbered() {
    return numbered;
  }

  JavaRDD<BagOfWordsBlock> blocks() {
    return terms.bagsOfWords();
  }

  Broadcast<HashMap<String, Integer>> copyGroups() {
    return terms.copyGroups();
  }

  Broadcast<Map<String, Assigner>> assigners() {
    return assigners;
  }

  /** The articles with their topics. */
  Dataset<Row> assigned() {
    return assigned;
  }

  /** For each place, the articles of each topic of the language's model, see {@link TopicTally}. */
  Map<GroupKey, TreeMap<Integer, Long>> places(String language) {
    TopicTally.Counts counts = tally.of(language);
    return counts == null ? Map.of() : counts.places();
  }

  /**
   * What outlets write about.
   *
   * @return for each outlet, its articles by topic_id; those without a topic are left out
   */
  public Map<String, TreeMap<Integer, Long>> bySource() {
    Map<String, TreeMap<Integer, Long>> bySource = new TreeMap<>();
    numbered
        .ids()
        .forEach(
            (language, ids) ->
                places(language)
                    .forEach(
                        (place, articles) -> {
                          TreeMap<Integer, Long> topics =
                              bySource.computeIfAbsent(place.source(), s -> new TreeMap<>());
                          articles.forEach(
                              (cluster, count) -> {
                                if (cluster != Assignment.NONE) {
                                  topics.merge(ids[cluster], count, Long::sum);
                                }
                              });
                        }));
    return bySource;
  }

  /** By how many the articles of each part of a language are above its stories. */
  <K> Map<K, Long> repeats(String language, Function<TopicTally.Copied, K> part) {
    TopicTally.Counts counts = tally.of(language);
    return counts == null ? Map.of() : counts.repeats(part);
  }

  TopicModel model(String language) {
    return ofLanguage(language).assigner().model();
  }

  TopicQuality quality(String language) {
    return qualities.computeIfAbsent(language, l -> new TopicQuality(ofLanguage(l)));
  }

  private LanguageTopics ofLanguage(String language) {
    return languages.stream().filter(l -> l.language().equals(language)).findFirst().orElseThrow();
  }

  /**
   * Saves the topics for later runs.
   *
   * @param run the id of this run
   * @param parts takes the parts
   * @param description takes {@value SavedTopics#DESCRIPTION}, after the parts
   * @throws IOException if they cannot be written
   */
  public void save(String run, SavedTopics.Parts parts, OutputStream description)
      throws IOException {
    if (saved != null) {
      saved.write(parts, description);
      return;
    }
    new SavedTopics(
            run,
            languages.stream()
                .filter(LanguageTopics::hasTopics)
                .map(l -> SavedTopics.Language.of(l, numbered.ids().get(l.language())))
                .toList(),
            numbered.topics().stream()
                .map(topic -> SavedTopics.Known.of(topic, outlierBound(topic)))
                .toList())
        .write(parts, description);
  }

  /**
   * How many topics there are.
   *
   * @return the number, over all languages
   */
  public int number() {
    return numbered.topics().size();
  }

  /**
   * Why there are so many topics.
   *
   * @return a sentence for each language with topics
   */
  public List<String> reasons() {
    return languages.stream()
        .filter(LanguageTopics::hasTopics)
        .map(language -> language.language() + ": " + language.why() + fit(language.language()))
        .toList();
  }

  /** How well the articles of a language fit the topics of another run. */
  private String fit(String language) {
    List<NumberedTopics.Topic> topics =
        numbered.topics().stream().filter(topic -> topic.language().equals(language)).toList();
    double articles = topics.stream().mapToLong(NumberedTopics.Topic::articles).sum();
    return saved == null || articles == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", which the articles fit with a mean similarity of %.2f (%.2f where they were found)",
            topics.stream().mapToDouble(t -> t.counts().similarity()).sum() / articles,
            topics.stream().mapToDouble(t -> t.articles() * modelCohesion(t)).sum() / articles);
  }

  /**
   * The languages that topics were looked for in but not found, since no article has a word to
   * cluster by.
   *
   * @return their codes
   */
  public List<String> languagesWithoutTopics() {
    return languages.stream()
        .filter(language -> !language.hasTopics())
        .map(LanguageTopics::language)
        .toList();
  }
}
