package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a person uses it: through the command line, its tables read by DuckDB. */
class EndToEndTest {

  @TempDir Path folder;

  private record Outcome(int code, String err) {}

  private static Outcome broadsheet(String... arguments) {
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      return new Outcome(Broadsheet.execute(arguments), bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(err);
    }
  }

  private Outcome run(String job, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), job);
    String[] arguments = new String[2 + more.length];
    arguments[0] = "run";
    arguments[1] = file.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return broadsheet(arguments);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String query(String sql) throws Exception {
    String from = folder.resolve("out/latest").toString();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql.replace("@", from + "/"))) {
      StringBuilder rows = new StringBuilder();
      while (result.next()) {
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          rows.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.append('\n');
      }
      return rows.toString();
    }
  }

  private static final String JOB = "input: [{path: in}]\noutput: out\nlanguage: en\n";

  @Test
  void theSampleHoldsTheNumbersItsJobExpects() {
    Outcome outcome =
        broadsheet("run", "jobs/sample.yaml", "--verify", "--set", "output=" + folder + "/sample");
    assertEquals(0, outcome.code, outcome.err);
    assertTrue(outcome.err.contains("verified"), outcome.err);
  }

  @Test
  void aWrongExpectationEndsWithCodeThree() throws IOException {
    write("a.jsonl", "{\"title\": \"Ferries\", \"body\": \"Ferries sail again.\"}\n");
    assertEquals(3, run(JOB + "expect: {articles: 2}\n", "--verify").code);
  }

  @Test
  void termsAreCountedOverTitleAndBody() throws Exception {
    write(
        "a.jsonl",
        "{\"title\": \"Harbour ferries\", \"body\": \"Ferries sail. The harbour's ferries.\"}\n"
            + "{\"title\": \"Ferries\", \"body\": \"No boat.\"}\n");
    assertEquals(0, run(JOB).code);
    assertEquals(
        "ferries|4|2|1\n", query("select term, tf, df, rank from '@terms/*.parquet' where n = 1"));
    assertEquals("0\n", query("select count(*) from '@terms/*.parquet' where n = 2 and tf > 2"));
  }

  @Test
  void whatIsBrokenIsRejectedWithItsReasonAndTheRestStays() throws Exception {
    write(
        "good.jsonl",
        "\n{\"title\": \"One\", \"body\": \"A word.\"}\n{\"title\": \"broken\n[1]\n{}\n");
    write("latin1.txt", new byte[] {'c', 'a', 'f', (byte) 0xe9});
    write("data.csv", "a,b\n");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      java.util.Random random = new java.util.Random(1);
      for (int i = 0; i < 2_000; i++) {
        gzip.write(
            ("{\"title\": \"t" + random.nextLong() + "\"}\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    write("cut.jsonl.gz", Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2));
    Outcome outcome = run(JOB);
    assertEquals(0, outcome.code, outcome.err);
    assertEquals(
        "cut.jsonl.gz|unreadable-file\n"
            + "data.csv|unreadable-file\n"
            + "good.jsonl|bad-record\n"
            + "good.jsonl|not-an-object\n"
            + "good.jsonl|no-mapping\n"
            + "latin1.txt|bad-encoding\n",
        query(
            "select input_file, reason from '@rejected_records/*.parquet'"
                + " order by input_file, record_no"));
    assertEquals(
        "2\n",
        query("select record_no from '@articles/*.parquet' where input_file = 'good.jsonl'"));
    assertEquals(
        "0\n",
        query(
            "select count(*) from '@input_files/*.parquet'"
                + " where records <> accepted + rejected + exact_duplicates"));
  }

  @Test
  void exactDuplicatesAreCountedOnceAndListed() throws Exception {
    String line =
        "{\"title\": \"One\", \"body\": \"Same words.\", \"url\": \"https://a.example/1\"}\n";
    write("a.jsonl", line + line);
    assertEquals(0, run(JOB).code);
    assertEquals("1\n", query("select count(*) from '@articles/*.parquet'"));
    assertEquals(
        "a.jsonl|2\n", query("select input_file, record_no from '@exact_duplicates/*.parquet'"));
  }

  @Test
  void userMistakesEndWithCodeTwoAndNoStackTrace() throws IOException {
    write("a.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    Files.createDirectory(folder.resolve("empty"));
    for (String job :
        new String[] {
          JOB + "topcs: {k: 2}\n",
          JOB + "topics: {k: 50}\n",
          JOB.replace("path: in", "path: nowhere"),
          JOB.replace("path: in", "path: empty"),
          JOB.replace("output: out", "output: in/out"),
          JOB.replace("path: in", "path: job.yaml"),
        }) {
      Outcome outcome = run(job);
      assertEquals(2, outcome.code, job + outcome.err);
      assertFalse(outcome.err.contains("\tat "), outcome.err);
      assertFalse(Files.exists(folder.resolve("out")), "nothing is left behind: " + job);
    }
  }

  @Test
  void aCorpusOfOneLongArticleIsOneTopicOfItself() throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      body.append("harbour")
          .append(i % 67)
          .append(" ferry")
          .append(i % 31)
          .append(i % 5 == 0 ? ". " : " ");
    }
    write("a.jsonl", "{\"title\": \"One\", \"body\": \"" + body + "\"}\n");
    Outcome outcome = run(JOB);
    assertEquals(0, outcome.code, outcome.err);
    assertEquals(
        "1|true\n",
        query("select topic_id, similarity between 0.999 and 1 from '@article_topics/*.parquet'"));
    assertEquals(
        "1|true\n",
        query("select articles, cohesion between 0.999 and 1 from '@topics/*.parquet'"));
  }

  @Test
  void aPointerThatCannotBeMovedIsSaidAndTheTablesStay() throws Exception {
    write("a.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    Files.createDirectories(folder.resolve("out/latest/mine"));
    Outcome outcome = run(JOB + "tables: [articles]\n");
    assertEquals(2, outcome.code, outcome.err);
    assertFalse(outcome.err.contains("\tat "), outcome.err);
    assertTrue(outcome.err.contains("could not be moved"), outcome.err);
    String pointer = Files.readString(folder.resolve("out/latest.json"));
    String run = pointer.replaceAll("(?s).*\"path\": \"(.*?)\".*", "$1");
    assertTrue(Files.exists(folder.resolve("out").resolve(run).resolve("run.json")), pointer);
  }

  @Test
  void articlesWithoutASourceAreNoOutlets() throws Exception {
    write(
        "a.jsonl",
        "{\"title\": \"One\", \"body\": \"A word.\", \"url\": \"https://www.post.example/1\"}\n"
            + "{\"title\": \"Two\", \"body\": \"No address.\"}\n");
    Outcome outcome = run(JOB + "tables: [sources]\n");
    assertTrue(outcome.err.contains("1 outlet and 1 article of none, "), outcome.err);
  }

  @Test
  void aNewRunMovesThePointerAndOldRunsAreRemovedOnRequest() throws IOException {
    write("a.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    assertEquals(0, run(JOB + "tables: [articles]\n").code);
    Path first = Files.readSymbolicLink(folder.resolve("out/latest"));
    assertEquals(0, run(JOB + "tables: [articles]\n", "--keep-runs", "1").code);
    Path second = Files.readSymbolicLink(folder.resolve("out/latest"));
    assertFalse(first.equals(second));
    assertFalse(Files.exists(folder.resolve("out").resolve(first)));
    assertTrue(Files.exists(folder.resolve("out").resolve(second).resolve("run.json")));
  }
}
