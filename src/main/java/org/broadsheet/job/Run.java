package org.broadsheet.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.UserException;
import org.broadsheet.corpus.Accounting;
import org.broadsheet.corpus.Corpus;
import org.broadsheet.corpus.InputFile;
import org.broadsheet.sources.SourceAgencies;
import org.broadsheet.sources.SourceAuthors;
import org.broadsheet.sources.SourcePeriods;
import org.broadsheet.sources.Sources;
import org.broadsheet.table.AuditException;
import org.broadsheet.table.Counts;
import org.broadsheet.table.RunDirectory;
import org.broadsheet.terms.ArticleKeywords;
import org.broadsheet.terms.CountedTerms;
import org.broadsheet.terms.Periods;
import org.broadsheet.terms.TermSources;
import org.broadsheet.terms.Terms;
import org.broadsheet.topics.Topics;

/** One execution of a job: articles in, result tables out. */
public final class Run {

  private static final List<String> TERM_TABLES =
      List.of("terms", "term_sources", "periods", "term_periods", "article_keywords");
  private static final List<String> TOPIC_TABLES =
      List.of("topics", "topic_terms", "article_topics", "topic_source_periods", "topic_runs");

  private final SparkSession spark;
  private final List<InputFile> files;
  private final Job job;
  private final Progress progress;
  private final Instant started = Instant.now();
  private final String id = newId(started);
  private final List<String> warnings;

  /**
   * Prepares a run.
   *
   * @param workspace the files and the session
   * @param job the job
   * @param progress where it is reported
   */
  public Run(Workspace workspace, Job job, Progress progress) {
    this.spark = workspace.spark();
    this.files = workspace.files();
    this.job = job;
    this.progress = progress;
    this.warnings = new ArrayList<>(job.warnings());
  }

  private static String newId(Instant started) {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(started);
    // Two runs of the same second keep apart.
    return time + String.format(Locale.ROOT, "-%04x", ThreadLocalRandom.current().nextInt(1 << 16));
  }

  /**
   * Reads, computes, publishes.
   *
   * @param verify whether to compare the run with the numbers that the job expects
   * @param keepRuns how many finished runs stay; null for all
   * @return where the tables are
   * @throws UserException if the input or the job is at fault
   * @throws AuditException if a computed table breaks its declaration, or the account of records
   *     does not add up
   */
  public RunResult execute(boolean verify, Integer keepRuns) {
    Corpus corpus = read();
    try (Publication publication = new Publication(spark, job, id)) {
      writeCorpus(corpus, publication);
      writeSources(corpus, publication);
      if (job.wantsAny(TERM_TABLES) || job.wantsAny(TOPIC_TABLES)) {
        CountedTerms terms = countTerms(corpus);
        writeTerms(terms, publication);
        if (job.wantsAny(TOPIC_TABLES)) {
          writeTopics(findTopics(terms, corpus), publication);
        }
      }
      return publish(corpus, publication, verify, keepRuns);
    }
  }

  private Corpus read() {
    Corpus corpus =
        progress.stage(
            "read articles",
            () -> Corpus.read(spark, files, job.corpus()),
            read -> Summary.of(read.accounting()));
    Accounting accounting = corpus.accounting();
    if (accounting.accepted() == 0) {
      throw new UserException(Summary.noArticle(corpus));
    }
    accounting
        .audit()
        .ifPresent(
            broken -> {
              throw new AuditException(broken);
            });
    warnings.addAll(corpus.profile().warnings());
    return corpus;
  }

  private void writeCorpus(Corpus corpus, Publication tables) {
    tables.write("articles", corpus::articlesTable);
    tables.write("rejected_records", corpus::rejectedRecords);
    tables.write("input_files", corpus::inputFiles);
    tables.write("exact_duplicates", corpus::exactDuplicates);
  }

  private void writeSources(Corpus corpus, Publication tables) {
    Dataset<Row> articles = corpus.articles();
    tables.write("sources", () -> Sources.table(articles, corpus.accounting().accepted()));
    tables.write("source_periods", () -> SourcePeriods.table(articles, job.corpus().period()));
    tables.write("source_authors", () -> SourceAuthors.table(articles));
    tables.write("source_agencies", () -> SourceAgencies.table(articles, corpus.sourceArticles()));
  }

  private CountedTerms countTerms(Corpus corpus) {
    return progress.stage(
        "count terms",
        () -> CountedTerms.of(spark, corpus.texts(), job.terms()),
        terms -> Counts.of(terms.size(), "term"));
  }

  private void writeTerms(CountedTerms terms, Publication tables) {
    Periods periods = Periods.of(terms, job.corpus().period());
    tables.write("terms", () -> Terms.table(terms));
    tables.write("term_sources", () -> TermSources.table(terms));
    tables.write("periods", periods::table);
    tables.write("term_periods", periods::termPeriods);
    tables.write("article_keywords", () -> ArticleKeywords.table(terms));
    if (!periods.isFilled()) {
      warnings.add(
          "term_periods: too many periods between the first and the last article to fill in the empty ones");
    }
    if (terms.size() == 0) {
      warnings.add(
          "terms: no term occurs in terms.min_df articles, or no word is left after stop words");
    }
  }

  private Topics findTopics(CountedTerms terms, Corpus corpus) {
    Topics topics =
        progress.stage(
            "find topics",
            () -> Topics.of(terms, corpus.articles(), job.topics()),
            found -> Counts.of(found.number(), "topic"));
    topics
        .languagesWithoutTopics()
        .forEach(
            language ->
                warnings.add("topics: no article in " + language + " has a word to cluster by"));
    return topics;
  }

  private void writeTopics(Topics topics, Publication tables) {
    tables.write("topics", topics::topics);
    tables.write("topic_terms", topics::topicTerms);
    tables.write("article_topics", topics::articleTopics);
    tables.write("topic_source_periods", topics::topicSourcePeriods);
    tables.write("topic_runs", topics::topicRuns);
  }

  private RunResult publish(
      Corpus corpus, Publication publication, boolean verify, Integer keepRuns) {
    List<WrittenTable> written =
        progress.stage("write tables", publication::written, WrittenTable::summary);
    Publication.checkAccounts(written, corpus.accounting());
    Map<String, Boolean> expectations =
        verify ? Expectations.check(job, corpus.accounting(), written) : Map.of();
    publication.finish(
        new Manifest(
            id,
            started,
            job,
            files,
            corpus.accounting(),
            written,
            progress,
            warnings,
            expectations));
    if (keepRuns != null) {
      publication.removeOldRuns(keepRuns);
    }
    RunDirectory directory = publication.directory();
    return new RunResult(
        readable(directory.path()),
        readable(directory.latestPath()),
        Summary.of(corpus, written, warnings),
        expectations.entrySet().stream()
            .filter(e -> !e.getValue())
            .map(Map.Entry::getKey)
            .toList());
  }

  /** A local path as people type it, any other as it is. */
  private static String readable(Path path) {
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
  }
}
