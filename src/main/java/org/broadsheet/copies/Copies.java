package org.broadsheet.copies;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.broadsheet.table.Plural;

/** The copies in a corpus: pairs, and groups of them with who was first. */
public final class Copies {

  private final SparkSession spark;
  private final CopySettings settings;
  private final CopyFinder.FoundPairs found;
  private final ArticleIndex index;
  private final HashMap<Integer, CopyMember> members;
  private final List<CopyGroup> groups;

  /** Made for the first table that needs it. */
  private Broadcast<HashMap<String, Row>> marks;

  private Copies(
      SparkSession spark,
      CopySettings settings,
      CopyFinder.FoundPairs found,
      ArticleIndex index,
      HashMap<Integer, CopyMember> members,
      List<CopyGroup> groups) {
    this.spark = spark;
    this.settings = settings;
    this.found = found;
    this.index = index;
    this.members = members;
    this.groups = groups;
  }

  /**
   * Finds the copies: one pass over the text.
   *
   * @param spark the session
   * @param texts accepted articles with their words
   * @param articles the same articles without their texts
   * @param settings how
   * @return what was found
   */
  public static Copies find(
      SparkSession spark, Dataset<Row> texts, Dataset<Row> articles, CopySettings settings) {
    JavaRDD<ShingleBlock> blocks = ShingleBlocks.of(texts);
    ArticleIndex index =
        ArticleIndex.of(blocks.map(ShingleBlock::facts).collect(), settings.days());
    CopyFinder.FoundPairs found = CopyFinder.find(spark, blocks, index);
    int[] centres = StarClustering.centres(found.pairs(), index);
    blocks.unpersist();
    index.repeating().forEach(article -> follow(index.repeated(article), article, centres));
    HashMap<Integer, CopyMember> members = members(articles, index, centres);
    return new Copies(spark, settings, found, index, members, groups(centres, members));
  }

  /** Puts an article that was not compared into the group of the article that it repeats. */
  private static void follow(int repeated, int article, int[] centres) {
    if (centres[repeated] == StarClustering.NONE) {
      centres[repeated] = repeated;
    }
    centres[article] = centres[repeated];
  }

  /** The articles that have a centre, by their numbers. */
  private static HashMap<Integer, CopyMember> members(
      Dataset<Row> articles, ArticleIndex index, int[] centres) {
    HashSet<String> ids = new HashSet<>();
    for (int article = 0; article < centres.length; article++) {
      if (centres[article] != StarClustering.NONE) {
        ids.add(ShingleBlocks.articleId(index.id(article)));
      }
    }
    HashMap<Integer, CopyMember> members = new HashMap<>();
    for (Row row : rowsOf(ids, articles.select(CopyMember.COLUMNS))) {
      CopyMember member = CopyMember.of(row);
      members.put(index.number(ShingleBlocks.id(member.id())), member);
    }
    return members;
  }

  /** The rows of some articles. */
  private static List<Row> rowsOf(HashSet<String> ids, Dataset<Row> articles) {
    Broadcast<HashSet<String>> shared =
        JavaSparkContext.fromSparkContext(articles.sparkSession().sparkContext()).broadcast(ids);
    UDF1<String, Boolean> isWanted = id -> shared.value().contains(id);
    List<Row> rows =
        articles
            .where(udf(isWanted, DataTypes.BooleanType).apply(col("article_id")))
            .collectAsList();
    shared.destroy();
    return rows;
  }

  private static List<CopyGroup> groups(int[] centres, Map<Integer, CopyMember> members) {
    Map<Integer, List<CopyMember>> byCentre = new TreeMap<>();
    members.forEach(
        (article, member) ->
            byCentre.computeIfAbsent(centres[article], c -> new ArrayList<>()).add(member));
    return byCentre.values().stream()
        .filter(group -> group.size() > 1)
        .map(CopyGroup::of)
        .sorted(Comparator.comparing(CopyGroup::id))
        .toList();
  }

  SparkSession spark() {
    return spark;
  }

  /**
   * Gives a value to every task. It lives as long as the run: the rows that need it are computed
   * when their table is written, and again where an executor is lost.
   */
  <T> Broadcast<T> shared(T value) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }

  /** All pairs, those with articles that were not compared included. */
  JavaRDD<PairSimilarity> pairs() {
    List<PairSimilarity> repeats = index.repeating().mapToObj(this::repeat).toList();
    return repeats.isEmpty()
        ? found.pairs()
        : found
            .pairs()
            .union(JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(repeats));
  }

  private PairSimilarity repeat(int article) {
    int size = index.shingles(article);
    return new PairSimilarity(index.repeated(article), article, size, size, size);
  }

  /** The articles that are in a pair, by their numbers. */
  HashMap<Integer, CopyMember> members() {
    return members;
  }

  /** The groups, by their ids. */
  List<CopyGroup> groups() {
    return groups;
  }

  /**
   * Weighs the articles that have a copy, so that each story counts once.
   *
   * @param fields rows of article_id and fields: the values that articles are compared by
   * @param compared the names of the fields; empty for none
   * @return their weights by article_id; empty if the job counts every article
   */
  public HashMap<String, DuplicateWeight> duplicateWeights(
      Dataset<Row> fields, List<String> compared) {
    if (!settings.countsOnce()) {
      return new HashMap<>();
    }
    Map<String, List<String>> values = new HashMap<>();
    if (!compared.isEmpty()) {
      for (Row row : rowsOf(new HashSet<>(groupNumbers().keySet()), fields)) {
        values.put(row.getAs("article_id"), row.getList(row.fieldIndex("fields")));
      }
    }
    return Representatives.of(groups, values);
  }

  /**
   * The groups of the articles that are in one.
   *
   * @return the number of the group by article_id
   */
  public HashMap<String, Integer> groupNumbers() {
    HashMap<String, Integer> numbers = new HashMap<>();
    for (int group = 0; group < groups.size(); group++) {
      for (CopyMember member : groups.get(group).members()) {
        numbers.put(member.id(), group);
      }
    }
    return numbers;
  }

  /**
   * Adds to articles what they are among their copies.
   *
   * @param articles rows with article_id
   * @return the same rows with copy_group_id, copy_role and copy_group_agency, the agency that the
   *     copies are credited to most often
   */
  public Dataset<Row> marked(Dataset<Row> articles) {
    if (marks == null) {
      marks = shared(CopyMarks.of(groups));
    }
    return CopyMarks.added(articles, marks);
  }

  /**
   * What was found.
   *
   * @return how many groups of how many articles, for people
   */
  public String sentence() {
    long articles = groups.stream().mapToLong(group -> group.members().size()).sum();
    return groups.isEmpty()
        ? "no copies"
        : Plural.of(groups.size(), "copy group") + " of " + Plural.of(articles, "article");
  }

  /**
   * What was left out.
   *
   * @return a sentence each
   */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (found.crowding().mostCut() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "copies: %s of more than %d articles that look alike: a template, a notice, or a text in many versions."
                  + " About %,d of their pairs were not compared",
              Plural.of(found.crowding().mostBuckets(), "set"),
              CandidatePairs.CROWDED,
              found.crowding().mostCut()));
    }
    long repeating = index.repeating().count();
    if (repeating > 0) {
      warnings.add(
          "copies: "
              + Plural.of(repeating, "article")
              + " with the very words of many others; copy_pairs has each with the first of them only");
    }
    return warnings;
  }
}
