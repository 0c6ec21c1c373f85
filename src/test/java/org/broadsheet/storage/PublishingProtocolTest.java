package org.broadsheet.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.broadsheet.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publishing, stopped at each of its steps and failing after each of its effects: a reader sees the
 * run before or the new one, whole, and the next run publishes as if nothing had been.
 */
class PublishingProtocolTest {

  private static final String OLD = "20260301T120000Z-1111";
  private static final String NEW = "20260302T120000Z-2222";
  private static final String NEXT = "20260303T120000Z-3333";
  private static final String OTHER = "20260302T120500Z-4444";

  @TempDir private Path folder;
  private final Configuration hadoop = new Configuration();
  private static final Faults FAULTS = new Faults();

  /** What goes wrong, by the number of the step. */
  private static final class Faults {
    private final List<String> steps = new ArrayList<>();
    private IntPredicate stops;
    private IntPredicate losesAnswer;
    private IntPredicate fails;
    private final List<Effect<?>> late = new ArrayList<>();
    private Runnable between;
    private int betweenAt;
    private boolean isDead;

    void reset() {
      steps.clear();
      stops = step -> false;
      losesAnswer = step -> false;
      fails = step -> false;
      late.clear();
      between = null;
      betweenAt = -1;
      isDead = false;
    }

    /** What failed is done after all. */
    void arrive() throws IOException {
      for (Effect<?> effect : late) {
        effect.make();
      }
    }

    private interface Effect<T> {
      T make() throws IOException;
    }

    private <T> T step(String name, Effect<T> effect) throws IOException {
      int step = steps.size();
      steps.add(name);
      if (step == betweenAt) {
        between.run();
      }
      isDead |= stops.test(step);
      if (isDead) {
        throw new Stopped();
      }
      if (fails.test(step)) {
        late.add(effect);
        throw new IOException(name + " timed out");
      }
      T result = effect.make();
      if (losesAnswer.test(step)) {
        throw new IOException("the answer to " + name + " was lost");
      }
      return result;
    }
  }

