package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.encoding.WideEncoding;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.InputListing;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.input.ReadRecord;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.ingest.input.SplitReader;
import org.broadsheet.ingest.input.UnreadableFileException;
import org.broadsheet.table.Persisted;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.table.Storage;

/**
 * A corpus that was read: every record with its outcome, in one persisted data set, and what
 * follows from it: accepted articles, rejected records, exact duplicates, and the account of them
 * all.
 */
public final class Corpus {

  /** The source of articles that name none. */
  public static final String UNKNOWN_SOURCE = "unknown";

  /** Executors of a cluster come up one after the other. */
  private static final int SECONDS_TO_COME_UP = 5;

  /** Bytes that tell whether a file can be entered in the middle. */
  private static final int CLOSED_HEAD = 1 << 8;

  private static final RowEncoder<SourceCount> SOURCE_COUNTS =
      RowEncoder.<SourceCount>ofHelper()
          .column("source", STRING, SourceCount::source)
          .column("source_articles", LONG, SourceCount::articles)
          .build();

  /** The number of articles of a source. */
  private record SourceCount(String source, long articles) {}

  private final SparkSession spark;
  private final CorpusSettings settings;
  private final Dataset<Row> records;
  private final ExactDuplicates duplicates;
  private final Accounting accounting;
  private final Dataset<Row> texts;
  private final Dataset<Row> articles;
  private final CorpusProfile profile;

  private Corpus(
      SparkSession spark,
      CorpusSettings settings,
      Dataset<Row> records,
      ExactDuplicates duplicates,
      Dataset<Row> texts,
      Dataset<Row> articles,
      CorpusProfile profile,
      Accounting accounting) {
    this.spark = spark;
    this.settings = settings;
    this.records = records;
    this.duplicates = duplicates;
    this.texts = texts;
    this.articles = articles;
    this.profile = profile;
    this.accounting = accounting;
  }

  /**
   * Lists the files of the inputs.
   *
   * @param settings what to read
   * @param hadoop the settings of the file systems
   * @return the files, sorted by name
   * @throws org.broadsheet.UserException if an input does not exist, cannot be listed or holds no
   *     file
   */
  public static List<InputFile> list(CorpusSettings settings, Configuration hadoop) {
    return InputListing.of(settings.inputs(), hadoop);
  }

  /**
   * Loads what parsing needs: word rules, agencies, public suffixes, and the language model where
   * it is used.
   *
   * @param settings how records will be parsed
   */
  public static void warmUp(CorpusSettings settings) {
    new RecordParser(settings).warmUp();
  }

  /**
   * Reads files: one pass over the text.
   *
   * @param spark the session
   * @param files the files of the inputs
   * @param settings how to read them
   * @return the corpus, its records persisted
   * @throws UnreadableFileException if the stores fail to give more files than the job bears; as
   *     the cause of what Spark throws, or by itself
   */
  public static Corpus read(SparkSession spark, List<InputFile> files, CorpusSettings settings) {
    return of(spark, files, settings, new Extent(Long.MAX_VALUE, false));
  }

  /**
   * Reads the beginnings of files: enough to see what is in them.
   *
   * @param spark the session
   * @param files the files of the inputs
   * @param settings how to read them
   * @param records how many records of a file are read at most
   * @return the corpus as far as it was read
   */
  public static Corpus sample(
      SparkSession spark, List<InputFile> files, CorpusSettings settings, long records) {
    return of(spark, files, settings, new Extent(records, true));
  }

  /**
   * How much is read.
   *
   * @param records how many records of a file at most
   * @param explained whether each article keeps which fields gave what
   */
  private record Extent(long records, boolean explained) implements Serializable {
    boolean isAll() {
      return records == Long.MAX_VALUE;
    }
  }

  private static Corpus of(
      SparkSession spark, List<InputFile> files, CorpusSettings settings, Extent extent) {
    Dataset<Row> parsed = parse(spark, files, settings, extent);
    RecordTally read = RecordTally.of(parsed);
    NotReadFiles notRead = NotReadFiles.among(parsed, read);
    notRead.requireFew(files, settings);
    RecordTally tally = notRead.replacedIn(read);
    Dataset<Row> records = notRead.replacedIn(tally.numberedInFile(parsed));
    ExactDuplicates duplicates = ExactDuplicates.among(spark, records.where(isArticle()));
    Dataset<Row> unique = duplicates.removedFrom(records.where(isArticle()));
    Dataset<Row> texts =
        settings.language() == null ? UndecidedLanguages.decided(spark, unique) : unique;
    Dataset<Row> articles = Persisted.of(texts.drop("analysed_text", "token_spans"));
    CorpusProfile profile = CorpusProfile.of(articles);
    Accounting accounting = Accounting.of(files, tally, duplicates.perFile(), profile.files());
    return new Corpus(spark, settings, records, duplicates, texts, articles, profile, accounting);
  }

