package org.broadsheet.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.UserException;

/**
 * The directory of one run: {@code <output>/runs/<run-id>/<table>/*.parquet}, then the manifest
 * last of all, then the pointer {@code <output>/latest}. Nothing that was published is ever
 * overwritten: a run that dies at any moment leaves the one before it whole.
 */
public final class RunDirectory {

  /** The manifest; a directory without one is not a finished run. */
  public static final String MANIFEST = "run.json";

  private static final String RUNS = "runs";
  private static final String LATEST = "latest";
  private static final String LATEST_FILE = "latest.json";

  private final FileSystem fs;
  private final Path output;
  private final String id;
  private final Path directory;

  private RunDirectory(FileSystem fs, Path output, String id) {
    this.fs = fs;
    this.output = output;
    this.id = id;
    this.directory = new Path(new Path(output, RUNS), id);
  }

  /**
   * Makes the directory of a new run.
   *
   * @param output the output of the job
   * @param id the id of the run
   * @param hadoop the settings of the file systems
   * @return the directory, empty
   * @throws UserException if it cannot be made
   */
  public static RunDirectory create(String output, String id, Configuration hadoop) {
    try {
      Path path = new Path(output);
      FileSystem fs = Storage.of(path, hadoop);
      RunDirectory run = new RunDirectory(fs, fs.makeQualified(path), id);
      fs.mkdirs(run.directory);
      return run;
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of(
          "output: %s cannot be written (%s); check the path and its permissions",
          output, e.getMessage());
    }
  }

  /**
   * The directory of the latest finished run, or of a run that is named itself.
   *
   * @param output the output of a job, or the directory of a run
   * @param hadoop the settings of the file systems
   * @return the directory
   * @throws UserException if there is no finished run
   */
  public static Path latest(String output, Configuration hadoop) {
    Path path = new Path(output);
    try {
      FileSystem fs = Storage.of(path, hadoop);
      if (fs.exists(new Path(path, MANIFEST))) {
        return fs.makeQualified(path);
      }
      try (InputStream in = fs.open(new Path(path, LATEST_FILE))) {
        JsonNode latest = new ObjectMapper().readTree(in);
        return fs.makeQualified(new Path(path, latest.path("path").asText()));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of(
          "there is no finished run in %s (%s); give the output of a job, or the directory of a run",
          output, e.getMessage());
    }
  }

  /**
   * Where the run is.
   *
   * @return the directory
   */
  public Path path() {
    return directory;
  }

  /**
   * Where the pointer to the latest run is.
   *
   * @return the path of the link, or of the file where there are no links
   */
  public Path latestPath() {
    return isLocal() ? new Path(output, LATEST) : new Path(output, LATEST_FILE);
  }

  /**
   * Audits and writes a table, sorted by its grain.
   *
   * @param table the declaration
   * @param rows its rows, not conformed
   */
  public void write(ResultTable table, Dataset<Row> rows) {
    Audit.audited(table, table.conform(rows))
        .write()
        .parquet(new Path(directory, table.name()).toString());
  }

  /**
   * The rows of a written table, as its files say.
   *
   * @param table its name
   * @return the rows
   * @throws IOException if a file cannot be read
   */
  public long rows(String table) throws IOException {
    long rows = 0;
    for (FileStatus file : fs.listStatus(new Path(directory, table))) {
      if (file.getPath().getName().endsWith(".parquet")) {
        try (ParquetFileReader reader =
            ParquetFileReader.open(HadoopInputFile.fromStatus(file, fs.getConf()))) {
          rows += reader.getRecordCount();
        }
      }
    }
    return rows;
  }

  /**
   * The size of a written table.
   *
   * @param table its name
   * @return the bytes of its files
   * @throws IOException if the directory cannot be listed
   */
  public long bytes(String table) throws IOException {
    return Arrays.stream(fs.listStatus(new Path(directory, table)))
        .mapToLong(FileStatus::getLen)
        .sum();
  }

  /**
   * Writes a text file beside the tables.
   *
   * @param name its name
   * @param text its content
   * @throws IOException if it cannot be written
   */
  public void writeText(String name, String text) throws IOException {
    try (OutputStream out = fs.create(new Path(directory, name), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Finishes the run: a directory with a manifest is whole, and so is the manifest.
   *
   * @param manifest the content of the manifest
   * @throws IOException if it cannot be written
   */
  public void writeManifest(String manifest) throws IOException {
    writeText("." + MANIFEST, manifest);
    replace(new Path(directory, "." + MANIFEST), new Path(directory, MANIFEST));
  }

  private void replace(Path next, Path last) throws IOException {
    FileContext.getFileContext(output.toUri(), fs.getConf())
        .rename(next, last, Options.Rename.OVERWRITE);
  }

  /**
   * Moves the pointers to the latest run here.
   *
   * @throws IOException if the file system fails
   */
  public void moveLatest() throws IOException {
    moveFile();
    if (isLocal()) {
      moveLink();
    }
  }

  private boolean isLocal() {
    return "file".equals(output.toUri().getScheme());
  }

  private void moveFile() throws IOException {
    Path next = new Path(output, "." + LATEST_FILE + "." + id);
    try (OutputStream out = fs.create(next, true)) {
      String pointer = "{\"run\": \"" + id + "\", \"path\": \"" + RUNS + "/" + id + "\"}\n";
      out.write(pointer.getBytes(StandardCharsets.UTF_8));
    }
    replace(next, new Path(output, LATEST_FILE));
  }

  private void moveLink() throws IOException {
    java.nio.file.Path folder = java.nio.file.Path.of(output.toUri().getPath());
    java.nio.file.Path next = folder.resolve("." + LATEST + "." + id);
    try {
      Files.createSymbolicLink(next, java.nio.file.Path.of(RUNS, id));
      Files.move(next, folder.resolve(LATEST), StandardCopyOption.ATOMIC_MOVE);
    } catch (UnsupportedOperationException e) {
      // A disk without links: latest.json is there.
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /**
   * Removes old runs, the unfinished among them first.
   *
   * @param keep how many finished runs stay, this one included
   * @return the ids of the removed runs
   * @throws IOException if the file system fails
   */
  public List<String> removeOldRuns(int keep) throws IOException {
    List<Path> finished = new ArrayList<>();
    List<Path> removed = new ArrayList<>();
    for (FileStatus status : fs.listStatus(new Path(output, RUNS))) {
      boolean done = fs.exists(new Path(status.getPath(), MANIFEST));
      (done ? finished : removed).add(status.getPath());
    }
    // Ids start with their time, so that names sort by age.
    finished.sort(Comparator.comparing(Path::getName).reversed());
    removed.addAll(finished.subList(Math.min(keep, finished.size()), finished.size()));
    for (Path path : removed) {
      fs.delete(path, true);
    }
    return removed.stream().map(Path::getName).toList();
  }

  /** Removes this run, as far as it was written. */
  public void discard() {
    try {
      fs.delete(directory, true);
      removeIfEmpty(directory.getParent());
      removeIfEmpty(output);
    } catch (IOException e) {
      // What is left has no manifest, so that nobody takes it for a run.
    }
  }

  private void removeIfEmpty(Path path) throws IOException {
    if (fs.listStatus(path).length == 0) {
      fs.delete(path, false);
    }
  }
}
