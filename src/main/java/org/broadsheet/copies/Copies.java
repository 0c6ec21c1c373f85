package org.broadsheet.copies;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
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
  private final CopyMembers members;
  private final CopyGroupList groups;

  /** Made for the first table that needs it. */
  private Broadcast<CopyMarks> marks;

  private Copies(
      SparkSession spark,
      CopySettings settings,
      CopyFinder.FoundPairs found,
      ArticleIndex index,
      CopyMembers members,
      CopyGroupList groups) {
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
    CopyMembers members = members(articles, index, centres);
    return new Copies(spark, settings, found, index, members, groups(members, index, centres));
  }

  /** Puts an article that was not compared into the group of the article that it repeats. */
  private static void follow(int repeated, int article, int[] centres) {
    if (centres[repeated] == StarClustering.NONE) {
      centres[repeated] = repeated;
    }
    centres[article] = centres[repeated];
  }

  /** The articles that have a centre. */
  private static CopyMembers members(Dataset<Row> articles, ArticleIndex index, int[] centres) {
    ArticleNumbers.ArticleNumbersBuilder wanted = new ArticleNumbers.ArticleNumbersBuilder();
    for (int article = 0; article < centres.length; article++) {
      if (centres[article] != StarClustering.NONE) {
        wanted.add(index.id(article), centres[article]);
      }
    }
    return CopyMembers.sorted(
        collected(articles.select(CopyMember.COLUMNS), wanted.build(), CopyMembers::of));
  }

  /** What is made of the rows of some articles, in each partition. */
  private static <T> List<T> collected(
      Dataset<Row> articles, ArticleNumbers wanted, Function<Iterator<Row>, T> made) {
    Broadcast<ArticleNumbers> shared =
        JavaSparkContext.fromSparkContext(articles.sparkSession().sparkContext()).broadcast(wanted);
    UDF1<String, Boolean> isWanted = id -> shared.value().get(id) != ArticleNumbers.NONE;
    List<T> all =
        articles
            .where(udf(isWanted, DataTypes.BooleanType).apply(col("article_id")))
            .toJavaRDD()
            .mapPartitions(rows -> List.of(made.call(rows)).iterator())
            .collect();
    shared.destroy();
    return all;
  }

  private static CopyGroupList groups(CopyMembers members, ArticleIndex index, int[] centres) {
    int[] ofMembers =
        IntStream.range(0, members.size())
            .map(member -> centres[index.number(members.id(member))])
            .toArray();
    return CopyGroupList.of(members, ofMembers);
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

  /** The numbers from 0 on, in as many parts as Spark makes of what the driver has. */
  JavaRDD<Integer> numbers(int size) {
    int parts = spark.sparkContext().defaultParallelism();
    return spark
        .sparkContext()
        .range(0, size, 1, parts)
        .toJavaRDD()
        .map(number -> ((Number) number).intValue());
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

  /** All articles, as tasks read them. */
  Broadcast<ArticleIndex> index() {
    return found.index();
  }

  /** The articles that are in a pair. */
  CopyMembers members() {
    return members;
  }

  /** The groups, by their ids. */
  CopyGroupList groups() {
    return groups;
  }

  /**
   * Weighs the articles that have a copy, so that each story counts once.
   *
   * @param fields rows of article_id and fields: the values that articles are compared by
   * @param compared the names of the fields; empty for none
   * @return their weights; none if the job counts every article
   */
  public ArticleValues<DuplicateWeight> duplicateWeights(
      Dataset<Row> fields, List<String> compared) {
    ArticleValues.ArticleValuesBuilder<DuplicateWeight> weights =
        new ArticleValues.ArticleValuesBuilder<>();
    if (settings.countsOnce()) {
      ArticleValues<List<String>> values = values(fields, compared);
      groups.forEach(group -> Representatives.weigh(group, values, weights::add));
    }
    return weights.build();
  }

  /** The values of the compared fields of the articles that are in a group. */
  private ArticleValues<List<String>> values(Dataset<Row> fields, List<String> compared) {
    ArticleValues.ArticleValuesBuilder<List<String>> values =
        new ArticleValues.ArticleValuesBuilder<>();
    if (!compared.isEmpty()) {
      collected(fields, groups.numbers(), Copies::values).forEach(values::addAll);
    }
    return values.build();
  }

  private static ArticleValues<List<String>> values(Iterator<Row> rows) {
    ArticleValues.ArticleValuesBuilder<List<String>> values =
        new ArticleValues.ArticleValuesBuilder<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      values.add(row.getAs("article_id"), new ArrayList<>(row.getList(row.fieldIndex("fields"))));
    }
    return values.build();
  }

  /**
   * The groups of the articles that are in one.
   *
   * @return the number of the group of each
   */
  public ArticleNumbers groupNumbers() {
    return groups.numbers();
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
    return groups.isEmpty()
        ? "no copies"
        : Plural.of(groups.size(), "copy group") + " of " + Plural.of(groups.articles(), "article");
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
