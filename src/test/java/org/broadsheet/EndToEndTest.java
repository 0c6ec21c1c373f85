package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a person uses it: through the command line, its tables read by DuckDB. */
class EndToEndTest {

  @TempDir Path folder;

  private Program.Outcome run(String job, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), job);
    String[] arguments = new String[2 + more.length];
    arguments[0] = "run";
    arguments[1] = file.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Program.broadsheet(arguments);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String query(String sql) {
    return Program.rows(folder.resolve("out/latest"), sql).stream()
        .map(row -> row + "\n")
        .collect(Collectors.joining());
  }

  private static final String JOB = "input: [{path: in}]\noutput: out\nlanguage: en\n";

  @Test
  void aYearWithoutNewspapersAddsNoPeriods() throws Exception {
    StringBuilder records = new StringBuilder();
    for (String day : new String[] {"2026-03-02", "2026-03-16", "9999-12-31", "1026-03-02"}) {
      records
          .append("{\"title\": \"Ferries\", \"body\": \"Ferries sail on ")
          .append(day)
          .append(".\", \"source\": \"Post\", \"date\": \"")
          .append(day)
          .append("\"}\n");
    }
    write("a.jsonl", records.toString());
    Program.Outcome outcome = run(JOB);
    assertEquals(0, outcome.code(), outcome.err());
    String weeks = "2026-03-02|1\n2026-03-09|0\n2026-03-16|1\n";
    assertEquals(
        weeks, query("select period, articles from '@source_periods/*.parquet' order by period"));
    assertEquals(
        weeks,
        query("select period, articles from '@periods/*.parquet' where n = 1 order by period"));
    assertEquals(
        "1026-03-02\n2026-03-02\n2026-03-16\n9999-12-31\n",
        query("select published_date from '@articles/*.parquet' order by published_date"));
    assertTrue(
        outcome
            .err()
            .contains(
                "2 articles dated before 1600 or after 2099, left out of the tables by period"),
        outcome.err());
  }

  @Test
  void termsAreCountedOverTitleAndBody() throws Exception {
    write(
        "a.jsonl",
        "{\"title\": \"Harbour ferries\", \"body\": \"Ferries sail. The harbour's ferries.\"}\n"
            + "{\"title\": \"Ferries\", \"body\": \"No boat.\"}\n");
    assertEquals(0, run(JOB).code());
    assertEquals(
        "ferries|4|2|1\n", query("select term, tf, df, rank from '@terms/*.parquet' where n = 1"));
    assertEquals("0\n", query("select count(*) from '@terms/*.parquet' where n = 2 and tf > 2"));
  }

  @Test
  void whatIsBrokenIsRejectedWithItsReasonAndTheRestStays() throws Exception {
    write(
        "good.jsonl",
        "\n{\"title\": \"One\", \"body\": \"A word.\"}\n{\"title\": \"broken\n[1]\n{}\n");
    write("bytes.txt", new byte[] {'c', 'a', 'f', (byte) 0x81, 1, (byte) 0xff});
    write("data.pdf", "%PDF-1.7");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      java.util.Random random = new java.util.Random(1);
      for (int i = 0; i < 2_000; i++) {
        gzip.write(
            ("{\"title\": \"t" + random.nextLong() + "\"}\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    write("cut.jsonl.gz", Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2));
    Program.Outcome outcome = run(JOB);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "bytes.txt|bad-encoding\n"
            + "cut.jsonl.gz|unreadable-file\n"
            + "data.pdf|unreadable-file\n"
            + "good.jsonl|bad-record\n"
            + "good.jsonl|not-an-object\n"
            + "good.jsonl|no-mapping\n",
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
    assertEquals(0, run(JOB).code());
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
      Program.Outcome outcome = run(job);
      assertEquals(2, outcome.code(), job + outcome.err());
      assertFalse(outcome.err().contains("\tat "), outcome.err());
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
    Program.Outcome outcome = run(JOB);
    assertEquals(0, outcome.code(), outcome.err());
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
    Program.Outcome outcome = run(JOB + "tables: [articles]\n");
    assertEquals(2, outcome.code(), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
    assertTrue(outcome.err().contains("could not be moved"), outcome.err());
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
    Program.Outcome outcome = run(JOB + "tables: [sources]\n");
    assertTrue(outcome.err().contains("1 outlet and 1 article without an outlet, "), outcome.err());
  }

  @Test
  void aNewRunMovesThePointerAndOldRunsAreRemovedOnRequest() throws IOException {
    write("a.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    assertEquals(0, run(JOB + "tables: [articles]\n").code());
    Path first = Files.readSymbolicLink(folder.resolve("out/latest"));
    assertEquals(0, run(JOB + "tables: [articles]\n", "--keep-runs", "1").code());
    Path second = Files.readSymbolicLink(folder.resolve("out/latest"));
    assertFalse(first.equals(second));
    assertFalse(Files.exists(folder.resolve("out").resolve(first)));
    assertTrue(Files.exists(folder.resolve("out").resolve(second).resolve("run.json")));
  }

  @Test
  void shortTextsTakeTheLanguageGuessedForMostOfThem() throws Exception {
    write(
        "a.jsonl",
        "{\"title\": \"The council will vote on the new harbour plan this week\"}\n"
            + "{\"title\": \"Residents are asked to boil their water until Friday\"}\n"
            + "{\"title\": \"Zug\"}\n");
    Program.Outcome outcome = run("input: [{path: in}]\noutput: out\ntables: [articles, terms]\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("en\n", query("select distinct language from '@articles/*.parquet'"));
  }

  @Test
  void showPrintsRowsAsATableAsCsvAndAsJson() throws Exception {
    write(
        "a.jsonl",
        "{\"title\": \"Ferries, \\\"again\\\"\", \"body\": \"Two ferries.\", \"tags\": [\"sea\", \"wind\"]}\n"
            + "{\"title\": \"Boats\", \"body\": \"One.\"}\n");
    assertEquals(0, run(JOB + "tables: [articles]\n").code());
    assertEquals(
        """
        title             words  keywords
        ----------------  -----  ---------
        Boats                 1
        Ferries, "again"      2  sea, wind
        (2 rows)
        """,
        show("--columns", "title,words,keywords", "--order", "title"));
    assertEquals(
        """
        title,words,keywords
        "Ferries, ""again""\",2,"sea, wind"
        """,
        show("--columns", "title,words,keywords", "--where", "words = 2", "--format", "csv"));
    assertEquals(
        """
        {"title":"Boats","keywords":[]}
        """,
        show(
            "--columns", "title,keywords", "--order", "title", "--limit", "1", "--format", "json"));
  }

  /** Five articles: what a terminal obeys, and what a spreadsheet does. */
  private void writeHostileTitles() throws IOException {
    write(
        "a.jsonl",
        "{\"title\": \"\\u001b[2JFerry plan\\u0007\", \"url\": \"\\u001b[2J\\u001b]0;other window\\u0007 Ferry plan\", \"body\": \"One.\"}\n"
            + "{\"title\": \"invoice\\u202egpj.exe\", \"body\": \"One.\"}\n"
            + "{\"title\": \"=HYPERLINK(\\\"http://a.example\\\",1)\", \"body\": \"One.\"}\n"
            + "{\"title\": \"@SUM(1)\", \"body\": \"One.\", \"tags\": [\"-1+2\", \"b\"]}\n"
            + "{\"title\": \"می\\u200cخواهم\", \"body\": \"One.\"}\n");
    assertEquals(0, run(JOB + "tables: [articles]\n").code());
  }

  @Test
  void nothingThatShowPrintsIsObeyedByATerminal() throws Exception {
    writeHostileTitles();
    // No title has a control character, but an address may.
    String[] question = {
      "--columns", "coalesce(url, title) as title", "--order", "record_no", "--limit", "2"
    };
    assertEquals(
        "title\n[2JFerry plan\n",
        show("--columns", "title", "--where", "record_no = 1", "--format", "csv"));
    assertEquals(
        """
        title
        --------------------------------
        \ufffd[2J\ufffd]0;other window\ufffd Ferry plan
        invoice\ufffdgpj.exe
        (2 of 5 rows)
        """,
        show(question));
    assertEquals(
        """
        title
        \ufffd[2J\ufffd]0;other window\ufffd Ferry plan
        invoice\ufffdgpj.exe
        """,
        show(with(question, "--format", "csv")));
    assertEquals(
        """
        {"title":"\\u001B[2J\\u001B]0;other window\\u0007 Ferry plan"}
        {"title":"invoice\\u202Egpj.exe"}
        """,
        show(with(question, "--format", "json")));
    assertEquals(
        "title\nمی\u200cخواهم\n",
        show("--columns", "title", "--where", "record_no = 5", "--format", "csv"));
    assertEquals(
        "a\ufffd\n1\n", show("--columns", "1 as \"a\u001b\"", "--limit", "1", "--format", "csv"));
    String output = folder.resolve("out").toString();
    Program.Outcome wrong =
        Program.broadsheet("show", output, "articles", "--where", "'\u001b[2J' >");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("'\ufffd[2J' >"), wrong.err());
    assertFalse(wrong.err().contains("\u001b"), wrong.err());
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void noTextRunsAsAFormulaInASpreadsheet() throws Exception {
    writeHostileTitles();
    String[] question = {
      "--columns",
      "title,keywords,-words as minus",
      "--where",
      "record_no > 2",
      "--order",
      "record_no"
    };
    assertEquals(
        """
        title,keywords,minus
        "'=HYPERLINK(""http://a.example"",1)",,-1
        '@SUM(1),"'-1+2, b",-1
        می\u200cخواهم,,-1
        """,
        show(with(question, "--spreadsheet")));
    assertEquals(
        show(with(question, "--spreadsheet")),
        show(with(question, "--spreadsheet", "--format", "csv")));
    assertEquals(
        """
        title,keywords,minus
        "=HYPERLINK(""http://a.example"",1)",,-1
        @SUM(1),"-1+2, b",-1
        می\u200cخواهم,,-1
        """,
        show(with(question, "--format", "csv")));
    String[] texts = {
      "--columns",
      "chr(9) || '1' as t,chr(13) || '1' as r,'＝1' as w,'a=b' as e,-0.5::double as d",
      "--limit",
      "1"
    };
    assertEquals("t,r,w,e,d\n'\t1,'\ufffd1,'＝1,a=b,-0.5\n", show(with(texts, "--spreadsheet")));
  }

  @Test
  void showSaysWhatTheLimitLeavesOut() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1_234; i++) {
      lines.append("{\"title\": \"Ferry ").append(i).append("\", \"body\": \"It sails.\"}\n");
    }
    write("a.jsonl", lines.toString());
    assertEquals(0, run(JOB + "tables: [articles]\n").code());
    assertTrue(show().endsWith("\n(20 of 1,234 rows)\n"));
    assertTrue(show("--limit", "0").endsWith("\n(1,234 rows)\n"));
    assertTrue(show("--where", "record_no < 31").endsWith("\n(20 of 30 rows)\n"));
    assertTrue(show("--where", "record_no < 21").endsWith("\n(20 rows)\n"));
    assertTrue(
        show("--columns", "distinct record_no % 7", "--order", "1", "--limit", "3")
            .endsWith("\n(3 of 7 rows)\n"));
    String[] csv = {"show", folder.resolve("out").toString(), "articles", "--format", "csv"};
    Program.Outcome cut = Program.broadsheet(csv);
    assertEquals(21, cut.out().lines().count());
    assertEquals("broadsheet: 20 of 1,234 rows; --limit 0 prints all\n", cut.err());
    Program.Outcome all = Program.broadsheet(with(csv, "--limit", "0"));
    assertEquals(1_235, all.out().lines().count());
    assertEquals("", all.err());
    assertEquals(
        "broadsheet: 1 of 1,234 rows; --limit 0 prints all\n",
        Program.broadsheet("show", csv[1], "articles", "--format", "json", "--limit", "1").err());
  }

  @Test
  void showSaysWhatIsWrongWithAQuestion() throws Exception {
    write("a.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    assertEquals(0, run(JOB + "tables: [articles]\n").code());
    String output = folder.resolve("out").toString();
    for (String[] question :
        new String[][] {
          {output, "artcles"},
          {output, "terms"},
          {output, "articles", "--columns", "titel"},
          {output, "articles", "--where", "words >"},
          {output, "articles", "--limit", "-1"},
          {output, "articles", "--where", "cast(title as int) > 1"},
          {output, "articles", "--spreadsheet", "--format", "json"},
          {output, "articles", "--spreadsheet", "--format", "table"},
          {folder.resolve("in").toString(), "articles"},
        }) {
      Program.Outcome outcome =
          Program.broadsheet(
              Stream.concat(Stream.of("show"), Stream.of(question)).toArray(String[]::new));
      assertEquals(2, outcome.code(), outcome.err());
      assertFalse(outcome.err().contains("\tat "), outcome.err());
      assertEquals("", outcome.out());
    }
  }

  @Test
  void checkSaysWhatARunWouldSeeAndWritesNothing() throws Exception {
    write(
        "a.jsonl",
        "{\"title\": \"One\", \"body\": \"A word.\", \"url\": \"https://a.example/1\", \"date\": \"2026-03-04\"}\n"
            + "{\"title\": \"Two\", \"body\": \"A word.\"}\n{}\n");
    Path file = Files.writeString(folder.resolve("job.yaml"), JOB);
    Program.Outcome outcome = Program.broadsheet("check", file.toString());
    assertEquals(0, outcome.code(), outcome.err());
    for (String part :
        new String[] {
          "jsonl              1         3         2         1         0",
          "1 outlet and 1 article without an outlet, 2026-03-04, en 2",
          "title 100",
          "url 50",
          "published_date 50",
          "rejected, no-mapping: 1",
          "a.jsonl, record 3: "
        }) {
      assertTrue(outcome.out().contains(part), part + " in\n" + outcome.out());
    }
    assertFalse(Files.exists(folder.resolve("out")));
  }

  private String show(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "show";
    arguments[1] = folder.resolve("out").toString();
    arguments[2] = "articles";
    System.arraycopy(more, 0, arguments, 3, more.length);
    Program.Outcome outcome = Program.broadsheet(arguments);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.out();
  }

  @Test
  void oneLongForeignTextDoesNotDecideForTheShortOnesOfAnotherOutlet() throws Exception {
    String article = "{\"title\": \"%s\", \"source\": \"%s\"}\n";
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String title = "The council will vote on plan " + i + " for the harbour this week";
      lines.append(String.format(article, title, "post.example"));
    }
    String german =
        "Der Rat der Stadt hat am Montag über den neuen Hafen abgestimmt und den Plan mit großer Mehrheit angenommen. ";
    lines.append(String.format(article, german.repeat(4), "bote.example"));
    write("a.jsonl", lines.toString());
    assertEquals(0, run("input: [{path: in}]\noutput: out\ntables: [articles]\n").code());
    assertEquals(
        "de|1\nen|12\n",
        query("select language, count(*) from '@articles/*.parquet' group by 1 order by 1"));
  }

  @Test
  void whatCannotBeOpenedIsARejectedRecordAndNoneIsLeftOut() throws Exception {
    write("_good.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    write("_SUCCESS", "");
    Process pipe = new ProcessBuilder("mkfifo", folder.resolve("in/pipe.jsonl").toString()).start();
    assertEquals(0, pipe.waitFor());
    // A name in Latin-1, which only a program with other names than Java's can make.
    String odd = "printf x > '" + folder.resolve("in") + "/caf'$(printf '\\351')'.txt'";
    assertEquals(0, new ProcessBuilder("sh", "-c", odd).start().waitFor());
    Program.Outcome outcome = run(JOB + "tables: [articles, rejected_records, input_files]\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "_good.jsonl|1|0\ncaf%E9.txt|0|1\npipe.jsonl|0|1\n",
        query("select input_file, accepted, rejected from '@input_files/*.parquet' order by 1"));
    assertEquals(
        "unreadable-file\n", query("select distinct reason from '@rejected_records/*.parquet'"));
  }

  @Test
  void aLinkThatLeadsOutOfTheInputIsARejectedRecordUnlessTheJobFollowsIt() throws Exception {
    write("a.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    Path secret = Files.createDirectories(folder.resolve("secret"));
    Files.writeString(secret.resolve("b.jsonl"), "{\"title\": \"Two\", \"body\": \"A word.\"}\n");
    Files.createSymbolicLink(folder.resolve("in/link"), Path.of("../secret"));
    String job = JOB + "tables: [articles, rejected_records, input_files]\n";
    Program.Outcome outcome = run(job);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("One\n", query("select title from '@articles/*.parquet'"));
    assertEquals(
        "link|1|unreadable-file|a link that leads out of the input; follow_links: true reads it\n",
        query("select input_file, record_no, reason, detail from '@rejected_records/*.parquet'"));
    assertEquals(
        "a.jsonl|1|0\nlink|0|1\n",
        query("select input_file, accepted, rejected from '@input_files/*.parquet' order by 1"));
    assertEquals(0, run(job, "--set", "input.0.follow_links=true").code());
    assertEquals(
        "One|a.jsonl\nTwo|link/b.jsonl\n",
        query("select title, input_file from '@articles/*.parquet' order by 1"));
  }

  @Test
  void checkReadsASampleAndSaysSo() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      lines.append("{\"title\": \"Ferry ").append(i).append("\", \"body\": \"It sails.\"}\n");
    }
    write("a.jsonl", lines.toString());
    String job = Files.writeString(folder.resolve("job.yaml"), JOB).toString();
    String sample = Program.broadsheet("check", job).out();
    assertTrue(sample.contains("a sample: the first 2,000 records of 1 file, of 1"), sample);
    assertTrue(sample.contains("jsonl              1     2,000     2,000"), sample);
    String all = Program.broadsheet("check", job, "--all").out();
    assertFalse(all.contains("a sample"), all);
    assertTrue(all.contains("jsonl              1     2,500     2,500"), all);
  }

  @Test
  void anUnknownMappingIsProposed() throws Exception {
    write(
        "a.jsonl",
        "{\"slug\": \"x\", \"kop\": \"De haven is dicht\", \"inhoud\": \"De haven is sinds maandag dicht, zegt de gemeente.\"}\n");
    Program.Outcome outcome = run(JOB);
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("fields: {title: kop, body: inhoud}"), outcome.err());
  }

  @Test
  void aBodyThatIsCutOffCountsInNoLengthAndNoTerm() throws Exception {
    write(
        "a.json",
        "{\"status\": \"ok\", \"articles\": [{\"source\": {\"id\": null, \"name\": \"Post\"}, \"title\": \"Ferry strike\","
            + " \"publishedAt\": \"2026-01-02T00:00:00Z\", \"content\": \"Boats are still… [+99 chars]\"}]}");
    Program.Outcome outcome = run(JOB + "terms: {min_df: 1, ngrams: 1}\narticles: {text: true}\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "truncated|field|3|Boats are still\n",
        query("select body_status, text_rule, words, text from '@articles/*.parquet'"));
    assertEquals("ferry\nstrike\n", query("select term from '@terms/*.parquet' order by 1"));
    assertEquals(
        "0|0|null\n", query("select body_articles, words, words_p50 from '@sources/*.parquet'"));
  }

  @Test
  void aFrontPageIsNoArticle() throws Exception {
    write(
        "a.jsonl",
        "{\"title\": \"Post\", \"body\": \"News of today.\", \"url\": \"https://www.post.example/\"}\n"
            + "{\"title\": \"One\", \"body\": \"A word.\", \"url\": \"https://www.post.example/a/1\"}\n");
    assertEquals(0, run(JOB + "tables: [articles, rejected_records]\n").code());
    assertEquals(
        "1|home-page\n", query("select record_no, reason from '@rejected_records/*.parquet'"));
  }

  @Test
  void aFolderNamedLikeAPatternIsRead() throws Exception {
    write("[2026] articles/a.jsonl", "{\"title\": \"One\", \"body\": \"A word.\"}\n");
    write("{b}.jsonl", "{\"title\": \"Two\", \"body\": \"A word.\"}\n");
    String job = "input: [{path: 'in/[2026] articles'}, {path: 'in/{b}.jsonl'}]\noutput: out\n";
    Program.Outcome outcome = run(job + "tables: [articles]\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("2\n", query("select count(*) from '@articles/*.parquet'"));
  }

  /** Whatever its format, an article is the same: all but the first are exact duplicates. */
  @Test
  void theSameArticlesInEveryFormatAreTheSameArticles() throws Exception {
    Files.createDirectories(folder.resolve("in"));
    int formats = SameArticles.write(SameArticles.of(500), folder.resolve("in"));
    Program.Outcome outcome =
        run(JOB + "tables: [articles, rejected_records, exact_duplicates, input_files]\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", query("select input_file, detail from '@rejected_records/*.parquet' limit 5"));
    assertEquals(
        "",
        query(
            "select input_file, title from '@articles/*.parquet' where input_file <> 'a.jsonl' limit 5"));
    assertEquals(
        "500|post.example|Jane Doe|full\n",
        query(
            "select count(*), source, authors[1], body_status from '@articles/*.parquet' group by 2, 3, 4"));
    assertEquals(
        500 * (formats - 1) + "\n", query("select count(*) from '@exact_duplicates/*.parquet'"));
    assertEquals(
        "k.zip|zip|0\nk.zip!/texts/0.txt|text|1\n",
        query(
            "select input_file, format, records from '@input_files/*.parquet'"
                + " where input_file in ('k.zip', 'k.zip!/texts/0.txt') order by 1"));
  }
}
