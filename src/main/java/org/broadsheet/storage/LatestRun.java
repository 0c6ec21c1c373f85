package org.broadsheet.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;

/**
 * The pointers from an output to its latest run: {@code latest.json} everywhere, and the link
 * {@code latest} where the file system has links.
 */
public final class LatestRun {

  private static final String LINK = "latest";
  private static final String FILE = "latest.json";

  /** A pointer takes about a hundred bytes; a longer file is not one. */
  private static final int LONGEST = 4096;

  private final AtomicFiles files;
  private final Path output;

  /**
   * The pointers of an output.
   *
   * @param files writes to its file system
   * @param output the qualified path of the output
   */
  LatestRun(AtomicFiles files, Path output) {
    this.files = files;
    this.output = output;
  }

  /**
   * The directory of the latest finished run, or of the run whose directory is given. The pointer
   * is a hint: where it is missing or names no finished run, the newest finished run is the latest.
   *
   * @param output the output of a job, or the directory of a run, published or set aside
   * @param hadoop the settings of the file systems
   * @return the directory
   * @throws UserException if there is no finished run
   */
  public static Path directory(String output, Configuration hadoop) {
    try {
      Path path = new Path(output);
      FileSystem fs = Storage.of(path, hadoop);
      boolean isRun = isFinished(fs, path) || isSetAside(fs, path);
      return fs.makeQualified(isRun ? path : latest(fs, path));
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of(
          "there is no finished run in %s (%s); give the output of a job, or the directory of a run",
          output, e.getMessage());
    }
  }

  private static Path latest(FileSystem fs, Path output) throws IOException {
    Path runs = new Path(output, RunDirectory.RUNS);
    Optional<String> named = named(fs, output);
    if (named.isPresent() && isFinished(fs, new Path(runs, named.get()))) {
      return new Path(runs, named.get());
    }
    for (String id : newestFirst(fs, runs)) {
      if (isFinished(fs, new Path(runs, id))) {
        return new Path(runs, id);
      }
    }
    throw new FileNotFoundException(
        named
            .map(id -> FILE + " names " + id + ", which has no " + RunDirectory.MANIFEST)
            .orElse("no run in it has a " + RunDirectory.MANIFEST));
  }

  /** The run that the pointer names; empty if there is no pointer, or it cannot be read as one. */
  private static Optional<String> named(FileSystem fs, Path output) throws IOException {
    try (InputStream in = fs.open(new Path(output, FILE))) {
      String id = new ObjectMapper().readTree(in.readNBytes(LONGEST)).path("run").asText();
      return RunId.started(id).map(start -> id);
    } catch (FileNotFoundException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static List<String> newestFirst(FileSystem fs, Path runs) throws IOException {
    return Arrays.stream(fs.listStatus(runs))
        .map(run -> run.getPath().getName())
        .filter(name -> RunId.started(name).isPresent())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static boolean isFinished(FileSystem fs, Path run) throws IOException {
    return fs.exists(new Path(run, RunDirectory.MANIFEST));
  }

  private static boolean isSetAside(FileSystem fs, Path run) throws IOException {
    return fs.exists(new Path(run, RunDirectory.SET_ASIDE));
  }

  /**
   * The ids of the runs that the pointers name: two, where two processes have just moved them.
   *
   * @return the ids; none if there is no pointer to a run
   * @throws IOException if one cannot be read
   */
  Set<String> ids() throws IOException {
    Set<String> ids = new HashSet<>();
    named(files.fileSystem(), output).ifPresent(ids::add);
    if (Storage.isLocal(output)) {
      var link = Storage.local(output).resolve(LINK);
      if (Files.isSymbolicLink(link)) {
        ids.add(String.valueOf(Files.readSymbolicLink(link).getFileName()));
      }
    }
    return ids;
  }

  /** The path of the link, or of the file where there are no links. */
  Path path() {
    return new Path(output, Storage.isLocal(output) ? LINK : FILE);
  }

  /** Whether a folder of the user's lies where a pointer belongs. */
  boolean isObstructed() {
    return Storage.isLocal(output)
        && Stream.of(FILE, LINK)
            .map(Storage.local(output)::resolve)
            .anyMatch(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS));
  }

  /**
   * Points to a run.
   *
   * @param id the id of the run
   * @param directory its directory, below the output
   * @throws IOException if the file system fails
   */
  void move(String id, String directory) throws IOException {
    files.replace(
        new Path(output, FILE), "{\"run\": \"" + id + "\", \"path\": \"" + directory + "\"}\n");
    if (Storage.isLocal(output)) {
      moveLink(id, directory);
    }
  }

  private void moveLink(String id, String directory) throws IOException {
    var folder = Storage.local(output);
    var link = folder.resolve(LINK);
    var next = folder.resolve("." + LINK + "." + id);
    try {
      Files.createSymbolicLink(next, java.nio.file.Path.of(directory));
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (Files.isSymbolicLink(link)) {
        throw new IOException("no link can be made: " + e.getMessage(), e);
      }
      // A disk without links: latest.json is there.
      return;
    }
    try {
      Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
