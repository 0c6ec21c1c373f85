package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.broadsheet.table.ColumnDefinition;
import org.broadsheet.table.ResultTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample job from end to end. Its rows are compared with those in {@code
 * src/test/resources/golden}, which were looked at by a person; {@code -Dgolden.write=true} writes
 * them anew, for the next look.
 */
class SampleTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  /** Of a larger table, every so many-th row is kept: all of them nobody would look at. */
  private static final int MOST_ROWS = 80;

  private static final int SHUFFLED_BYTES = 520_000;

  @TempDir private static Path folder;

  private static Program.Outcome outcome;
  private static int jobs;

  /** Counts the jobs that Spark runs; made by Spark. */
  public static final class JobCounter extends SparkListener {
    private static final AtomicInteger JOBS = new AtomicInteger();

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      JOBS.incrementAndGet();
    }
  }

  @BeforeAll
  static void runSample() {
    System.setProperty("spark.extraListeners", JobCounter.class.getName());
    JobCounter.JOBS.set(0);
    try {
      outcome =
          Program.broadsheet("run", "jobs/sample.yaml", "--verify", "--set", "output=" + folder);
    } finally {
      System.clearProperty("spark.extraListeners");
    }
    jobs = JobCounter.JOBS.get();
  }

  @Test
  void itsJobFileExpectsTheNumbersThatItHolds() {
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("verified"), outcome.err());
  }

  /** A second pass over the text is easy to add by accident: it would show here first. */
  @Test
  void sparkRunsAsManyJobsAsThoughtOf() {
    assertEquals(78, jobs);
  }

  /** So does a column that travels without need. The bytes differ a little from run to run. */
  @Test
  void tasksMoveAboutAsManyBytesAsExpected() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("latest/run.json").toFile());
    assertEquals(1.0, manifest.get("shuffled_bytes").asDouble() / SHUFFLED_BYTES, 0.1);
    List<String> kept = new ArrayList<>();
    manifest.get("kept_bytes").fieldNames().forEachRemaining(kept::add);
    assertEquals(
        List.of(
            "article topics",
            "articles",
            "candidate pairs",
            "exact duplicates",
            "records",
            "reference list",
            "rejected records",
            "shingles",
            "similar pairs",
            "term counts",
            "token ids",
            "topic assignments"),
        kept);
  }

  static Stream<String> tables() {
    return ResultTable.names().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void rowsAreTheGoldenOnes(String name) throws IOException {
    List<String> rows = Program.rows(folder.resolve("latest"), sql(ResultTable.named(name)));
    Path golden = GOLDEN.resolve(name + ".txt");
    if (WRITE) {
      Files.createDirectories(GOLDEN);
      Files.write(golden, rows);
    }
    assertEquals(String.join("\n", Files.readAllLines(golden)), String.join("\n", rows));
  }

  private static String sql(ResultTable table) {
    String columns =
        table.columns().stream()
            .filter(column -> !column.optional())
            .map(SampleTest::printed)
            .collect(Collectors.joining(", "));
    String grain = String.join(", ", table.grain());
    return String.format(
        "select %s from (select *, row_number() over (order by %s) as r, count(*) over () as c from '@%s/*.parquet')"
            + " where (r - 1) %% ceil(c / %d) = 0 order by r",
        columns, grain, table.name(), MOST_ROWS);
  }

  /** The last digits of a logarithm may differ between processors. */
  private static String printed(ColumnDefinition column) {
    return column.type().equals("double")
        ? "format('{:.6g}', " + column.name() + ")"
        : column.name();
  }
}
