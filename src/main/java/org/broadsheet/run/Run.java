package org.broadsheet.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.UserException;
import org.broadsheet.copies.Copies;
import org.broadsheet.copies.CopyFlows;
import org.broadsheet.copies.CopyGroups;
import org.broadsheet.copies.CopyPairs;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.job.Job;
import org.broadsheet.sources.SourceAgencies;
import org.broadsheet.sources.SourceAuthors;
import org.broadsheet.sources.SourceFindings;
import org.broadsheet.sources.SourcePairs;
import org.broadsheet.sources.SourcePeriods;
import org.broadsheet.sources.Sources;
import org.broadsheet.storage.RunDirectory;
import org.broadsheet.storage.RunId;
import org.broadsheet.table.Plural;
import org.broadsheet.table.ResultTable;
import org.broadsheet.terms.ArticleKeywords;
import org.broadsheet.terms.Calendar;
import org.broadsheet.terms.Collocations;
import org.broadsheet.terms.Periods;
import org.broadsheet.terms.ReferenceList;
import org.broadsheet.terms.TermGroups;
import org.broadsheet.terms.TermPeriods;
import org.broadsheet.terms.TermReference;
import org.broadsheet.terms.TermSettings;
import org.broadsheet.terms.TermSourcePeriods;
import org.broadsheet.terms.TermSources;
import org.broadsheet.terms.Terms;
import org.broadsheet.topics.Topics;
import org.broadsheet.topics.saved.SavedTopics;
import org.broadsheet.topics.tables.ArticleNeighbours;
import org.broadsheet.topics.tables.ArticleTopics;
import org.broadsheet.topics.tables.LabelField;
import org.broadsheet.topics.tables.TopicClasses;
import org.broadsheet.topics.tables.TopicPairs;
import org.broadsheet.topics.tables.TopicPeriods;
import org.broadsheet.topics.tables.TopicRuns;
import org.broadsheet.topics.tables.TopicSourcePeriods;
import org.broadsheet.topics.tables.TopicSummaries;
import org.broadsheet.topics.tables.TopicTerms;
import org.broadsheet.topics.tables.TopicsOverTime;

/** One execution of a job: articles in, result tables out. */
public final class Run {

  private static final List<String> TERM_TABLES = ResultTable.inGroup("terms");
  private static final List<String> TOPIC_TABLES = ResultTable.inGroup("topics");

  private final Workspace workspace;
  private final Job job;
  private final Progress progress;
  private final Instant started = Instant.now();
  private final String id = RunId.of(started);
  private final List<String> warnings = new ArrayList<>();
  private List<String> topicReasons = List.of();
  private SourceFindings findings;

  /**
   * Prepares a run.
   *
   * @param workspace the files and the session
   * @param job the job
   * @param progress where it is reported
   */
  public Run(Workspace workspace, Job job, Progress progress) {
    this.workspace = workspace;
    this.job = job;
    this.progress = progress;
  }

  /**
   * Reads, computes, publishes.
   *
   * @param how when and how to publish
   * @return where the tables are, and whether they were published
   * @throws UserException if the input or the job is at fault
   * @throws org.broadsheet.table.AuditException if rows were lost on the way to the output
   */
  public RunResult execute(Publishing how) {
    ReferenceInputs companions = ReferenceInputs.open(workspace.spark(), job);
    try (Publication publication = new Publication(workspace, job, id)) {
      Corpus corpus = read();
      Copies copies = findCopies(corpus);
      writeCorpus(corpus, copies, publication);
      writeCopies(copies, publication);
      CountedTerms terms = null;
      Topics topics = null;
      if (job.wantsAny(TERM_TABLES) || job.wantsAny(TOPIC_TABLES)) {
        terms = countTerms(corpus, copies);
        Tuning.fitToTerms(workspace.spark(), terms.size());
        Calendar calendar = Calendar.of(terms, job.corpus().period());
        writeTerms(terms, calendar, companions.reference(), publication);
        if (job.wantsAny(TOPIC_TABLES)) {
          topics = findTopics(terms, companions.topics());
          writeTopics(topics, corpus, calendar, publication);
        }
      }
      writeSources(corpus, copies, terms, topics, publication);
      return publish(corpus, publication, how);
    }
  }