  /** The process is gone: nothing that it would have done after that is done. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A store as object stores are: a file is there when it is closed, all of it at once. */
  public static final class FaultyStore extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("faulty:///");
    }

    @Override
    public boolean mkdirs(org.apache.hadoop.fs.Path path, FsPermission permission)
        throws IOException {
      return FAULTS.step("mkdirs " + path.getName(), () -> super.mkdirs(path, permission));
    }

    @Override
    public boolean mkdirs(org.apache.hadoop.fs.Path path) throws IOException {
      return FAULTS.step("mkdirs " + path.getName(), () -> super.mkdirs(path));
    }

    @Override
    public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
      return FAULTS.step("delete " + path.getName(), () -> super.delete(path, recursive));
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
      if (!overwrite && exists(path)) {
        throw new FileAlreadyExistsException(path.toString());
      }
      Path file = pathToFile(path).toPath();
      ByteArrayOutputStream bytes =
          new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
              FAULTS.step(
                  "put " + path.getName(),
                  () -> {
                    Files.createDirectories(file.getParent());
                    return Files.write(file, toByteArray());
                  });
            }
          };
      return new FSDataOutputStream(bytes, null);
    }
  }

  @BeforeEach
  void mount() {
    hadoop.setClass("fs.faulty.impl", FaultyStore.class, FileSystem.class);
    FAULTS.reset();
  }

  private String output() {
    return "faulty://" + folder.resolve("out");
  }

  /** As {@code Publication} publishes: tables, what explains them and the manifest, the pointer. */
  private void publish(String id) throws IOException {
    RunDirectory run = RunDirectory.create(output(), id, hadoop);
    try {
      run.writeFile("terms", out -> out.write(table(id)));
      run.commit(Map.of("README.md", "The run " + id), RunDirectory.MANIFEST, manifest(id));
      run.moveLatest();
    } catch (IOException | RuntimeException e) {
      run.discard();
      throw e;
    }
  }

  private static byte[] table(String id) {
    return ("rows of " + id).getBytes(StandardCharsets.UTF_8);
  }

  private static String manifest(String id) {
    return "{\"run_id\": \"" + id + "\"}\n";
  }

  /** The run that a reader finds, which is whole. */
  private String seen() throws IOException {
    String id = LatestRun.directory(output(), hadoop).getName();
    Path run = folder.resolve("out/runs").resolve(id);
    assertEquals(manifest(id), Files.readString(run.resolve(RunDirectory.MANIFEST)));
    assertEquals(
        new String(table(id), StandardCharsets.UTF_8), Files.readString(run.resolve("terms")));
    assertEquals("The run " + id, Files.readString(run.resolve("README.md")));
    return id;
  }

  /** Publishes the new run under faults; returns whether it said that it had. */
  private boolean publishes() throws IOException {
    try {
      publish(NEW);
      return true;
    } catch (IOException | UserException | Stopped e) {
      return false;
    }
  }

  private List<String> steps() throws IOException {
    publish(OLD);
    FAULTS.reset();
    publish(NEW);
    List<String> steps = List.copyOf(FAULTS.steps);
    startAgain();
    return steps;
  }

  private void startAgain() throws IOException {
    FAULTS.reset();
    FileSystem.getLocal(hadoop)
        .delete(new org.apache.hadoop.fs.Path(folder.resolve("out").toString()), true);
    publish(OLD);
    FAULTS.reset();
  }

  @Test
  void theStepsAreTheTablesThenTheManifestThenThePointer() throws IOException {
    assertEquals(
        List.of("mkdirs " + NEW, "put terms", "put README.md", "put run.json", "put latest.json"),
        steps());
  }

  @Test
  void stoppedAtAnyStepTheOldRunOrTheNewOneIsSeen() throws IOException {
    List<String> steps = steps();
    for (int i = 0; i < steps.size(); i++) {
      int last = i;
      startAgain();
      FAULTS.stops = step -> step == last;
      assertFalse(publishes());
      FAULTS.reset();
      boolean isCommitted = i > steps.indexOf("put run.json");
      // The pointer is a hint: until it moves, readers keep to the run that it names.
      assertEquals(OLD, seen(), "stopped before " + steps.get(i));
      assertEquals(
          isCommitted, Files.exists(folder.resolve("out/runs/" + NEW + "/run.json")), steps.get(i));
      Files.delete(folder.resolve("out/latest.json"));
      assertEquals(
          isCommitted ? NEW : OLD, seen(), "without a pointer, stopped before " + steps.get(i));
      publish(NEXT);
      assertEquals(NEXT, seen());
    }
  }

  @Test
  void anAnswerThatIsLostChangesNothingThatAReaderSees() throws IOException {
    List<String> steps = steps();
    Set<String> recognised = Set.of("put README.md", "put run.json", "put latest.json");
    for (int i = 0; i < steps.size(); i++) {
      int lost = i;
      startAgain();
      FAULTS.losesAnswer = step -> step == lost;
      boolean published = publishes();
      FAULTS.reset();
      assertEquals(recognised.contains(steps.get(i)), published, steps.get(i));
      assertEquals(published ? NEW : OLD, seen(), steps.get(i));
      publish(NEXT);
      assertEquals(NEXT, seen());
    }
  }

  /** Of a run whose manifest may be there, nothing is removed, whatever the failure after it. */
  @Test
  void everyAnswerFromAStepOnIsLost() throws IOException {
    List<String> steps = steps();
    for (int i = 0; i < steps.size(); i++) {
      int first = i;
      startAgain();
      FAULTS.losesAnswer = step -> step >= first;
      publishes();
      FAULTS.reset();
      assertTrue(Set.of(OLD, NEW).contains(seen()), steps.get(i));
      publish(NEXT);
      assertEquals(NEXT, seen());
    }
  }

  /** A store may carry out a write that it did not answer in time. */
  @Test
  void aWriteThatFailsAndArrivesLaterShowsNoRunInPart() throws IOException {
    List<String> steps = steps();
    for (int i = 0; i < steps.size(); i++) {
      int failing = i;
      startAgain();
      FAULTS.fails = step -> step == failing;
      assertFalse(publishes(), steps.get(i));
      boolean isCommitted = i >= steps.indexOf("put run.json");
      assertEquals(
          isCommitted, Files.exists(folder.resolve("out/runs/" + NEW + "/terms")), steps.get(i));
      FAULTS.arrive();
      FAULTS.reset();
      assertEquals(steps.get(i).equals("put latest.json") ? NEW : OLD, seen(), steps.get(i));
      Files.delete(folder.resolve("out/latest.json"));
      assertEquals(isCommitted ? NEW : OLD, seen(), "without a pointer, late: " + steps.get(i));
      publish(NEXT);
      assertEquals(NEXT, seen());
    }
  }

  @Test
  void twoRunsAtOnceAreBothPublished() throws IOException {
    List<String> steps = steps();
    for (int i = 0; i < steps.size(); i++) {
      startAgain();
      FAULTS.betweenAt = i;
      FAULTS.between =
          () -> {
            FAULTS.betweenAt = -1;
            try {
              publish(OTHER);
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          };
      publish(NEW);
      assertEquals(NEW, seen(), "the pointer is that of the run that ended last");
      for (String id : List.of(OLD, NEW, OTHER)) {
        assertTrue(Files.exists(folder.resolve("out/runs/" + id + "/run.json")), id);
      }
    }
  }

  @Test
  void anotherRunOfTheSameIdIsNeverOverwritten() throws IOException {
    publish(NEW);
    Files.writeString(folder.resolve("out/runs/" + NEW + "/run.json"), "{\"another\": 1}");
    RunDirectory twin = RunDirectory.create(output(), NEW, hadoop);
    assertThrows(IOException.class, () -> twin.writeText(RunDirectory.MANIFEST, manifest(NEW)));
    twin.discard();
    assertEquals(
        "{\"another\": 1}", Files.readString(folder.resolve("out/runs/" + NEW + "/run.json")));
  }
}
