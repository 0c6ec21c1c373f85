package org.broadsheet.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.broadsheet.UserException;
import org.broadsheet.copies.CopySettings;
import org.broadsheet.counting.CountSettings;
import org.broadsheet.counting.Vocabulary;
import org.broadsheet.ingest.CorpusSettings;
import org.broadsheet.ingest.Period;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.stats.FrequencyThreshold;
import org.broadsheet.table.ResultTable;
import org.broadsheet.terms.TermSettings;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.topics.learning.TopicSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobFileTest {

  private static final String SMALL = "input: [{path: articles}]\noutput: results\n";

  @TempDir private Path folder;

  private String write(String yaml) {
    try {
      Path file = Files.createDirectories(folder.resolve("jobs")).resolve("job.yaml");
      return Files.writeString(file, yaml).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Job read(String yaml, String... overrides) {
    return JobFile.read(write(yaml), List.of(overrides));
  }

  private String below(String path) {
    return folder.resolve(path).toString();
  }

  /** The mistakes as they are shown, without the path of the file. */
  private List<String> mistakes(String yaml, String... overrides) {
    UserException e = assertThrows(UserException.class, () -> read(yaml, overrides));
    List<String> lines = e.getMessage().lines().toList();
    int count = lines.size() - 1;
    assertEquals(
        count == 1 ? "the job has a mistake:" : "the job has " + count + " mistakes:",
        lines.get(0));
    return lines.stream()
        .skip(1)
        .map(line -> line.replace(below("jobs") + "/", "").strip())
        .toList();
  }

  private String mistake(String yaml, String... overrides) {
    List<String> mistakes = mistakes(yaml, overrides);
    assertEquals(1, mistakes.size(), mistakes.toString());
    return mistakes.get(0);
  }

  @Test
  void aRecordIsNamedByItsElement() {
    String found = mistake("name: x\noutput: o\ninput: [{path: a, record: <doc>}]\n");
    assertEquals(
        "input.record is '<doc>', but must be the name of an element",
        found.substring(found.indexOf("input")));
  }

  @Test
  void everyKeyIsRead() {
    Job job =
        read(
            """
            name: sample
            input:
              - path: ../data/articles
                format: jsonl
                fields: {title: hl, body: main.text, url: u, source: s, byline: b, dateline: dl,
                         published: d, language: l, section: sec, keywords: kw}
                keep: [leaning, meta.id]
              - path: /data/more
                record: doc
                follow_links: true
            output: ../target/sample
            language: en-GB
            period: month
            tables: [articles, terms, topics]
            partitions: 8
            limits: {min_words: 3, max_record_bytes: 1_000_000, unreadable: 1%}
            articles: {text: true}
            terms:
              ngrams: 3
              min_df: 5
              max_df: 0.5
              min_tf: 25%
              max_terms: 1_000
              stemming: true
              stop_words: [said]
              series: 50
              keywords: 7
              keyword_weight: bm25
              collocations: {min_count: 3}
              compare: [section]
              reference: general.csv
            topics: {algorithm: lda, k: 12, restarts: 3, seed: -4, label_field: desk}
            syndication: {days: 14, count: all}
            sources:
              identity: field
              time_zones: {themoscowtimes.com: Europe/Moscow, a.example: "+03:00"}
            expect: {articles: 120, rejected: 2, records: 1_122, terms: 0}
            """);
    Map<ArticleField, String> fields =
        Map.of(
            ArticleField.TITLE, "hl",
            ArticleField.BODY, "main.text",
            ArticleField.URL, "u",
            ArticleField.SOURCE, "s",
            ArticleField.BYLINE, "b",
            ArticleField.DATELINE, "dl",
            ArticleField.PUBLISHED, "d",
            ArticleField.LANGUAGE, "l",
            ArticleField.SECTION, "sec",
            ArticleField.KEYWORDS, "kw");
    assertEquals("sample", job.name());
    assertEquals(
        new CorpusSettings(
            List.of(
                new InputSpec(
                    below("data/articles"),
                    "jsonl",
                    null,
                    new FieldChoice(fields, List.of("leaning", "meta.id", "desk"))),
                new InputSpec(
                    "/data/more",
                    "auto",
                    null,
                    new FieldChoice(Map.of(), List.of("desk"), "doc"),
                    true)),
            "en",
            Period.MONTH,
            1_000_000,
            3,
            new FrequencyThreshold(.01, true),
            true,
            true,
            Map.of(
                "themoscowtimes.com", ZoneId.of("Europe/Moscow"), "a.example", ZoneId.of("+03:00")),
            List.of()),
        job.corpus());
    assertEquals(below("target/sample"), job.output());
    assertEquals(new LinkedHashSet<>(List.of("articles", "terms", "topics")), job.tables());
    assertEquals(8, job.partitions());
    assertEquals(
        new TermSettings(
            new CountSettings(
                3,
                new AnalysisSettings(true, List.of("said")),
                new Vocabulary(
                    FrequencyThreshold.of(5),
                    new FrequencyThreshold(.5, true),
                    new FrequencyThreshold(.25, true),
                    FrequencyThreshold.of(1_000)),
                List.of("section")),
            50,
            7,
            TermSettings.Weight.BM25,
            3,
            below("jobs/general.csv")),
        job.terms());
    assertEquals(
        new TopicSettings(TopicSettings.Algorithm.LDA, 12, 3, -4, 20_000, 0.5, 0.05, null, "desk"),
        job.topics());
    assertEquals(
        Map.of("articles", 120L, "rejected", 2L, "records", 1_122L, "terms", 0L), job.expect());
    assertTrue(job.wants("terms") && !job.wants("sources"));
    assertTrue(job.wantsAny(List.of("sources", "terms")) && !job.wantsAny(List.of("sources")));
    assertEquals(new CopySettings(14, false), job.copies());
  }

  @Test
  void everythingButInputAndOutputHasADefault() {
    Job job = read(SMALL);
    assertEquals("job", job.name());
    assertEquals(
        new CorpusSettings(
            List.of(
                new InputSpec(
                    below("jobs/articles"), "auto", null, new FieldChoice(Map.of(), List.of()))),
            null,
            Period.WEEK,
            50_000_000,
            null,
            null,
            false,
            false,
            Map.of(),
            List.of()),
        job.corpus());
    assertEquals(ResultTable.names(), job.tables());
    assertNull(job.partitions());
    assertEquals(
        new TermSettings(
            new CountSettings(
                2,
                AnalysisSettings.DEFAULT,
                new Vocabulary(FrequencyThreshold.of(2), null, FrequencyThreshold.of(1), null),
                List.of()),
            1_000,
            10,
            TermSettings.Weight.TF_IDF,
            5,
            null),
        job.terms());
    assertEquals(TopicSettings.DEFAULTS, job.topics());
    assertEquals(Map.of(), job.expect());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "language: auto", "partitions: auto", "tables: all", "tables: [all]", "topics: {k: auto}",
        "topics:", "limits: {}", "expect:", "terms: ~", "period: week"
      })
  void defaultsMayBeWrittenDown(String line) {
    Job written = read(SMALL + line + "\n");
    Job byDefault = read(SMALL);
    assertEquals(byDefault.corpus(), written.corpus());
    assertEquals(byDefault.tables(), written.tables());
    assertEquals(byDefault.topics(), written.topics());
    assertEquals(byDefault.terms(), written.terms());
    assertEquals(byDefault.partitions(), written.partitions());
  }

  @Test
  void allMistakesAreReportedAtOnceWithLineAndSuggestion() {
    List<String> mistakes =
        mistakes(
            """
            input:
              - pth: ../data
                formt: text
                path: x
                fields: {bdy: text}
            ouput: elsewhere
            output: results
            perod: week
            period: wek
            terms:
              ngram: 2
              min_df: few
            topics: {K: 5}
            sources:
              identty: url
              time_zones: {a.example: Mars/Base}
            limits: {max_bytes: 5}
            articles: {txt: true}
            syndication: {day: 3}
            tables: [artcles, terms]
            """);
    List<String> expected =
        List.of(
            "job.yaml:2: unknown key input.pth; did you mean path?",
            "job.yaml:3: unknown key input.formt; did you mean format?",
            "job.yaml:5: unknown key input.fields.bdy; did you mean body?",
            "job.yaml:6: unknown key ouput; did you mean output?",
            "job.yaml:8: unknown key perod; did you mean period?",
            "job.yaml:9: period is 'wek', but must be one of [day, week, month, year]; did you mean"
                + " week?",
            "job.yaml:11: unknown key terms.ngram; did you mean ngrams?",
            "job.yaml:12: terms.min_df is 'few', but must be a whole number from 1, or a share such as 0.01 or 1%",
            "job.yaml:13: unknown key topics.K; did you mean k?",
            "job.yaml:15: unknown key sources.identty; did you mean identity?",
            "job.yaml:16: sources.time_zones.a.example is 'Mars/Base', but must be a time zone such"
                + " as Europe/Moscow or +03:00",
            "job.yaml:18: unknown key articles.txt; did you mean text?",
            "job.yaml:19: unknown key syndication.day; did you mean days?",
            "job.yaml:20: tables names 'artcles', which is no result table; did you mean"
                + " articles?");
    for (String line : expected) {
      assertTrue(mistakes.contains(line), line + "\nis not among\n" + String.join("\n", mistakes));
    }
    assertTrue(
        mistakes.stream()
            .anyMatch(m -> m.startsWith("job.yaml:17: unknown key limits.max_bytes; ")));
    assertEquals(expected.size() + 1, mistakes.size(), String.join("\n", mistakes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          terms: {ngrams: 6}            ⇒ terms.ngrams is 6, but must be from 1 to 5
          terms: {ngrams: 0}            ⇒ terms.ngrams is 0, but must be from 1 to 5
          terms: {min_df: 2.5}          ⇒ terms.min_df is '2.5', but must be a whole number from 1, or a share such as 0.01 or 1%
          terms: {stemming: 1}          ⇒ terms.stemming is '1', but must be true or false
          terms: 5                      ⇒ terms must be a map of keys
          terms: [a]                    ⇒ terms must be a map of keys
          topics: {k: some}             ⇒ topics.k is 'some', but must be auto or a whole number
          topics: {outliers: 1}         ⇒ topics.outliers is '1', but must be from 0 to below 1, such as 0.05 or 5%
          topics: {smoothing: much}     ⇒ topics.smoothing is 'much', but must be from 0 to below 1, such as 0.05 or 5%
          topics: {model: out, k: 5}    ⇒ topics.k has no effect where topics.model names a run
          topics: {sample: 9}           ⇒ topics.sample is 9, but must be from 100 to 1000000
          topics: {k: [5]}              ⇒ topics.k must be a single value
          topics: {algorithm: lsa}      ⇒ topics.algorithm is 'lsa', but must be one of [auto, kmeans, lda]; did you mean lda?
          name: [a]                     ⇒ name must be a single value
          language: klingonese          ⇒ language is 'klingonese', but must be auto or a code such as en
          partitions: 0                 ⇒ partitions is 0, but must be auto or from 1 to 100000
          limits: {max_record_bytes: 3000000000} ⇒ limits.max_record_bytes is 3000000000, but must be from 1 to 2147483631
          articles: {text: maybe}       ⇒ articles.text is 'maybe', but must be true or false
          sources: {identity: domain}   ⇒ sources.identity is 'domain', but must be one of [url, field]
          expect: {articles: many}      ⇒ expect.articles is 'many', but must be a whole number
          expect: {artcles: 5}          ⇒ expect names 'artcles', which is no result table and no count; did you mean articles?
          tables: {a: b}                ⇒ tables must be a list of words
          """)
  void aWrongValueIsNamedWithPlaceAndRemedy(String line, String message) {
    String mistake = mistake(SMALL + line + "\n");
    assertTrue(mistake.startsWith("job.yaml:3: " + message), mistake);
  }

  @Test
  void theFormatOfAnInputIsCheckedToo() {
    String mistake = mistake("input: [{path: a, format: jsonlines}]\noutput: results\n");
    assertTrue(mistake.startsWith("job.yaml:1: input.format is 'jsonlines', but must be one of"));
    assertTrue(mistake.contains("auto") && mistake.contains("jsonl") && mistake.contains("text"));
  }

  /** A job that is run for some of its tables keeps its expectations of the others. */
  @Test
  void expectationsMayBeOfTablesThatAreNotPublished() {
    Job some = read(SMALL + "tables: [articles]\nexpect: {terms: 5, articles: 2}\n");
    assertEquals(Map.of("terms", 5L, "articles", 2L), some.expect());
    assertTrue(some.expectsSomething());
    assertFalse(read(SMALL + "tables: [articles]\nexpect: {terms: 5}\n").expectsSomething());
    assertTrue(read(SMALL + "tables: [articles]\nexpect: {records: 5}\n").expectsSomething());
    assertFalse(read(SMALL).expectsSomething());
  }

  @Test
  void aWordThatIsFarFromAllIsToldTheWordsOnce() {
    assertEquals(
        "job.yaml:3: sources.identity is 'domain', but must be one of [url, field]",
        mistake(SMALL + "sources: {identity: domain}\n"));
  }

  @Test
  void aMistakeIsSaidOnce() {
    assertEquals(
        "job.yaml:2: output must be a single value",
        mistake("input: [{path: a}]\noutput: {a: b}\n"));
    assertEquals(
        "job.yaml:1: input.path must be a single value",
        mistake("input: [{path: [a]}]\noutput: b\n"));
    assertEquals(
        "job.yaml:3: tables must be a list of words",
        mistake(SMALL + "tables: [{a: b}, {c: d}]\n"));
  }

  @Test
  void mistakesAreInTheOrderOfTheFileAndThoseOfTheCommandLineLast() {
    List<String> mistakes =
        mistakes(
            "perod: week\ninput: [{pth: a}]\noutput: b\nterms: {ngrams: 9}\nname: [x]\n",
            "topics.k=none");
    List<String> places =
        mistakes.stream().map(m -> m.replaceFirst("^(job.yaml:\\d+|--set).*", "$1")).toList();
    assertEquals(
        List.of("job.yaml:1", "job.yaml:2", "job.yaml:2", "job.yaml:4", "job.yaml:5", "--set"),
        places);
  }

  @Test
  void aFileOfTwoDocumentsIsRefused() {
    UserException e = assertThrows(UserException.class, () -> read(SMALL + "---\nname: x\n"));
    assertTrue(e.getMessage().contains("a second document"), e.getMessage());
  }

  @Test
  void aPathWithAnImpossibleCharacterIsAMistake() {
    assertEquals(
        "job.yaml:2: output is no path (Nul character not allowed)",
        mistake("input: [{path: a}]\noutput: \"a\\0b\"\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "name: x\n", "~\n", "{}\n"})
  void inputAndOutputAreNeeded(String yaml) {
    List<String> mistakes = mistakes(yaml);
    assertEquals(2, mistakes.size(), mistakes.toString());
    assertTrue(mistakes.stream().anyMatch(m -> m.contains("input is missing; say what to read")));
    assertTrue(
        mistakes.stream().anyMatch(m -> m.contains("output is missing; say where to write")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"input: []", "input:", "input: [{format: text}]", "input: {keep: [a]}"})
  void anInputNeedsAPath(String line) {
    assertTrue(mistake(line + "\noutput: results\n").contains("is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"input: ../data", "input: [../data]"})
  void anInputMustBeAMap(String line) {
    assertEquals(
        "job.yaml:1: input must be a list of maps, for example input: [{path: articles}]",
        mistake(line + "\noutput: results\n"));
  }

  @Test
  void aFileThatIsNoMapIsAMistake() {
    assertTrue(mistake("- a\n- b\n").endsWith("the job file must be a map of keys"));
    assertTrue(mistake("just words\n").endsWith("the job file must be a map of keys"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`name: [a\noutput: b\n`, 2",
        "`name: a\n\tb: c\n`, 2",
        "`a: 1\n b: 2\n`, 2",
        "`x: 'y\n`, 2"
      })
  void badYamlIsReportedWithItsLine(String yaml, int line) {
    UserException e = assertThrows(UserException.class, () -> read(yaml));
    String message = e.getMessage();
    assertTrue(message.matches("(?s).*job\\.yaml:[1-3]: not YAML: .*"), message);
    assertEquals(1, message.lines().count(), "one clear message");
    int reported = Integer.parseInt(message.replaceFirst("(?s).*job\\.yaml:(\\d+):.*", "$1"));
    assertTrue(Math.abs(reported - line) <= 1, message);
  }

  @Test
  void aFileThatIsNoTextIsTheUsersMistake() throws IOException {
    Path file = Path.of(write(""));
    Files.write(file, "name: Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    for (String address : List.of(file.toString(), "file://" + file)) {
      UserException e =
          assertThrows(UserException.class, () -> JobFile.read(address, List.of()), address);
      assertTrue(e.getMessage().endsWith("; save it as UTF-8"), e.getMessage());
    }
    Files.write(file, new byte[] {'a', ':', ' ', 0, 7, '\n'});
    assertThrows(UserException.class, () -> JobFile.read(file.toString(), List.of()));
  }

  @Test
  void aFileThatIsNotThereIsTheUsersMistake() {
    for (Map.Entry<String, String> file :
        Map.of(
                below("nowhere.yaml"),
                "there is no job file",
                folder.toString(),
                "is a folder, not a job file",
                "file://" + below("nowhere.yaml"),
                "cannot be read",
                "nosuchscheme://host/job.yaml",
                "cannot be read")
            .entrySet()) {
      UserException e =
          assertThrows(UserException.class, () -> JobFile.read(file.getKey(), List.of()));
      assertTrue(e.getMessage().contains(file.getValue()), e.getMessage());
      assertTrue(e.getMessage().contains(file.getKey()), e.getMessage());
    }
  }

  /** The libraries for a remote store may be missing: a remedy helps, a stack trace does not. */
  @Test
  void aFileSystemWithoutItsLibraryIsTheUsersMistake() {
    assertThrows(UserException.class, () -> JobFile.read("s3a://bucket/job.yaml", List.of()));
  }

  @Test
  void overridesReplaceAndAddKeys() {
    Job job =
        read(
            SMALL + "topics: {k: 5, seed: 3}\ntables: [articles]\n",
            "topics.k=20",
            "topics.label_field=desk",
            "output=elsewhere",
            "tables=[terms, topics]",
            "input.0.path=other",
            "input.0.keep=[leaning]",
            "input.0.fields.body=main.text",
            "sources.time_zones={a.example: Europe/Paris}",
            "expect.terms=7",
            "language=de",
            "name=a=b");
    assertEquals(
        new TopicSettings(TopicSettings.Algorithm.AUTO, 20, 5, 3, 20_000, 0.5, 0.05, null, "desk"),
        job.topics());
    assertEquals(below("jobs/elsewhere"), job.output());
    assertEquals(new LinkedHashSet<>(List.of("terms", "topics")), job.tables());
    assertEquals(
        List.of(
            new InputSpec(
                below("jobs/other"),
                "auto",
                null,
                new FieldChoice(
                    Map.of(ArticleField.BODY, "main.text"), List.of("leaning", "desk")))),
        job.corpus().inputs());
    assertEquals(Map.of("a.example", ZoneId.of("Europe/Paris")), job.corpus().timeZones());
    assertEquals(Map.of("terms", 7L), job.expect());
    assertEquals("de", job.corpus().language());
    assertEquals("a=b", job.name());
  }

  @Test
  void theLastOverrideOfAKeyWins() {
    assertEquals(9, read(SMALL, "topics.k=20", "topics.k=9").topics().k());
    assertNull(read(SMALL, "topics.k=20", "topics.k=auto").topics().k());
  }

  @Test
  void anOverrideSetsAListOfInputs() {
    Job job = read(SMALL, "input=[{path: a}, {path: /b, format: text}]");
    assertEquals(
        List.of(below("jobs/a"), "/b"),
        job.corpus().inputs().stream().map(InputSpec::path).toList());
  }

  @Test
  void anEmptyOverrideUnsetsAKey() {
    Job job =
        read(
            SMALL + "topics: {label_field: desk}\nlanguage: de\n",
            "topics.label_field=",
            "language=~");
    assertNull(job.topics().labelField());
    assertNull(job.corpus().language());
  }

  @Test
  void theEffectiveJobHasItsOverrides() {
    Job job = read(SMALL + "topics: {k: 5}\n", "topics.k=20", "terms.ngrams=1");
    assertEquals(
        Map.of(
            "input", List.of(Map.of("path", "articles")),
            "output", "results",
            "topics", Map.of("k", "20"),
            "terms", Map.of("ngrams", "1")),
        job.effective());
  }

  @Test
  void mistakesInOverridesNameTheOverride() {
    List<String> mistakes =
        mistakes(
            SMALL,
            "topics.kk=20",
            "terms.ngrams=9",
            "period",
            "=5",
            "tables=[articles",
            "input.3.path=x",
            "name.first=x",
            "output.deep=x");
    assertTrue(mistakes.contains("--set topics.kk=20: unknown key topics.kk; did you mean k?"));
    assertTrue(
        mistakes.contains("--set terms.ngrams=9: terms.ngrams is 9, but must be from 1 to 5"));
    assertTrue(mistakes.contains("--set period: must be key=value, for example --set topics.k=20"));
    assertTrue(mistakes.stream().anyMatch(m -> m.startsWith("--set =5: must be key=value")));
    assertTrue(
        mistakes.contains(
            "--set tables=[articles: the value is not YAML: expected ',' or ']', but got <stream end>"));
    assertTrue(
        mistakes.stream().anyMatch(m -> m.startsWith("--set input.3.path=x: '3' is no entry")));
    assertTrue(mistakes.stream().anyMatch(m -> m.startsWith("--set name.first=x: ")));
    assertTrue(mistakes.stream().anyMatch(m -> m.startsWith("--set output.deep=x: ")));
    assertEquals(8, mistakes.size(), String.join("\n", mistakes));
  }

  @Test
  void relativePathsStartAtTheFolderOfTheJobFile() {
    Job job =
        read("input: [{path: ../data/a}, {path: ./b/*.txt}, {path: c/../d/}]\noutput: ../../out\n");
    assertEquals(
        List.of(below("data/a"), below("jobs/b/*.txt"), below("jobs/d")),
        job.corpus().inputs().stream().map(InputSpec::path).toList());
    assertEquals(folder.resolveSibling("out").toString(), job.output());
  }

  @Test
  void aJobFileInTheWorkingDirectoryNeedsNoFolder() {
    Path file = Path.of(write(SMALL));
    Path relative = Path.of("").toAbsolutePath().relativize(file);
    assertEquals(below("jobs/results"), JobFile.read(relative.toString(), List.of()).output());
  }

  @Test
  void addressesOfFileSystemsStayAsTheyAre() {
    Job job =
        read(
            "input: [{path: 's3a://bucket/in/*.jsonl'}, {path: 'hdfs://nn:8020/in'}]\n"
                + "output: s3a://bucket/out\n");
    assertEquals(
        List.of("s3a://bucket/in/*.jsonl", "hdfs://nn:8020/in"),
        job.corpus().inputs().stream().map(InputSpec::path).toList());
    assertEquals("s3a://bucket/out", job.output());
  }

  @Test
  void aJobFileMayBeAnAddressItself() {
    Job job = JobFile.read("file://" + write(SMALL), List.of());
    assertEquals("file://" + below("jobs/results"), job.output());
    assertEquals("file://" + below("jobs/articles"), job.corpus().inputs().get(0).path());
    Job absolute = JobFile.read("file:" + write(SMALL), List.of("output=/abs/out"));
    assertEquals("/abs/out", absolute.output());
  }

  @ParameterizedTest
  @CsvSource({
    "articles, articles",
    "articles, articles/results",
    "articles, ./articles/a/../results",
    "., results",
    "../data/, ../data/out",
    "s3a://bucket/in, s3a://bucket/in/out",
    "s3a://bucket/in/, s3a://bucket/in/out",
    "s3a://bucket/in, s3a://bucket/in/",
    "s3a://bucket/in, s3a://bucket/x/../in/out"
  })
  void theOutputMustNotBeInsideAnInput(String input, String output) {
    String yaml =
        "input: [{path: /elsewhere}, {path: '" + input + "'}]\noutput: '" + output + "'\n";
    String mistake = mistake(yaml);
    assertTrue(mistake.startsWith("job.yaml:2: output is inside the input "), mistake);
  }

  /** A glob takes in folders that it matches, the one of the results too. */
  @ParameterizedTest
  @CsvSource({"data/*, data/results", "data/*, data/results/deeper", "da*, data/results"})
  void theOutputMustNotBeMatchedByAnInput(String input, String output) {
    String mistake = mistake("input: [{path: '" + input + "'}]\noutput: " + output + "\n");
    assertTrue(mistake.startsWith("job.yaml:2: output is inside the input "), mistake);
  }

  @ParameterizedTest
  @CsvSource({"articles, link/out", "link, articles/out", "link/*, articles/out", "far, far"})
  void aLinkIsFollowedToTellWhetherTheOutputIsInside(String input, String output)
      throws IOException {
    Files.createDirectories(folder.resolve("jobs/articles"));
    Files.createSymbolicLink(folder.resolve("jobs/link"), Path.of("articles"));
    Files.createSymbolicLink(folder.resolve("jobs/far"), folder.resolve("jobs/articles"));
    String mistake = mistake("input: [{path: '" + input + "'}]\noutput: " + output + "\n");
    assertTrue(mistake.startsWith("job.yaml:2: output is inside the input "), mistake);
  }

  @ParameterizedTest
  @CsvSource({
    "articles, articles-results",
    "articles, results",
    "data/articles, data",
    "data/*.txt, data/results",
    "s3a://bucket/in, s3a://bucket/in2",
    "s3a://bucket/in, s3a://other/in/out"
  })
  void theOutputMayBeBesideAnInput(String input, String output) {
    Job job = read("input: [{path: '" + input + "'}]\noutput: '" + output + "'\n");
    assertFalse(job.output().isEmpty());
  }

  @Test
  void aJobFileOfAnAddressIsCheckedForOutputInsideInputToo() {
    String file = "file://" + write("input: [{path: .}]\noutput: results\n");
    assertThrows(UserException.class, () -> JobFile.read(file, List.of()));
  }
}
