package org.broadsheet.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pointer to the latest run moves in one step, and is a hint. */
class LatestRunTest {

  private static final int READS = 100_000;
  private static final List<String> IDS = List.of("20260301T120000Z-1111", "20260302T120000Z-2222");

  @TempDir private Path folder;
  private final Configuration hadoop = new Configuration();

  private String output() {
    return folder.resolve("out").toString();
  }

  private RunDirectory finished(String id) throws IOException {
    RunDirectory run = RunDirectory.create(output(), id, hadoop);
    run.writeText(RunDirectory.MANIFEST, "{\"run_id\": \"" + id + "\"}\n");
    return run;
  }

  private String seen() {
    return LatestRun.directory(output(), hadoop).getName();
  }

  @Test
  void whoReadsWhileItMovesSeesARunEachTime() throws Exception {
    RunDirectory first = finished(IDS.get(0));
    RunDirectory second = finished(IDS.get(1));
    first.moveLatest();
    AtomicBoolean isDone = new AtomicBoolean();
    CompletableFuture<Integer> moving =
        CompletableFuture.supplyAsync(() -> moves(first, second, isDone));
    Path pointer = folder.resolve("out/latest.json");
    Path link = folder.resolve("out/latest/run.json");
    for (int i = 0; i < READS; i++) {
      String json = Files.readString(pointer);
      assertTrue(IDS.stream().anyMatch(id -> json.contains("\"run\": \"" + id + "\"")), json);
      assertTrue(json.endsWith("}\n"), json);
      if (i % 10 == 0) {
        assertTrue(Files.exists(link));
        assertTrue(IDS.contains(seen()));
      }
    }
    isDone.set(true);
    assertTrue(moving.get() > 100, "it moved while it was read");
    try (Stream<Path> left = Files.list(folder.resolve("out"))) {
      assertEquals(
          List.of("latest", "latest.json", "runs"),
          left.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  private static int moves(RunDirectory first, RunDirectory second, AtomicBoolean isDone) {
    int moves = 0;
    try {
      while (!isDone.get()) {
        (moves++ % 2 == 0 ? second : first).moveLatest();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return moves;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "not JSON",
        "{\"run\": 7}",
        "{\"run\": \"20991231T000000Z-ffff\", \"path\": \"runs/20991231T000000Z-ffff\"}",
        "{\"run\": \"../../elsewhere\", \"path\": \"../../elsewhere\"}"
      })
  void withoutAPointerToARunTheNewestFinishedOneIsTheLatest(String pointer) throws IOException {
    finished(IDS.get(0)).moveLatest();
    finished(IDS.get(1));
    RunDirectory.create(output(), "20260303T120000Z-3333", hadoop);
    RunDirectory aside = RunDirectory.create(output(), "20260304T120000Z-4444", hadoop);
    aside.writeText(RunDirectory.SET_ASIDE, "{}");
    assertEquals(IDS.get(0), seen());
    Files.writeString(folder.resolve("out/latest.json"), pointer);
    assertEquals(IDS.get(1), seen());
    Files.delete(folder.resolve("out/latest.json"));
    assertEquals(IDS.get(1), seen());
  }

  @Test
  void aLinkThatCannotMoveIsNoSilence() throws IOException {
    finished(IDS.get(0)).moveLatest();
    RunDirectory second = finished(IDS.get(1));
    Files.createDirectory(folder.resolve("out/.latest." + IDS.get(1)));
    IOException failure = assertThrows(IOException.class, second::moveLatest);
    assertTrue(failure.getMessage().startsWith("no link can be made: "), failure.getMessage());
  }

  @Test
  void aForgedPointerLeadsNowhere() throws IOException {
    finished(IDS.get(0));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("run.json"), "{}");
    Files.writeString(
        folder.resolve("out/latest.json"),
        "{\"run\": \"../../elsewhere\", \"path\": \"../elsewhere\"}");
    assertEquals(IDS.get(0), seen());
  }

  @Test
  void aRunThatWasSetAsideIsShownWhereItIsNamed() throws IOException {
    RunDirectory aside = RunDirectory.create(output(), IDS.get(0), hadoop);
    aside.writeText(RunDirectory.SET_ASIDE, "{}");
    String run = aside.path().toUri().getPath();
    assertEquals(run, LatestRun.directory(run, hadoop).toUri().getPath());
    UserException e = assertThrows(UserException.class, this::seen);
    assertTrue(e.getMessage().contains("no run in it has a run.json"), e.getMessage());
  }

  @Test
  void aManifestIsWrittenOnce() throws IOException {
    RunDirectory run = finished(IDS.get(0));
    run.writeText(RunDirectory.MANIFEST, "{\"run_id\": \"" + IDS.get(0) + "\"}\n");
    assertThrows(IOException.class, () -> run.writeText(RunDirectory.MANIFEST, "{}"));
    assertEquals(
        "{\"run_id\": \"" + IDS.get(0) + "\"}\n",
        Files.readString(folder.resolve("out/runs/" + IDS.get(0) + "/run.json")));
  }
}
