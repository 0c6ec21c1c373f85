package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.copies.Copies;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobFile;
import org.broadsheet.run.Progress;
import org.broadsheet.run.Workspace;
import org.broadsheet.sources.SourceAgencies;
import org.broadsheet.sources.SourceAuthors;
import org.broadsheet.sources.SourceFindings;
import org.broadsheet.sources.SourcePeriods;
import org.broadsheet.sources.Sources;
import org.broadsheet.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables that Spark SQL assembles get their types from the query: they are those declared for the
 * smallest corpora too, where columns hold nulls and empty lists only. The optional column is asked
 * for.
 */
class TableTypesTest {

  private static final List<String> TABLES =
      List.of(
          "articles",
          "sources",
          "source_periods",
          "source_authors",
          "source_agencies",
          "topic_classes");

  private static final String JOB =
      """
      input: [{path: in}]
      output: out
      language: en
      articles: {text: true}
      terms: {ngrams: 1, min_df: 1}
      topics: {label_field: section}
      tables: [%s]
      """;

  /** Without a date, a source, an author, an agency, a body or a section. */
  private static final String BARE = "{\"title\": \"Ferries\"}\n";

  private static final String FULL =
      "{\"title\": \"Ferries\", \"body\": \"The night ferry sank in the harbour.\","
          + " \"source\": \"Post\", \"date\": \"2026-03-13T10:20:00Z\", \"author\": \"Ann Lee\","
          + " \"agency\": \"AFP\", \"section\": \"sea\"}\n";

  @TempDir private Path folder;

  private String job(String lines) throws IOException {
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.jsonl"), lines);
    String job = JOB.formatted(String.join(", ", TABLES));
    return Files.writeString(folder.resolve("job.yaml"), job).toString();
  }

  private static String declared(String table) {
    return shape(ResultTable.named(table).schema());
  }

  /** Names and types, without comments and what Parquet says of nulls. */
  private static String shape(StructType schema) {
    StringBuilder shape = new StringBuilder();
    for (var field : schema.fields()) {
      String type = field.dataType().sql().replace(" NOT NULL", "");
      shape.append(field.name()).append(' ').append(type).append('\n');
    }
    return shape.toString();
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {BARE, FULL})
  void thoseOfOneArticleAreAsDeclared(String article) throws IOException {
    Program.Outcome outcome = Program.broadsheet("run", job(article));
    assertEquals(0, outcome.code(), outcome.err());
    SparkSession spark = TestSession.start();
    try {
      for (String table : TABLES) {
        String path = folder.resolve("out/latest").resolve(table).toString();
        assertEquals(declared(table), shape(spark.read().parquet(path).schema()), table);
      }
    } finally {
      spark.stop();
    }
  }

  /** No such corpus is published, but its tables are computed as those of any other. */
  @Test
  void thoseOfNothingAreAsDeclared() throws IOException {
    Job job = JobFile.read(job("{}\n"), List.of());
    Progress quiet =
        new Progress(
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), false);
    Workspace.with(
        job,
        quiet,
        workspace -> {
          tables(job, Corpus.read(workspace.spark(), workspace.files(), job.corpus()))
              .forEach(TableTypesTest::requireEmptyAndAsDeclared);
          return null;
        });
  }

  private static Map<String, Dataset<Row>> tables(Job job, Corpus corpus) {
    SparkSession spark = corpus.articles().sparkSession();
    assertEquals(0, corpus.accounting().accepted());
    Copies copies = Copies.find(spark, corpus.texts(), corpus.articles(), job.copies());
    Dataset<Row> articles = copies.marked(corpus.articles());
    Map<String, Long> numbers = corpus.profile().sources();
    SourceFindings findings = new SourceFindings(articles, numbers, copies, null, null);
    return Map.of(
        "articles",
        copies.marked(corpus.articlesTable()),
        "sources",
        Sources.table(corpus.profile(), Map.of(), findings),
        "source_periods",
        SourcePeriods.table(findings, job.corpus().period()),
        "source_authors",
        SourceAuthors.table(articles),
        "source_agencies",
        SourceAgencies.table(articles, numbers));
  }

  private static void requireEmptyAndAsDeclared(String name, Dataset<Row> rows) {
    Dataset<Row> conformed = ResultTable.named(name).conform(rows);
    assertEquals(declared(name), shape(conformed.schema()), name);
    assertEquals(List.of(), conformed.collectAsList(), name);
  }
}
