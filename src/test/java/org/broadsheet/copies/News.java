package org.broadsheet.copies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.text.TextScanner;

/** Small corpora with copies in them: as sets of numbers, as groups, and as Spark reads them. */
public final class News {

  static final CopySettings SETTINGS = new CopySettings(30, true);

  private static final StructType ROWS =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("published_at", DataTypes.TimestampType)
          .add("published_date", DataTypes.DateType)
          .add("title", DataTypes.StringType)
          .add("body_status", DataTypes.StringType)
          .add("analysed_text", DataTypes.StringType)
          .add("token_spans", DataTypes.BinaryType)
          .add("words", DataTypes.IntegerType)
          .add("agencies", DataTypes.createArrayType(DataTypes.StringType));

  private News() {}

  /**
   * An article.
   *
   * @param published a day, an instant in a zone, or null
   */
  record Article(
      int number,
      String source,
      String published,
      String title,
      String body,
      String status,
      List<String> agencies) {

    String id() {
      return News.id(number);
    }
  }

  static String id(int number) {
    return String.format("%016x", number);
  }

  static Article article(int number, String source, String published, String body) {
    return new Article(number, source, published, null, body, "full", List.of());
  }

  /** An article without a body. */
  static Article headline(int number, String source, String published, String title) {
    return new Article(number, source, published, title, "", "none", List.of());
  }

  /** So many words, drawn at random: the same for the same seed. */
  static List<String> words(int seed, int number) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, number).mapToObj(i -> "word" + random.nextInt(5_000)).toList();
  }

  static String text(int seed, int number) {
    return String.join(" ", words(seed, number));
  }

  /** A text with another word in place of every so many. */
  static String edited(String text, int every, int seed) {
    String[] words = text.split(" ");
    for (int i = every - 1; i < words.length; i += every) {
      words[i] = "edit" + seed + "x" + i;
    }
    return String.join(" ", words);
  }

  static LocalDate date(String published) {
    return published == null ? null : LocalDate.parse(published.substring(0, 10));
  }

  static Instant instant(String published) {
    return published == null || published.length() == 10
        ? null
        : OffsetDateTime.parse(published).toInstant();
  }

  static CopyMember member(String id, String source, String published, int words) {
    return new CopyMember(id, source, instant(published), date(published), words, List.of());
  }

  /** The rows of texts and articles in one. */
  static Dataset<Row> rows(SparkSession spark, List<Article> articles) {
    TextScanner scanner = new TextScanner();
    List<Row> rows = new ArrayList<>();
    for (Article article : articles) {
      String title = article.title == null ? "" : article.title;
      TextScanner.Scan scan = scanner.scan(title, article.body, null);
      boolean counts = article.status.equals("full");
      rows.add(
          RowFactory.create(
              article.id(),
              article.source == null ? "unknown" : article.source,
              instant(article.published),
              date(article.published),
              article.title,
              article.status,
              scan.text(),
              counts ? scan.spans() : scanner.scan(title, "", null).spans(),
              counts ? scan.words() : 0,
              article.agencies.toArray(new String[0])));
    }
    return spark.createDataFrame(rows, ROWS);
  }

  /** The copies of a corpus without an article. */
  public static Copies none(SparkSession spark) {
    return find(spark, List.of());
  }

  static Copies find(SparkSession spark, List<Article> articles) {
    Dataset<Row> rows = rows(spark, articles);
    return Copies.find(spark, rows, rows, SETTINGS);
  }

  /** The groups as the numbers of their articles, in order. */
  static List<List<Integer>> groups(Copies copies) {
    return copies.groups().stream()
        .map(
            group ->
                group.members().stream()
                    .map(member -> Integer.parseInt(member.id(), 16))
                    .sorted()
                    .toList())
        .toList();
  }

  /** The pairs as the numbers of their articles and their kind, in order. */
  static List<String> pairs(Copies copies) {
    return CopyPairs.table(copies).collectAsList().stream()
        .map(
            row ->
                Integer.parseInt(row.getString(0), 16)
                    + " "
                    + Integer.parseInt(row.getString(1), 16)
                    + " "
                    + row.getString(2))
        .sorted()
        .collect(Collectors.toList());
  }

  /** Distinct numbers, drawn at random, in ascending order. */
  static int[] numbers(SplittableRandom random, int number) {
    return random.ints().distinct().limit(number).sorted().toArray();
  }

  /** Two sets of the same size that share so many numbers of all that are in either. */
  static int[][] alike(SplittableRandom random, int shared, int either) {
    int own = (either - shared) / 2;
    int[] all = random.ints().distinct().limit(shared + 2 * own).toArray();
    int[] one = IntStream.range(0, shared + own).map(i -> all[i]).sorted().toArray();
    int[] other =
        IntStream.range(0, shared + own)
            .map(i -> i < shared ? all[i] : all[i + own])
            .sorted()
            .toArray();
    return new int[][] {one, other};
  }
}
