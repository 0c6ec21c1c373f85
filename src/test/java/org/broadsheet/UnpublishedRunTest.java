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
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are not as expected, or that the store loses, beside one that was published. */
class UnpublishedRunTest {

  private static final String COUNT = "select count(*) from '@articles/*.parquet'";

  @TempDir private Path temporary;
  private Path folder;
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

  /** A store that does not answer when a manifest is written. */
  public static final class SilentStore extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("silent:///");
    }

    @Override
    public FSDataOutputStream create(
        org.apache.hadoop.fs.Path path,
        boolean overwrite,
        int buffer,
        short replication,
        long block,
        Progressable progress)
        throws IOException {
      if (Set.of("run.json", "unpublished.json").contains(path.getName())) {
        throw new IOException("timed out");
      }
      return super.create(path, overwrite, buffer, replication, block, progress);
    }
  }

  @BeforeEach
  void publish() throws IOException {
    folder = temporary.toRealPath();
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

  /** A run whose output is in a store of this name. */
  private Program.Outcome runTo(
      String scheme, Class<? extends RawLocalFileSystem> store, String option) throws IOException {
    String setting = "spark.hadoop.fs." + scheme + ".impl";
    System.setProperty(setting, store.getName());
    try {
      return run(scheme + "://" + folder.resolve("out"), option);
    } finally {
      System.clearProperty(setting);
    }
  }

  private Path latest() throws IOException {
    return folder.resolve("out/latest").toRealPath();
  }

  /** The runs beside the published one. */
  private List<Path> others() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      return runs.filter(run -> !run.equals(published)).toList();
    }
  }

  private static void assertSaid(Program.Outcome outcome, int code, String... said) {
    assertEquals(code, outcome.code(), outcome.err());
    for (String words : said) {
      assertTrue(outcome.err().contains(words), outcome.err());
    }
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void aRunThatIsNotAsExpectedIsSetAside() throws IOException {
    Program.Outcome outcome = run("out", "--verify");
    assertEquals(published, latest());
    Path aside = others().get(0);
    assertSaid(
        outcome,
        3,
        "not as expected: articles: expected 2",
        "not published; the tables are in " + aside);
    assertTrue(Files.exists(aside.resolve("unpublished.json")));
    assertFalse(Files.exists(aside.resolve("run.json")));
    assertEquals(List.of("1"), Program.rows(aside, COUNT));
  }

  @Test
  void aRunThatIsNotAsExpectedIsPublishedForThoseWhoWantIt() throws IOException {
    assertSaid(run("out", "--verify", "--publish-anyway"), 3);
    assertNotEquals(published, latest());
    assertTrue(
        Files.readString(latest().resolve("run.json")).contains("not as expected: articles"));
  }

  @Test
  void rowsThatAreLostOnTheWayToTheStoreAreNeverPublished() throws IOException {
    assertSaid(
        runTo("losing", LosingStore.class, "--publish-anyway"),
        3,
        "nothing was published: what tasks wrote is not in losing:/",
        "articles: tasks wrote 1 row, but it has no file");
    assertEquals(published, latest());
    assertEquals(List.of(), others());
  }

  @Test
  void aManifestThatMayHaveBeenWrittenKeepsItsTables() throws IOException {
    assertSaid(
        runTo("silent", SilentStore.class, "--publish-anyway"),
        1,
        "/run.json (timed out); the run before stays the latest one");
    assertEquals(published, latest());
    assertEquals(List.of("1"), Program.rows(others().get(0), COUNT));
  }

  @Test
  void aRunThatMayHaveBeenSetAsideIsNotPublished() throws IOException {
    assertSaid(
        runTo("silent", SilentStore.class, "--verify"),
        1,
        "/unpublished.json (timed out); the run is not published");
    assertEquals(published, latest());
  }
}
