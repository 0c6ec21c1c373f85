package org.broadsheet.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.broadsheet.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that come, are pointed to, and go. */
class RunDirectoryTest {

  private static final String THIS = "20260310T120000Z-5555";

  @TempDir private Path folder;
  private final Configuration hadoop = new Configuration();

  private RunDirectory create(String id) {
    return RunDirectory.create(output(), id, hadoop);
  }

  private String output() {
    return folder.resolve("out").toString();
  }

  private RunDirectory published(String id) throws IOException {
    RunDirectory run = create(id);
    run.writeText(RunDirectory.MANIFEST, "{}");
    run.moveLatest();
    return run;
  }

  private Set<String> runs() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      return runs.map(run -> run.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void theNewestFinishedRunsStay() throws IOException {
    published("20260301T120000Z-1111");
    published("20260303T120000Z-3333");
    published("20260302T120000Z-2222");
    published(THIS).removeOldRuns(2);
    assertEquals(Set.of("20260303T120000Z-3333", THIS), runs());
  }

  /** Of the same second, or started later and done earlier. */
  @ParameterizedTest
  @ValueSource(strings = {"20260310T120000Z-9999", "20260310T120500Z-1111"})
  void aRunNeverRemovesItself(String other) throws IOException {
    RunDirectory run = create(THIS);
    published(other);
    run.writeText(RunDirectory.MANIFEST, "{}");
    run.moveLatest();
    run.removeOldRuns(1);
    assertEquals(Set.of(THIS), runs());
  }

  @Test
  void theRunThatThePointerNamesStays() throws IOException {
    RunDirectory run = published(THIS);
    published("20260301T120000Z-1111");
    run.removeOldRuns(1);
    assertEquals(Set.of(THIS, "20260301T120000Z-1111"), runs());
  }

  @Test
  void runsThatOthersMayStillBeWritingStay() throws IOException {
    create("20260309T120100Z-1111");
    create("20260310T130000Z-2222");
    create("20260309T115900Z-3333");
    published(THIS).removeOldRuns(1);
    assertEquals(Set.of("20260309T120100Z-1111", "20260310T130000Z-2222", THIS), runs());
  }

  @Test
  void whatIsNoRunStays() throws IOException {
    RunDirectory run = published(THIS);
    Files.writeString(folder.resolve("out/runs/20200101T000000Z-abcd"), "a file");
    Files.writeString(folder.resolve("out/runs/notes.txt"), "notes");
    Files.createDirectory(folder.resolve("out/runs/mine"));
    Files.createDirectory(folder.resolve("out/runs/20269999T000000Z-abcd"));
    run.removeOldRuns(1);
    assertEquals(
        Set.of("20200101T000000Z-abcd", "20269999T000000Z-abcd", "mine", "notes.txt", THIS),
        runs());
  }

  @Test
  void aDiscardedRunLeavesNoFolder() throws IOException {
    RunDirectory.create(folder.resolve("a/b/out").toString(), THIS, hadoop).discard();
    assertFalse(Files.exists(folder.resolve("a")));
    Files.createDirectory(folder.resolve("out"));
    create(THIS).discard();
    assertTrue(Files.exists(folder.resolve("out")), "it was there before");
    assertFalse(Files.exists(folder.resolve("out/runs")));
  }

  @Test
  void whereNoFolderCanBeMadeNoneIs() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    for (String output : new String[] {"/proc/foo/out", folder.resolve("file/out").toString()}) {
      UserException e =
          assertThrows(UserException.class, () -> RunDirectory.create(output, THIS, hadoop));
      assertTrue(e.getMessage().startsWith("output: " + output + " cannot be written"), output);
    }
  }

  @Test
  void theLatestRunIsFoundByItsPointer() throws IOException {
    published(THIS);
    String run = output() + "/runs/" + THIS;
    assertEquals(run, LatestRun.directory(output(), hadoop).toUri().getPath());
    assertEquals(run, LatestRun.directory(run, hadoop).toUri().getPath());
  }

  private void delete(String run) throws IOException {
    Files.delete(folder.resolve("out/runs/" + run + "/" + RunDirectory.MANIFEST));
    Files.delete(folder.resolve("out/runs/" + run));
  }

  @Test
  void aPointerToNoFinishedRunIsTheUsersMistake() throws IOException {
    published(THIS);
    delete(THIS);
    UserException e =
        assertThrows(UserException.class, () -> LatestRun.directory(output(), hadoop));
    assertTrue(e.getMessage().contains("there is no finished run in " + output()), e.getMessage());
    assertTrue(e.getMessage().contains(THIS), e.getMessage());
  }

  /** A store that Hadoop knows only by its older interface, as many connectors are. */
  public static final class Store extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("store:///");
    }

    @Override
    public String getScheme() {
      return "store";
    }
  }

  @Test
  void aStoreThatCannotReplaceAFileInOneStepIsWrittenDirectly() throws IOException {
    hadoop.setClass("fs.store.impl", Store.class, org.apache.hadoop.fs.FileSystem.class);
    for (String id : new String[] {"20260301T120000Z-1111", THIS}) {
      RunDirectory run = RunDirectory.create("store://" + output(), id, hadoop);
      run.writeText(RunDirectory.MANIFEST, "{}");
      run.moveLatest();
    }
    assertTrue(
        LatestRun.directory("store://" + output(), hadoop).toString().endsWith("/runs/" + THIS));
  }
}