  private static Column isArticle() {
    return col("outcome").equalTo(Outcome.ARTICLE.label());
  }

  private static Dataset<Row> parse(
      SparkSession spark, List<InputFile> files, CorpusSettings settings, Extent extent) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    int tasks = context.defaultParallelism();
    List<Split> splits =
        extent.isAll()
            ? Split.of(files, file -> isClosed(file, hadoop), tasks)
            : Split.beginnings(files);
    List<List<Split>> packed = Split.packed(splits, tasks);
    Broadcast<SerializableConfiguration> shared =
        context.broadcast(new SerializableConfiguration(hadoop));
    boolean isAllowed = settings.unreadable() != null;
    int tries = ((TaskSchedulerImpl) spark.sparkContext().taskScheduler()).maxTaskFailures();
    int executors = executors(spark.sparkContext(), isAllowed);
    JavaRDD<ParsedRecord> parsed =
        context
            .parallelize(packed, packed.size())
            .flatMap(
                task ->
                    parsed(
                        task,
                        settings,
                        extent,
                        Tolerance.here(isAllowed, tries, executors),
                        shared.value().value()));
    return ParsedRecord.ROWS.startedRows(spark, parsed);
  }

  /** Whether a file can only be read from its start. */
  private static boolean isClosed(InputFile file, Configuration hadoop) {
    Path path = new Path(file.uri());
    try (FSDataInputStream in = Storage.of(path, hadoop).open(path)) {
      byte[] head = in.readNBytes(CLOSED_HEAD);
      return Compression.of(head) != Compression.NONE || WideEncoding.of(head) != null;
    } catch (IOException e) {
      // Unreadable: the task that reads it says so.
      return false;
    }
  }

  private static Iterator<ParsedRecord> parsed(
      List<Split> splits,
      CorpusSettings settings,
      Extent extent,
      Tolerance tolerance,
      Configuration hadoop) {
    RecordParser parser = new RecordParser(settings, extent.explained());
    AtomicReference<SplitReader> open = new AtomicReference<>();
    // A task that dies within a file leaves it open otherwise.
    TaskCompletionListener closing = task -> close(open.get());
    TaskContext.get().addTaskCompletionListener(closing);
    return splits.stream()
        .flatMap(
            split ->
                records(split, settings, extent.records(), tolerance, hadoop, open)
                    .map(record -> parser.parsed(split, record)))
        .iterator();
  }

  private static Stream<ReadRecord> records(
      Split split,
      CorpusSettings settings,
      long most,
      Tolerance tolerance,
      Configuration hadoop,
      AtomicReference<SplitReader> open) {
    InputSpec input = settings.inputs().get(split.file().input());
    SplitReader reader =
        new SplitReader(
            split, input, settings.maxRecordBytes(), most, () -> tolerance.goesOn(split), hadoop);
    open.set(reader);
    Iterable<ReadRecord> records = () -> reader;
    return StreamSupport.stream(records.spliterator(), false);
  }

  private static void close(SplitReader reader) {
    if (reader != null) {
      reader.close();
    }
  }

  /** The executors, once they have had time to come up where it matters how many there are. */
  private static int executors(SparkContext context, boolean matters) {
    int executors = context.getExecutorMemoryStatus().size() - 1;
    for (int i = 0; matters && !context.isLocal() && executors < 2 && i < SECONDS_TO_COME_UP; i++) {
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return executors;
      }
      executors = context.getExecutorMemoryStatus().size() - 1;
    }
    return executors;
  }

  /**
   * The accepted articles with their texts, for counting.
   *
   * @return rows of article_id, language, source, period, published_date, analysed_text,
   *     token_spans and more
   */
  public Dataset<Row> texts() {
    return texts;
  }

  /**
   * The accepted articles without their texts.
   *
   * @return the columns of {@link ParsedRecord} but the text, with the language decided; persisted
   */
  public Dataset<Row> articles() {
    return articles;
  }

  /**
   * What became of every record.
   *
   * @return the account
   */
  public Accounting accounting() {
    return accounting;
  }

  /**
   * The corpus in a few numbers.
   *
   * @return the profile of the accepted articles
   */
  public CorpusProfile profile() {
    return profile;
  }

  /**
   * Rows of the table {@code articles}.
   *
   * @return its rows
   */
  public Dataset<Row> articlesTable() {
    if (!settings.keepText()) {
      return articles;
    }
    Column body =
        col("analysed_text")
            .substr(length(coalesce(col("title"), lit(""))).plus(2), length(col("analysed_text")));
    return texts.withColumn("text", body);
  }

  /**
   * Rows of the table {@code rejected_records}.
   *
   * @return its rows
   */
  public Dataset<Row> rejectedRecords() {
    return records.where(col("outcome").equalTo(Outcome.REJECTED.label()));
  }

  /**
   * Rows of the table {@code exact_duplicates}.
   *
   * @return its rows
   */
  public Dataset<Row> exactDuplicates() {
    return duplicates.table();
  }

  /**
   * Rows of the table {@code input_files}.
   *
   * @return its rows
   */
  public Dataset<Row> inputFiles() {
    return accounting.table(spark);
  }

  /**
   * Rejected records for people to look at: the first ones of a reason.
   *
   * @param reason a reason of the account
   * @param number how many
   * @return rows of input_file, record_no, detail
   */
  public List<Row> examples(String reason, int number) {
    return rejectedRecords()
        .where(col("reason").equalTo(reason))
        .orderBy("input_file", "record_no")
        .limit(number)
        .select("input_file", "record_no", "detail")
        .collectAsList();
  }

  /**
   * How many rejected records name each source, as far as they could be read.
   *
   * @return their number by source; those that name none are under {@link #UNKNOWN_SOURCE}
   */
  public Map<String, Long> rejectedBySource() {
    Map<String, Long> rejected = new TreeMap<>();
    rejectedRecords()
        .where(col("source").isNotNull())
        .groupBy("source")
        .count()
        .collectAsList()
        .forEach(row -> rejected.put(row.getString(0), row.getLong(1)));
    return rejected;
  }

  /**
   * How many articles each source has.
   *
   * @return rows of source, source_articles
   */
  public Dataset<Row> sourceArticles() {
    return SOURCE_COUNTS.rows(
        spark,
        profile.sources().entrySet().stream()
            .map(entry -> new SourceCount(entry.getKey(), entry.getValue()))
            .toList());
  }

  /**
   * Which fields gave what, in a sample.
   *
   * @return articles by mapping and the fields that it took
   */
  public Map<String, Long> mappings() {
    Map<String, Long> mappings = new TreeMap<>();
    articles
        .where(col("mapping").isNotNull())
        .groupBy("mapping")
        .count()
        .collectAsList()
        .forEach(row -> mappings.put(row.getString(0), row.getLong(1)));
    return mappings;
  }

  /**
   * How much of the articles' bodies there is.
   *
   * @return articles by the status of their body
   */
  public Map<String, Long> bodies() {
    Map<String, Long> bodies = new TreeMap<>();
    articles
        .groupBy("body_status")
        .count()
        .collectAsList()
        .forEach(row -> bodies.put(row.getString(0), row.getLong(1)));
    return bodies;
  }

  /**
   * How many articles have which fields.
   *
   * @return articles by field, in the order of an article
   */
  public Map<String, Long> filled() {
    Map<String, Column> fields = new LinkedHashMap<>();
    for (String field : List.of("title", "url", "byline", "published_date", "section")) {
      fields.put(field, col(field).isNotNull());
    }
    fields.put("body", col("body_status").notEqual("none"));
    fields.put("source", col("source").notEqual(UNKNOWN_SOURCE));
    fields.put("agencies", size(col("agencies")).gt(0));
    Column[] counts = fields.values().stream().map(field -> count_if(field)).toArray(Column[]::new);
    Row row = articles.agg(counts[0], Arrays.copyOfRange(counts, 1, counts.length)).first();
    Map<String, Long> filled = new LinkedHashMap<>();
    fields.keySet().forEach(field -> filled.put(field, row.getLong(filled.size())));
    return filled;
  }
}
