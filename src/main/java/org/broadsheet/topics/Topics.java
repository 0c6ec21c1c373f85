package org.broadsheet.topics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.UserException;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.MergeableSum;
import org.broadsheet.table.Plural;
import org.broadsheet.topics.assigning.Assignments;
import org.broadsheet.topics.assigning.TopicAssigner;
import org.broadsheet.topics.describing.NumberedTopics;
import org.broadsheet.topics.describing.Topic;
import org.broadsheet.topics.describing.TopicPhrases;
import org.broadsheet.topics.describing.TopicTally;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.learning.LearnedTopics;
import org.broadsheet.topics.learning.SemanticLearner;
import org.broadsheet.topics.learning.TopicLearner;
import org.broadsheet.topics.learning.TopicModel;
import org.broadsheet.topics.learning.TopicSettings;
import org.broadsheet.topics.mllib.MllibKMeans;
import org.broadsheet.topics.mllib.MllibLda;
import org.broadsheet.topics.quality.TopicQuality;
import org.broadsheet.topics.saved.SavedTopics;

/**
 * The topics of a corpus, from which the tables about topics are made. The method {@code find}
 * shows how they are found.
 *
 * @param terms the counted articles
 * @param settings how topics are found
 * @param saved the topics of an earlier run that are used here; null if this run found its own
 * @param learned what was learned in each language; empty if the topics are those of an earlier run
 * @param languages the topics of each language
 * @param assignments the articles with their topics
 * @param tally the counts of these articles
 * @param numbered the topics as they are published
 * @param quality the quality of the topics of each language; empty as {@code learned}
 */