  private Corpus read() {
    Corpus corpus =
        progress.stage(
            "read articles",
            () -> Corpus.read(workspace.spark(), workspace.files(), job.corpus()),
            read -> Summary.of(read.accounting()));
    if (corpus.accounting().accepted() == 0) {
      throw new UserException(Summary.noArticle(corpus));
    }
    long notRead = corpus.accounting().reasons().getOrDefault(Reason.FILE_NOT_READ.label(), 0L);
    if (notRead > 0) {
      warnings.add(
          Plural.of(notRead, "file")
              + " not read; rejected_records has them with the reason file-not-read");
    }
    warnings.addAll(corpus.profile().warnings());
    return corpus;
  }

  private Copies findCopies(Corpus corpus) {
    Copies copies =
        progress.stage(
            "find copies",
            () -> Copies.find(workspace.spark(), corpus.texts(), corpus.articles(), job.copies()),
            Copies::sentence);
    warnings.addAll(copies.warnings());
    return copies;
  }

  private void writeCorpus(Corpus corpus, Copies copies, Publication tables) {
    tables.write("articles", () -> copies.marked(corpus.articlesTable()));
    tables.write("rejected_records", corpus.rejected()::table);
    tables.write("input_files", corpus::inputFiles);
    tables.write("exact_duplicates", corpus::exactDuplicates);
  }

  /** Last, because sources are also described by their words and topics. */
  private void writeSources(
      Corpus corpus, Copies copies, CountedTerms terms, Topics topics, Publication tables) {
    Dataset<Row> articles = copies.marked(corpus.articles());
    Map<String, Long> sources = corpus.profile().sources();
    findings = new SourceFindings(articles, sources, copies, terms, topics);
    tables.write(
        "sources", () -> Sources.table(corpus.profile(), corpus.rejected().bySource(), findings));
    tables.write("source_pairs", () -> SourcePairs.table(workspace.spark(), sources, findings));
    tables.write("source_periods", () -> SourcePeriods.table(findings, job.corpus().period()));
    tables.write("source_authors", () -> SourceAuthors.table(articles));
    tables.write("source_agencies", () -> SourceAgencies.table(articles, sources));
  }

  private void writeCopies(Copies copies, Publication tables) {
    tables.write("copy_groups", () -> CopyGroups.table(copies));
    tables.write("copy_pairs", () -> CopyPairs.table(copies));
    tables.write("copy_flows", () -> CopyFlows.table(copies));
  }

  private CountedTerms countTerms(Corpus corpus, Copies copies) {
    return progress.stage(
        "count terms",
        () ->
            CountedTerms.of(
                workspace.spark(),
                corpus.texts(),
                job.terms().counting(),
                copies,
                corpus::releaseTexts),
        terms -> Plural.of(terms.size(), "term"));
  }

  private void writeTerms(
      CountedTerms terms, Calendar calendar, ReferenceList reference, Publication tables) {
    TermSettings settings = job.terms();
    TermPeriods overTime = new TermPeriods(terms, calendar, settings);
    tables.write("terms", () -> Terms.table(terms));
    tables.write("term_sources", () -> TermSources.table(terms));
    if (!settings.counting().compare().isEmpty()) {
      tables.write("term_groups", () -> TermGroups.table(terms));
    }
    if (reference != null) {
      tables.write("term_reference", () -> TermReference.table(terms, reference));
    }
    tables.write("periods", () -> Periods.table(terms, calendar));
    tables.write("term_periods", overTime::table);
    tables.write("term_bursts", overTime::bursts);
    tables.write("term_source_periods", () -> TermSourcePeriods.table(terms, settings));
    tables.write("collocations", () -> Collocations.table(terms, settings));
    tables.write("article_keywords", () -> ArticleKeywords.table(terms, settings));
    warnOfTerms(terms, overTime);
  }

