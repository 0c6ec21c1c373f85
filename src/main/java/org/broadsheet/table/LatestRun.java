package org.broadsheet.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
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

  private final WholeFiles files;
  private final Path output;

  /**
   * The pointers of an output.
   *
   * @param files writes to its file system
   * @param output the qualified path of the output
   */
  LatestRun(WholeFiles files, Path output) {
    this.files = files;
    this.output = output;
  }

  /**
   * The directory of the latest finished run, or of a run that is named itself.
   *
   * @param output the output of a job, or the directory of a run
   * @param hadoop the settings of the file systems
   * @return the directory
   * @throws UserException if there is no finished run
   */
  public static Path directory(String output, Configuration hadoop) {
    try {
      Path path = new Path(output);
      FileSystem fs = Storage.of(path, hadoop);
      return fs.makeQualified(isFinished(fs, path) ? path : target(fs, path));
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of(
          "there is no finished run in %s (%s); give the output of a job, or the directory of a run",
          output, e.getMessage());
    }
  }

  private static Path target(FileSystem fs, Path output) throws IOException {
    Path run = new Path(output, read(fs, output));
    if (!isFinished(fs, run)) {
      throw new FileNotFoundException(
          FILE + " names " + run + ", which has no " + RunDirectory.MANIFEST);
    }
    return run;
  }

  private static String read(FileSystem fs, Path output) throws IOException {
    try (InputStream in = fs.open(new Path(output, FILE))) {
      JsonNode latest = new ObjectMapper().readTree(in);
      return latest.path("path").asText();
    }
  }

  private static boolean isFinished(FileSystem fs, Path run) throws IOException {
    return fs.exists(new Path(run, RunDirectory.MANIFEST));
  }

  /**
   * The id of the latest run.
   *
   * @return the id, or an empty text if there is no pointer to one
   */
  String id() {
    try {
      return new Path(output, read(files.fileSystem(), output)).getName();
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  /** The path of the link, or of the file where there are no links. */
  Path path() {
    return new Path(output, isLocal() ? LINK : FILE);
  }

  private boolean isLocal() {
    return "file".equals(output.toUri().getScheme());
  }

  /**
   * Points to a run.
   *
   * @param id the id of the run
   * @param directory its directory, below the output
   * @throws IOException if the file system fails
   */
  void move(String id, String directory) throws IOException {
    files.write(
        new Path(output, FILE), "{\"run\": \"" + id + "\", \"path\": \"" + directory + "\"}\n");
    if (isLocal()) {
      moveLink(id, directory);
    }
  }

  private void moveLink(String id, String directory) throws IOException {
    var folder = java.nio.file.Path.of(output.toUri().getPath());
    var next = folder.resolve("." + LINK + "." + id);
    try {
      Files.createSymbolicLink(next, java.nio.file.Path.of(directory));
      Files.move(next, folder.resolve(LINK), StandardCopyOption.ATOMIC_MOVE);
    } catch (UnsupportedOperationException e) {
      // A disk without links: latest.json is there.
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