public record Topics(
    CountedTerms terms,
    TopicSettings settings,
    SavedTopics saved,
    List<LearnedTopics> learned,
    List<LanguageTopics> languages,
    Assignments assignments,
    TopicTally tally,
    NumberedTopics numbered,
    Map<String, TopicQuality> quality) {

  /** The fewest articles of a language with topics; the main language may have fewer. */
  private static final long FEWEST_ARTICLES = 50;

  /** The fewest articles of such a language for each topic. */
  private static final long ARTICLES_PER_TOPIC = 5;

  /**
   * Finds the topics of a corpus, or takes those of an earlier run, and assigns every article.
   *
   * @param terms the counted articles
   * @param settings how to find them
   * @param saved the topics of an earlier run; null to find topics
   * @return the topics
   * @throws UserException if k is above the number of articles of the main language
   */
  public static Topics of(CountedTerms terms, TopicSettings settings, SavedTopics saved) {
    return saved == null ? find(terms, settings) : reuse(terms, settings, saved);
  }

  private static Topics find(CountedTerms terms, TopicSettings settings) {
    List<LearnedTopics> learned = learn(terms, settings);
    List<LanguageTopics> languages = learned.stream().map(LearnedTopics::topics).toList();
    Assignments assignments = Assignments.of(terms, languages);
    TopicTally tally = MergeableSum.over(assignments.blocks(), new TopicTally());
    NumberedTopics unnamed = NumberedTopics.bySize(languages, tally, settings.outliers());
    NumberedTopics numbered = unnamed.labelled(TopicPhrases.of(terms, unnamed.topics()));
    Map<String, TopicQuality> quality = quality(learned);
    return new Topics(
        terms, settings, null, learned, languages, assignments, tally, numbered, quality);
  }

  private static Topics reuse(CountedTerms terms, TopicSettings settings, SavedTopics saved) {
    List<LanguageTopics> languages = saved.languages();
    Assignments assignments = Assignments.of(terms, languages);
    TopicTally tally = MergeableSum.over(assignments.blocks(), new TopicTally());
    NumberedTopics numbered = NumberedTopics.asSaved(saved, tally);
    return new Topics(
        terms, settings, saved, List.of(), languages, assignments, tally, numbered, Map.of());
  }

  private static List<LearnedTopics> learn(CountedTerms terms, TopicSettings settings) {
    TopicLearner learner = learner(settings.algorithm(), terms.spark());
    return languages(terms, settings).stream()
        .map(language -> TopicSampler.sample(terms, language, settings.sample()))
        .map(
            sample ->
                sample.isEmpty() ? LearnedTopics.nothing(sample) : learner.learn(sample, settings))
        .toList();
  }

  /** Lists the languages that topics are looked for in: the main one, and those large enough. */
  private static List<String> languages(CountedTerms terms, TopicSettings settings) {
    Map<String, Long> articles = terms.totals().articlesByLanguage();
    String main = terms.totals().mainLanguage();
    if (settings.k() != null && settings.k() > articles.get(main)) {
      throw UserException.of(
          "topics.k is %d, but the corpus has only %s in its main language (%s); set topics.k to %d or less, or to"
              + " auto",
          settings.k(), Plural.of(articles.get(main), "article"), main, articles.get(main));
    }
    long fewest =
        Math.max(FEWEST_ARTICLES, ARTICLES_PER_TOPIC * (settings.k() == null ? 0 : settings.k()));
    return articles.entrySet().stream()
        .filter(entry -> entry.getKey().equals(main) || entry.getValue() >= fewest)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Makes the learner of an algorithm.
   *
   * @param algorithm the algorithm
   * @param spark the session, for the learners of MLlib
   * @return the learner
   */
  static TopicLearner learner(TopicSettings.Algorithm algorithm, SparkSession spark) {
    return switch (algorithm) {
      case AUTO -> new SemanticLearner();
      case KMEANS -> new MllibKMeans(spark);
      case LDA -> new MllibLda(spark);
    };
  }

  private static Map<String, TopicQuality> quality(List<LearnedTopics> learned) {
    Map<String, TopicQuality> quality = new HashMap<>();
    learned.forEach(topics -> quality.put(topics.language(), new TopicQuality(topics)));
    return quality;
  }

  /**
   * Saves the topics for later runs.
   *
   * @param run the id of this run
   * @param files writes files in the directory of the run
   * @param description receives {@value SavedTopics#DESCRIPTION}, after the files
   * @throws IOException if they cannot be written
   */
  public void save(String run, SavedTopics.FileWriter files, OutputStream description)
      throws IOException {
    SavedTopics kept = saved == null ? saved(run) : saved;
    kept.write(files, description);
  }

  private SavedTopics saved(String run) {
    return new SavedTopics(
        run,
        languages.stream()
            .filter(LanguageTopics::hasTopics)
            .map(
                topics ->
                    LanguageTopics.ofPublished(
                        topics.vocabulary(), topics.model(), numbered.ids().get(topics.language())))
            .toList(),
        numbered.topics().stream().map(Topic::saved).toList());
  }

  /** {@return the session that the tables are made in} */
  public SparkSession spark() {
    return terms.spark();
  }

  /**
   * Returns the model of a language.
   *
   * @param language a language with topics
   * @return its model
   */
  public TopicModel model(String language) {
    return languages.stream()
        .filter(topics -> topics.language().equals(language))
        .findFirst()
        .orElseThrow()
        .model();
  }

  /** {@return the number of topics, over all languages} */
  public int number() {
    return numbered.topics().size();
  }

  /**
   * {@return for each source, the number of its articles of each topic_id; those without a topic
   * are left out}
   */
  public Map<String, TreeMap<Integer, Long>> bySource() {
    Map<String, TreeMap<Integer, Long>> bySource = new TreeMap<>();
    numbered
        .ids()
        .forEach(
            (language, ids) ->
                tally
                    .of(language)
                    .byGroup()
                    .forEach(
                        (key, articles) ->
                            addTopics(
                                articles,
                                ids,
                                bySource.computeIfAbsent(key.source(), s -> new TreeMap<>()))));
    return bySource;
  }

  private static void addTopics(
      Map<Integer, Long> articles, int[] ids, TreeMap<Integer, Long> byId) {
    articles.forEach(
        (cluster, count) -> {
          if (cluster != TopicAssigner.NONE) {
            byId.merge(ids[cluster], count, Long::sum);
          }
        });
  }

  /**
   * {@return whether articles of the main language can have a topic: not if the topics are those of
   * an earlier run, which has none of this language}
   */
  public boolean areOfMainLanguage() {
    String main = terms.totals().mainLanguage();
    return saved == null || languages.stream().anyMatch(l -> l.language().equals(main));
  }

  /**
   * {@return the languages in which topics were looked for but not found, because no article has a
   * word of the vocabulary}
   */
  public List<String> languagesWithoutTopics() {
    return languages.stream()
        .filter(topics -> !topics.hasTopics())
        .map(LanguageTopics::language)
        .toList();
  }

  /** {@return a sentence for each language with topics that says why there are so many} */
  public List<String> reasons() {
    return saved == null
        ? learned.stream()
            .filter(topics -> topics.chosen() != null)
            .map(topics -> topics.language() + ": " + topics.why())
            .toList()
        : languages.stream()
            .map(LanguageTopics::language)
            .map(language -> language + ": those of the run " + saved.run() + fit(language))
            .toList();
  }

  /** Describes how well the articles of a language fit the topics of an earlier run. */
  private String fit(String language) {
    List<Topic> topics =
        numbered.topics().stream().filter(topic -> topic.language().equals(language)).toList();
    double articles = topics.stream().mapToLong(Topic::articles).sum();
    return articles == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", which the articles fit with a mean similarity of %.2f (%.2f where they were found)",
            topics.stream().mapToDouble(t -> t.stats().similarity()).sum() / articles,
            topics.stream().mapToDouble(t -> t.articles() * t.modelCohesion()).sum() / articles);
  }
}
