package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are not as expected, or whose rows are lost, beside one that was published. */
class UnpublishedRunTest {

  private static final String STORE = "spark.hadoop.fs.losing.impl";

  @TempDir private Path folder;
  private Path published;

  /** A store that says that it has moved the files of articles into their table, and has not. */
  public static final class LosingStore extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("losing:///");
    }

    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
        throws IOException {
      return to.getParent().getName().equals("articles")
          ? delete(from, true)
          : super.rename(from, to);
    }
  }

  @BeforeEach
  void publish() throws IOException {
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in/a.jsonl"), "{\"title\": \"Ferries\", \"body\": \"Ferries sail.\"}\n");
    assertEquals(0, run("out").code());
    published = latest();
  }

  private Program.Outcome run(String output, String... more) throws IOException {
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            "input: [{path: in}]\nlanguage: en\ntables: [articles, rejected_records]\n"
                + "expect: {articles: 2}\noutput: "
                + output
                + "\n");
    return Program.broadsheet(
        Stream.concat(Stream.of("run", job.toString()), Stream.of(more)).toArray(String[]::new));
  }

  private Path latest() throws IOException {
    return folder.resolve("out/latest").toRealPath();
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      return runs.map(Path::toAbsolutePath).sorted().toList();
    }
  }

  @Test
  void aRunThatIsNotAsExpectedIsSetAside() throws IOException {
    Program.Outcome outcome = run("out", "--verify");
    assertEquals(3, outcome.code(), outcome.err());
    assertEquals(published, latest());
    Path other = runs().stream().filter(run -> !run.equals(published)).findFirst().orElseThrow();
    assertTrue(outcome.err().contains("not as expected: articles: expected 2"), outcome.err());
    assertTrue(outcome.err().contains("not published; the tables are in " + other), outcome.err());
    assertTrue(Files.exists(other.resolve("unpublished.json")));
    assertFalse(Files.exists(other.resolve("run.json")));
    assertEquals(List.of("1"), Program.rows(other, "select count(*) from '@articles/*.parquet'"));
  }

  @Test
  void aRunThatIsNotAsExpectedIsPublishedForThoseWhoWantIt() throws IOException {
    Program.Outcome outcome = run("out", "--verify", "--publish-anyway");
    assertEquals(3, outcome.code(), outcome.err());
    assertNotEquals(published, latest());
    assertTrue(
        Files.readString(latest().resolve("run.json")).contains("not as expected: articles"));
  }

  @Test
  void rowsThatAreLostOnTheWayToTheStoreAreNeverPublished() throws IOException {
    System.setProperty(STORE, LosingStore.class.getName());
    try {
      Program.Outcome outcome = run("losing://" + folder.resolve("out"), "--publish-anyway");
      assertEquals(3, outcome.code(), outcome.err());
      assertTrue(
          outcome.err().contains("nothing was published: what tasks wrote is not in losing:/"),
          outcome.err());
      assertTrue(
          outcome.err().contains("articles: tasks wrote 1 row, but it has no file"), outcome.err());
    } finally {
      System.clearProperty(STORE);
    }
    assertEquals(published, latest());
    assertEquals(List.of(published), runs());
  }
}
