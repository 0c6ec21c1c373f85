package org.broadsheet.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
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
  private final Map<String, Supplier<Dataset<Row>>> tables = new LinkedHashMap<>();

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
    corpusTables(corpus);
    sourceTables(corpus);
    if (job.wantsAny(TERM_TABLES) || job.wantsAny(TOPIC_TABLES)) {
      CountedTerms terms = countTerms(corpus);
      termTables(terms);
      if (job.wantsAny(TOPIC_TABLES)) {
        topicTables(findTopics(terms, corpus));
      }
    }
    return publish(corpus, verify, keepRuns);
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

  private void corpusTables(Corpus corpus) {
    tables.put("articles", corpus::articlesTable);
    tables.put("rejected_records", corpus::rejectedRecords);
    tables.put("input_files", corpus::inputFiles);
    tables.put("exact_duplicates", corpus::exactDuplicates);
  }

  private void sourceTables(Corpus corpus) {
    Dataset<Row> articles = corpus.articles();
    tables.put("sources", () -> Sources.table(articles, corpus.accounting().accepted()));
    tables.put("source_periods", () -> SourcePeriods.table(articles, job.corpus().period()));
    tables.put("source_authors", () -> SourceAuthors.table(articles));
    tables.put("source_agencies", () -> SourceAgencies.table(articles, corpus.sourceArticles()));
  }

  private CountedTerms countTerms(Corpus corpus) {
    return progress.stage(
        "count terms",
        () -> CountedTerms.of(spark, corpus.texts(), job.terms()),
        terms -> String.format(Locale.ROOT, "%,d terms", terms.size()));
  }

  private void termTables(CountedTerms terms) {
    Periods periods = Periods.of(terms, job.corpus().period());
    tables.put("terms", () -> Terms.table(terms));
    tables.put("term_sources", () -> TermSources.table(terms));
    tables.put("periods", periods::table);
    tables.put("term_periods", periods::termPeriods);
    tables.put("article_keywords", () -> ArticleKeywords.table(terms));
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
            found -> String.format(Locale.ROOT, "%,d topics", found.number()));
    topics
        .languagesWithoutTopics()
        .forEach(
            language ->
                warnings.add("topics: no article in " + language + " has a word to cluster by"));
    return topics;
  }

  private void topicTables(Topics topics) {
    tables.put("topics", topics::topics);
    tables.put("topic_terms", topics::topicTerms);
    tables.put("article_topics", topics::articleTopics);
    tables.put("topic_source_periods", topics::topicSourcePeriods);
    tables.put("topic_runs", topics::topicRuns);
  }

  private RunResult publish(Corpus corpus, boolean verify, Integer keepRuns) {
    RunDirectory directory =
        RunDirectory.create(job.output(), id, spark.sparkContext().hadoopConfiguration());
    try {
      Publication publication = new Publication(directory, job, tables);
      List<WrittenTable> written =
          progress.stage("write tables", publication::write, WrittenTable::summary);
      publication.checkAccounts(written, corpus.accounting());
      Map<String, Boolean> expectations =
          verify ? Expectations.check(job, corpus.accounting(), written) : Map.of();
      Manifest manifest =
          new Manifest(
              id,
              started,
              job,
              files,
              corpus.accounting(),
              written,
              progress,
              warnings,
              expectations);
      publication.finish(manifest);
      if (keepRuns != null) {
        directory.removeOldRuns(keepRuns);
      }
      return new RunResult(
          readable(directory.path()),
          readable(directory.latestPath()),
          Summary.of(corpus, written, warnings),
          expectations.entrySet().stream()
              .filter(e -> !e.getValue())
              .map(Map.Entry::getKey)
              .toList());
    } catch (IOException e) {
      directory.discard();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      directory.discard();
      throw e;
    }
  }

  /** A local path as people type it, any other as it is. */
  private static String readable(Path path) {
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
  }
}
