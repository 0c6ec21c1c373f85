package org.broadsheet.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.table.Cached;

/**
 * A corpus that was read: every record with its outcome, in one persisted data set, and what
 * follows from it: accepted articles, rejected records, exact duplicates, and the account of them
 * all.
 */
public final class Corpus {

  /** The source of articles that name none. */
  public static final String UNKNOWN_SOURCE = "unknown";

  private final SparkSession spark;
  private final CorpusSettings settings;
  private final Dataset<Row> parsed;
  private final RejectedRecords rejected;
  private final ExactDuplicates duplicates;
  private final Dataset<Row> texts;
  private final Dataset<Row> articles;
  private final CorpusProfile profile;
  private final Accounting accounting;

  private Corpus(
      SparkSession spark,
      CorpusSettings settings,
      Dataset<Row> parsed,
      RejectedRecords rejected,
      ExactDuplicates duplicates,
      Dataset<Row> texts,
      Dataset<Row> articles,
      CorpusProfile profile,
      Accounting accounting) {
    this.spark = spark;
    this.settings = settings;
    this.parsed = parsed;
    this.rejected = rejected;
    this.duplicates = duplicates;
    this.texts = texts;
    this.articles = articles;
    this.profile = profile;
    this.accounting = accounting;
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
   * @throws org.broadsheet.ingest.input.UnreadableFileException if the stores fail to give more
   *     files than the job tolerates; as the cause of what Spark throws, or by itself
   */
  public static Corpus read(SparkSession spark, List<InputFile> files, CorpusSettings settings) {
    return of(spark, files, settings, ReadExtent.ALL);
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
    return of(spark, files, settings, new ReadExtent(records, true));
  }

  private static Corpus of(
      SparkSession spark, List<InputFile> files, CorpusSettings settings, ReadExtent extent) {
    Dataset<Row> parsed = ParsedRecords.start(spark, files, settings, extent);
    RecordTally read = RecordTally.of(parsed);
    NotReadFiles notRead = NotReadFiles.among(parsed, read);
    notRead.requireFew(files, settings);
    RecordTally tally = notRead.replacedIn(read);
    Dataset<Row> records = notRead.replacedIn(tally.numberedInFile(parsed));
    Dataset<Row> candidates = records.where(col("outcome").equalTo(Outcome.ARTICLE.label()));
    ExactDuplicates duplicates = ExactDuplicates.among(spark, candidates);
    Dataset<Row> unique = duplicates.removedFrom(candidates);
    Dataset<Row> texts =
        settings.language() == null ? UndecidedLanguages.decided(spark, unique) : unique;
    Dataset<Row> articles = Cached.of(texts.drop("analysed_text", "token_spans"), "articles");
    CorpusProfile profile = CorpusProfile.of(articles);
    Accounting accounting = Accounting.of(files, tally, duplicates.perFile(), profile.files());
    return new Corpus(
        spark,
        settings,
        parsed,
        RejectedRecords.among(records),
        duplicates,
        texts,
        articles,
        profile,
        accounting);
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
   * Lets go of the texts, once what is counted was made of them, unless they are to be published.
   * They are the largest part of what is kept.
   */
  public void releaseTexts() {
    if (!settings.keepText()) {
      rejected.keep();
      Cached.release(parsed);
    }
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
   * The records that are no articles.
   *
   * @return the rejected records
   */
  public RejectedRecords rejected() {
    return rejected;
  }

  /**
   * Which fields the articles have.
   *
   * @return the fields of the accepted articles
   */
  public FieldCoverage fields() {
    return new FieldCoverage(articles);
  }

  /**
   * Rows of the table {@code articles}, but for the columns about copies.
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
}