  private void warnOfTerms(CountedTerms terms, TermPeriods overTime) {
    if (job.wants("term_periods") && !overTime.isFilled()) {
      warnings.add(
          "term_periods: too many periods between the first and the last article to fill in the empty ones");
    }
    for (String field : terms.emptyFields()) {
      warnings.add(
          "terms.compare: no article has a value of '" + field + "'; check the field's name");
    }
    if (job.wantsAny(TERM_TABLES) && terms.size() == 0) {
      warnings.add(
          "terms: no word is left after stop words, or none is within the bounds of the vocabulary (terms.min_df,"
              + " max_df, min_tf, max_terms)");
    }
  }

  private Topics findTopics(CountedTerms terms, SavedTopics saved) {
    Topics topics =
        progress.stage(
            "find topics",
            () -> Topics.of(terms, job.topics(), saved),
            found ->
                Plural.of(found.number(), "topic")
                    + ((job.topics().k() == null || saved != null) && found.number() > 0
                        ? "; " + String.join("; ", found.reasons())
                        : ""));
    topicReasons = topics.reasons();
    if (!topics.areOfMainLanguage()) {
      warnings.add(
          "topics.model: the topics are of other languages than most of these articles; name another run, or set language");
    }
    topics
        .languagesWithoutTopics()
        .forEach(
            language ->
                warnings.add("topics: no article in " + language + " has a word to cluster by"));
    return topics;
  }

  private void writeTopics(Topics topics, Corpus corpus, Calendar calendar, Publication tables) {
    ArticleTopics articleTopics = ArticleTopics.start(topics);
    if (!LabelField.isFound(job.topics().labelField(), corpus.articles())) {
      warnings.add(
          "topics.label_field: no article has a value of '"
              + job.topics().labelField()
              + "'; check the field's name");
    }
    TopicsOverTime overTime = TopicsOverTime.of(topics, calendar);
    tables.write("topics", () -> TopicSummaries.table(overTime));
    tables.write("topic_terms", () -> TopicTerms.table(topics));
    tables.write("article_topics", articleTopics::table);
    tables.write("article_neighbours", () -> ArticleNeighbours.table(topics));
    tables.write("topic_periods", () -> TopicPeriods.table(overTime));
    tables.write("topic_source_periods", () -> TopicSourcePeriods.table(overTime));
    tables.write("topic_pairs", () -> TopicPairs.table(topics));
    tables.write("topic_runs", () -> TopicRuns.table(topics, corpus.articles()));
    if (job.topics().labelField() != null) {
      tables.write(
          "topic_classes",
          () -> TopicClasses.table(articleTopics, corpus.articles(), job.topics().labelField()));
    }
    tables.writeFile(
        SavedTopics.DESCRIPTION, out -> topics.save(id, tables.directory()::writeFile, out));
  }

  private RunResult publish(Corpus corpus, Publication publication, Publishing how) {
    List<WrittenTable> written =
        progress.stage("write tables", publication::written, WrittenTable::summary);
    warnings.addAll(findings.warnings());
    warnings.addAll(progress.warnings());
    List<Expectation> expectations =
        how.verify() ? Expectation.of(job, corpus.accounting(), written) : List.of();
    List<String> problems = new ArrayList<>(Publication.findings(written, corpus.accounting()));
    problems.addAll(failed(expectations));
    boolean isPublished = problems.isEmpty() || how.anyway();
    Manifest manifest =
        new Manifest(
            id,
            started,
            job,
            workspace.files(),
            corpus.accounting(),
            written,
            topicReasons,
            progress,
            warnings,
            problems,
            expectations);
    RunDirectory directory = publication.directory();
    RunResult result =
        new RunResult(
            Publication.readable(directory.path()),
            Publication.readable(directory.latestPath()),
            isPublished,
            Summary.of(corpus, written, progress.sparkWork(), expectations, warnings),
            problems);
    if (!isPublished) {
      publication.setAside(manifest);
      return result;
    }
    publication.finish(manifest);
    // From here on the tables are published, and whatever fails must say so.
    if (how.keepRuns() != null) {
      publication.removeOldRuns(how.keepRuns());
    }
    return result;
  }

  private static List<String> failed(List<Expectation> expectations) {
    return expectations.stream()
        .filter(expectation -> expectation.isCompared() && !expectation.isMet())
        .map(expectation -> "not as expected: " + expectation)
        .toList();
  }
}
