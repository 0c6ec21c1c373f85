package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says and does where something is wrong, or is ended. */
class CommandLineTest {

  private static final String JOB =
      "input: [{path: in}]\noutput: out\nlanguage: en\ntables: [articles]\n";

  /** The exit code of a process that SIGTERM has ended. */
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in/a.jsonl"),
        "{\"title\": \"Café “One”\", \"body\": \"A word or two.\","
            + " \"date\": \"2026-03-13T10:20:00+01:00\"}\n");
  }

  private String job(String text) throws IOException {
    return Files.writeString(folder.resolve("job.yaml"), text).toString();
  }

  private Program.Outcome run(String job, String... more) throws IOException {
    return Program.broadsheet(arguments("run", job(job), more));
  }

  private static String[] arguments(String command, String first, String... more) {
    return Stream.concat(Stream.of(command, first), Stream.of(more)).toArray(String[]::new);
  }

  private Program.Outcome show(String output, String... more) {
    return Program.broadsheet(arguments("show", folder.resolve(output).toString(), more));
  }

  private static void assertRefused(Program.Outcome outcome, String message) {
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(message), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      return runs.map(run -> run.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anOutputThatCannotBeWrittenIsSaidBeforeSparkStarts() throws IOException {
    for (String output : List.of("/proc/foo/out", "in/../job.yaml/out")) {
      Program.Outcome outcome = run(JOB, "--set", "output=" + output);
      assertRefused(outcome, "cannot be written");
      assertFalse(outcome.err().contains("start Spark"), outcome.err());
    }
  }

  @Test
  void aRunThatFailsLeavesNoFolder() throws IOException {
    Files.writeString(folder.resolve("in/a.jsonl"), "{}\n");
    Program.Outcome outcome = run(JOB, "--set", "output=a/b/out");
    assertRefused(outcome, "the input holds no article");
    assertFalse(Files.exists(folder.resolve("a")));
  }

  @Test
  void verifyingNothingIsRefused() throws IOException {
    assertRefused(run(JOB, "--verify"), "expect: names no table that the job writes");
    assertRefused(
        run(JOB + "expect: {terms: 3}\n", "--verify"),
        "expect: names no table that the job writes");
  }

  @Test
  void whatIsNotPublishedIsNotCompared() throws IOException {
    Program.Outcome outcome = run(JOB + "expect: {articles: 1, terms: 3}\n", "--verify");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("not compared: terms: expected 3, not published"));
    assertTrue(outcome.err().contains("verified: every number that was compared"));
  }

  @Test
  void keepingRunsTouchesNothingElse() throws IOException {
    assertEquals(0, run(JOB).code());
    Files.createDirectory(folder.resolve("out/runs/29991231T235959Z-ffff"));
    Files.writeString(folder.resolve("out/runs/notes.txt"), "");
    assertEquals(0, run(JOB, "--keep-runs", "1").code());
    String latest = Files.readSymbolicLink(folder.resolve("out/latest")).getFileName().toString();
    assertEquals(List.of(latest, "29991231T235959Z-ffff", "notes.txt"), runs());
  }

  @Test
  void afterPublishingNothingSaysThatNothingWas() throws IOException {
    Files.createDirectories(folder.resolve("out/latest/mine"));
    Program.Outcome outcome = run(JOB);
    assertRefused(outcome, "the tables are in ");
    assertFalse(outcome.err().contains("nothing was published"), outcome.err());
  }

  @Test
  void aLabelThatNoArticleHasIsAWarning() throws IOException {
    String job = JOB.replace("[articles]", "[articles, topics]");
    String warning = "topics.label_field: no article has a value of 'desk'";
    Program.Outcome without = run(job + "topics: {label_field: desk}\n");
    assertTrue(without.err().contains(warning), without.err());
    Files.writeString(
        folder.resolve("in/a.jsonl"),
        "{\"title\": \"One\", \"body\": \"Ferries and boats.\", \"desk\": \"sea\"}\n");
    Program.Outcome with = run(job + "topics: {label_field: desk}\n");
    assertEquals(0, with.code(), with.err());
    assertFalse(with.err().contains("label_field"), with.err());
  }

  @Test
  void showPrintsInstantsInUtc() throws IOException {
    assertEquals(0, run(JOB).code());
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      for (String format : List.of("table", "csv", "json")) {
        Program.Outcome outcome =
            show(
                "out",
                "articles",
                "--columns",
                "published_at",
                "--where",
                "published_at >= '2026-03-13 09:20:00'",
                "--format",
                format);
        assertTrue(outcome.out().contains("2026-03-13T09:20:00Z"), outcome.out() + outcome.err());
      }
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void showReadsAnOutputWithTheNameOfAPattern() throws IOException {
    assertEquals(0, run(JOB, "--set", "output='out [2026] *?'").code());
    Program.Outcome outcome = show("out [2026] *?", "articles", "--columns", "words");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().endsWith("(1 row)\n"), outcome.out());
  }

  @Test
  void showTakesACommentForWhatItIs() throws IOException {
    Files.writeString(
        folder.resolve("in/b.jsonl"),
        "{\"title\": \"Two\", \"body\": \"A.\"}\n{\"title\": \"Six\", \"body\": \"Many.\"}\n");
    assertEquals(0, run(JOB).code());
    assertEquals(
        "title\n-----\nTwo\n(1 of 2 rows)\n",
        show(
                "out",
                "articles",
                "--columns",
                "title",
                "--where",
                "words < 3 --x",
                "--order",
                "title desc --y",
                "--limit",
                "1")
            .out());
    assertRefused(show("out", "articles", "--where", " "), "--where is empty");
    assertRefused(show("out", "articles", "--order", ""), "--order is empty");
  }

  @Test
  void showOfARunThatIsGoneSaysSo() throws IOException {
    assertEquals(0, run(JOB).code());
    Files.delete(folder.resolve("out/latest").resolve("run.json"));
    assertRefused(show("out", "articles"), "there is no finished run in ");
  }

  @Test
  void aWrongLevelOfTheLogIsRefused() throws IOException {
    assertRefused(
        run(JOB, "--spark-log", "LOUD"), "expected one of [OFF, ERROR, WARN, INFO, DEBUG]");
  }

  @Test
  void aWrongMasterIsRefusedInASentence() throws IOException {
    System.setProperty("spark.master", "nonsense");
    try {
      assertRefused(run(JOB), "Spark does not start with the master nonsense: ");
      assertFalse(Files.exists(folder.resolve("out")));
    } finally {
      System.clearProperty("spark.master");
    }
  }

  private static void assertPrintable(String text) {
    assertFalse(text.matches("(?s).*[\\p{Cc}\\u2028-\\u202e\\u2066-\\u2069&&[^\n\t]].*"), text);
  }

  @Test
  void noMistakeOfTheCommandLineIsObeyedByTheTerminal() throws IOException {
    String bell = "\u001b]0;other\u0007";
    for (String[] arguments :
        new String[][] {
          {"show", "out", "articles", "--limit", bell},
          {"show", "out", bell},
          {"show", "out", "articles", "too", bell},
          {"tables", "--" + bell},
          {"run", bell},
          {bell},
          {"run", job(JOB), "--set", "tables=[\"\\e]0;other\\a\"]"},
          {"run", job(JOB), "--set", "input.0.path=\"\\e]0;other\\a\""}
        }) {
      Program.Outcome outcome = Program.broadsheet(arguments);
      assertRefused(outcome, "\ufffd]0;other\ufffd");
      assertPrintable(outcome.err());
    }
  }

  @Test
  void noNameOrWarningOfTheInputIsObeyedByTheTerminal() throws IOException {
    Files.writeString(folder.resolve("in/\u001b[2J\nbroadsheet: done.jsonl"), "{\"x\": \n");
    String job = JOB + "terms: {compare: [\"\\e[2J\"]}\n";
    Program.Outcome check = Program.broadsheet("check", job(job));
    assertEquals(0, check.code(), check.err());
    assertTrue(
        check.out().contains("  \ufffd[2J\ufffdbroadsheet: done.jsonl, record 1: "), check.out());
    assertPrintable(check.out() + check.err());
    Program.Outcome run = run(job.replace("[articles]", "[articles, term_groups]"));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("\ufffd[2J"), run.err());
    assertPrintable(run.err());
  }

  @Test
  void examplesInAnErrorAreALineEach() throws IOException {
    Files.move(folder.resolve("in/a.jsonl"), folder.resolve("in/a\nb.jsonl"));
    Files.writeString(folder.resolve("in/a\nb.jsonl"), "{}\n");
    assertRefused(run(JOB), "\n    a\ufffdb.jsonl, record 1: ");
  }

  @Test
  void anAddressOnTheWebIsToBeDownloadedFirst() throws IOException {
    assertRefused(
        run(JOB.replace("path: in", "path: 'https://a.example/feed.jsonl'")),
        "https://a.example/feed.jsonl is on the web; download it first");
  }

  /** A process of its own, as signals and the locale are of a process. */
  private Process process(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.broadsheet.Broadsheet");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"start Spark", "read articles"})
  void aRunThatIsEndedFromOutsideLeavesNothing(String stage) throws Exception {
    Ended ended = endedAt(stage, () -> true, "run", job(JOB.replace("tables: [articles]\n", "")));
    assertEquals(TERMINATED, ended.code(), ended.toString());
    assertEquals("broadsheet: interrupted; nothing was published", ended.last());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  private record Ended(int code, List<String> said) {
    String last() {
      return said.get(said.size() - 1);
    }
  }

  /** A process that is ended once it has said a line that begins so and the condition holds. */
  private Ended endedAt(String stage, BooleanSupplier condition, String... arguments)
      throws Exception {
    Process process = process(Map.of(), arguments);
    List<String> said = new ArrayList<>();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.add(line);
        if (line.startsWith(stage)) {
          while (process.isAlive() && !condition.getAsBoolean()) {
            Thread.onSpinWait();
          }
          // Process.destroy would close the stream, too.
          process.toHandle().destroy();
        }
      }
    }
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertTrue(said.stream().noneMatch(line -> line.startsWith("\tat ")), said.toString());
    return new Ended(process.exitValue(), said);
  }

  /** The signal may come before, while or after the run is published; what is said is true. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunThatIsEndedWhileItPublishesSaysWhatBecameOfIt(boolean waits) throws Exception {
    Path latest = folder.resolve("out/latest.json");
    Ended ended = endedAt("write tables", () -> !waits || Files.exists(latest), "run", job(JOB));
    boolean published = Files.exists(latest);
    assertTrue(published || !waits, ended.toString());
    assertEquals(published, Files.exists(folder.resolve("out")));
    if (published) {
      assertEquals(0, show("out", "articles").code());
    }
    if (published && ended.code() == 0) {
      return; // The run was over before the signal came.
    }
    assertEquals(TERMINATED, ended.code(), ended.toString());
    assertEquals(
        published
            ? "broadsheet: interrupted; the run was published before that"
            : "broadsheet: interrupted; nothing was published",
        ended.last());
  }

  @Test
  void whatIsPrintedIsUtf8InAnyLocale() throws Exception {
    assertEquals(0, run(JOB).code());
    String[] arguments = {"show", folder.resolve("out").toString(), "articles", "--format", "csv"};
    Process process = process(Map.of("LC_ALL", "C"), arguments);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String printed = out.lines().collect(Collectors.joining("\n"));
      assertTrue(printed.contains("Café “One”"), printed);
    }
  }

  @Test
  void aNameThatTheLocaleLacksIsRefusedWithTheRemedy() throws Exception {
    assertLocaleIsRefused("run", job(JOB), "--set", "output=é");
    assertLocaleIsRefused("run", job(JOB.replace("output: out", "output: é")));
  }

  private void assertLocaleIsRefused(String... arguments) throws Exception {
    Process process = process(Map.of("LC_ALL", "C"), arguments);
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String said = err.lines().collect(Collectors.joining("\n"));
      assertTrue(said.contains("set LC_ALL=C.UTF-8"), said);
      assertFalse(said.contains("\tat "), said);
    }
    assertEquals(2, process.waitFor());
  }

  /** A full stop in a key, such as terms.compare, ends no sentence. */
  @Test
  void theListOfTablesSaysWholeSentences() {
    List<String> lines = Program.broadsheet("tables").out().lines().toList();
    assertTrue(
        lines.stream()
            .anyMatch(
                line -> line.startsWith("  term_reference ") && line.endsWith(" terms.reference.")),
        lines.toString());
    assertEquals(
        List.of(), lines.stream().filter(line -> line.matches(".*\\b(terms|topics)\\.$")).toList());
  }
}
