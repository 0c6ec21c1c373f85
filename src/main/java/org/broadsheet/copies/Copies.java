package org.broadsheet.copies;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.broadsheet.table.ColumnType.STRING;

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
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.broadsheet.table.Plural;
import org.broadsheet.table.RowEncoder;

/** The copies in a corpus: pairs, and groups of them with who was first. */
public final class Copies {

  private static final RowEncoder<Mark> MARKS =
      RowEncoder.<Mark>ofHelper()
          .column("copy_group_id", STRING, mark -> mark.group.id())
          .column("copy_role", STRING, mark -> mark.role.label())
          .column("copy_group_agency", STRING, Mark::agency)
          .build();

  /**
   * What an article is in its group.
   *
   * @param agency the agency of the group, or null
   */
  private record Mark(CopyGroup group, CopyRole role, String agency) {}

  private final SparkSession spark;
  private final CopySettings settings;
  private final CopyFinder.Found found;
  private final ArticleIndex outlines;
  private final HashMap<Integer, CopyMember> members;
  private final List<CopyGroup> groups;

  private Copies(
      SparkSession spark,
      CopySettings settings,
      CopyFinder.Found found,
      ArticleIndex outlines,
      HashMap<Integer, CopyMember> members,
      List<CopyGroup> groups) {
    this.spark = spark;
    this.settings = settings;
    this.found = found;
    this.outlines = outlines;
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
    ArticleIndex outlines =
        ArticleIndex.of(blocks.map(ShingleBlock::facts).collect(), settings.days());
    CopyFinder.Found found = CopyFinder.find(spark, blocks, outlines);
    int[] centres = StarClustering.centres(found.pairs(), outlines);
    blocks.unpersist();
    outlines.repeats().forEach(article -> follow(outlines.repeated(article), article, centres));
    HashMap<Integer, CopyMember> members = members(spark, articles, outlines, centres);
    return new Copies(spark, settings, found, outlines, members, groups(centres, members));
  }

  /**
   * No copies, as if none had been looked for.
   *
   * @param spark the session
   * @return a result without a pair
   */
  public static Copies none(SparkSession spark) {
    JavaRDD<PairSimilarity> pairs =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(List.of());
    return new Copies(
        spark,
        new CopySettings(0, false),
        new CopyFinder.Found(pairs, 0, 0),
        ArticleIndex.of(List.of(), 0),
        new HashMap<>(),
        List.of());
  }

  /** An article that was not compared goes where the one goes whose words it repeats. */
  private static void follow(int repeated, int article, int[] centres) {
    if (centres[repeated] == StarClustering.NONE) {
      centres[repeated] = repeated;
    }
    centres[article] = centres[repeated];
  }

  private static HashMap<Integer, CopyMember> members(
      SparkSession spark, Dataset<Row> articles, ArticleIndex outlines, int[] centres) {
    HashSet<String> ids = new HashSet<>();
    for (int article = 0; article < centres.length; article++) {
      if (centres[article] != StarClustering.NONE) {
        ids.add(ShingleBlocks.articleId(outlines.id(article)));
      }
    }
    Broadcast<HashSet<String>> wanted =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(ids);
    HashMap<Integer, CopyMember> members = new HashMap<>();
    where(articles, id -> wanted.value().contains(id))
        .select(CopyMember.COLUMNS)
        .collectAsList()
        .forEach(
            row -> {
              CopyMember member = CopyMember.of(row);
              members.put(outlines.number(ShingleBlocks.id(member.id())), member);
            });
    return members;
  }

  /** The rows of some articles. */
  private static Dataset<Row> where(Dataset<Row> articles, UDF1<String, Boolean> isWanted) {
    return articles.where(udf(isWanted, DataTypes.BooleanType).apply(col("article_id")));
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

  <T> Broadcast<T> shared(T value) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
  }

  /** All pairs, those with articles that were not compared included. */
  JavaRDD<PairSimilarity> pairs() {
    List<PairSimilarity> repeats =
        outlines
            .repeats()
            .mapToObj(
                article -> {
                  int size = outlines.shingles(article);
                  return new PairSimilarity(outlines.repeated(article), article, size, size, size);
                })
            .toList();
    return repeats.isEmpty()
        ? found.pairs()
        : found
            .pairs()
            .union(JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(repeats));
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
      Broadcast<HashMap<String, Integer>> grouped = shared(groupNumbers());
      where(fields, id -> grouped.value().containsKey(id))
          .collectAsList()
          .forEach(row -> values.put(row.getAs("article_id"), fields(row)));
    }
    return Representatives.of(groups, values);
  }

  private static List<String> fields(Row row) {
    return row.getList(row.fieldIndex("fields"));
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
    if (found.cut() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "copies: %s of more than %d articles that look alike: a template, a notice, or a text in many versions."
                  + " About %,d of their pairs were not compared",
              Plural.of(found.crowded(), "set"),
              CandidatePairs.CROWDED,
              found.cut()));
    }
    long repeats = outlines.repeats().count();
    if (repeats > 0) {
      warnings.add(
          "copies: "
              + Plural.of(repeats, "article")
              + " with the very words of many others; copy_pairs has each with the first of them only");
    }
    return warnings;
  }

  /**
   * The articles with what they are among their copies.
   *
   * @param articles rows with article_id
   * @return the same rows with copy_group_id, copy_role and copy_group_agency, the agency that its
   *     copies are credited to most often
   */
  public Dataset<Row> marked(Dataset<Row> articles) {
    HashMap<String, Row> marks = new HashMap<>();
    for (CopyGroup group : groups) {
      List<CopyRole> roles = group.roles();
      String agency = group.agency();
      for (int i = 0; i < roles.size(); i++) {
        Mark mark = new Mark(group, roles.get(i), agency);
        marks.put(group.members().get(i).id(), MARKS.row(mark));
      }
    }
    Broadcast<HashMap<String, Row>> known = shared(marks);
    UserDefinedFunction mark = udf((UDF1<String, Row>) id -> known.value().get(id), MARKS.schema());
    return articles
        .withColumn("copy", mark.apply(col("article_id")))
        .withColumn("copy_group_id", col("copy.copy_group_id"))
        .withColumn("copy_group_agency", col("copy.copy_group_agency"))
        .withColumn("copy_role", coalesce(col("copy.copy_role"), lit(CopyRole.SINGLE.label())))
        .drop("copy");
  }
}
