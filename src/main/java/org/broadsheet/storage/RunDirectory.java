package org.broadsheet.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.UserException;
import org.broadsheet.table.Audit;
import org.broadsheet.table.ResultTable;

/**
 * The directory of one run: {@code <output>/runs/<run-id>/<table>/*.parquet}, then the manifest
 * last of all, then the pointer {@code <output>/latest}. Nothing that was published is ever
 * overwritten: a run that dies at any moment leaves the one before it whole.
 */
public final class RunDirectory {

  /** The manifest; a directory without one is not a finished run. */
  public static final String MANIFEST = "run.json";

  /** The manifest of a run that was not published: it has all its files, but readers ignore it. */
  public static final String SET_ASIDE = "unpublished.json";

  static final String RUNS = "runs";

  /** An unfinished run that started longer ago than this is abandoned. */
  private static final Duration LONGEST_RUN = Duration.ofDays(1);

  private final FileSystem fs;
  private final Path output;
  private final String id;
  private final Path directory;
  private final List<Path> made;
  private final AtomicFiles files;
  private final TableCommitter committer;
  private final LatestRun latest;
  private boolean isManifestOnItsWay;

  private RunDirectory(FileSystem fs, Path output, String id) throws IOException {
    this.fs = fs;
    this.output = output;
    this.id = id;
    this.directory = new Path(new Path(output, RUNS), id);
    this.made = missing(fs, directory.getParent());
    this.files = new AtomicFiles(fs, id);
    this.committer = new TableCommitter(fs);
    this.latest = new LatestRun(files, output);
  }

  /** The folders on the way to a path that are not there yet, the deepest first. */
  private static List<Path> missing(FileSystem fs, Path path) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path folder = path; folder != null && !fs.exists(folder); folder = folder.getParent()) {
      missing.add(folder);
    }
    return missing;
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
      TableCommitter.require(output, hadoop);
      RunDirectory run = new RunDirectory(fs, fs.makeQualified(path), id);
      if (!fs.mkdirs(run.directory)) {
        run.discard();
        throw new IOException("no folder can be made there");
      }
      return run;
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of(
          "output: %s cannot be written (%s); check the path and its permissions",
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
    return latest.path();
  }

  /**
   * Whether something else, such as a folder, is in the place of the pointer.
   *
   * @return true if a folder lies there on a local disk
   */
  public boolean isLatestObstructed() {
    return latest.isObstructed();
  }

  /**
   * Audits and writes a table, sorted by its grain.
   *
   * @param table the declaration
   * @param rows its rows, not conformed
   * @return what the audit found, and how many rows the tasks wrote
   * @throws IOException if it is not known how the table was committed
   */
  public Audit write(ResultTable table, Dataset<Row> rows) throws IOException {
    Audit audit = new Audit(table, rows.sparkSession());
    Path folder = new Path(directory, table.name());
    audit.of(table.conform(rows)).write().options(committer.options()).parquet(folder.toString());
    committer.check(folder);
    return audit;
  }

  /**
   * A table as its files hold it.
   *
   * @param files how many files
   * @param rows the rows that their footers count
   * @param bytes their size
   */
  public record Stored(int files, long rows, long bytes) {}

  /**
   * Reads a written table back.
   *
   * @param table its name
   * @return what its files hold
   * @throws IOException if one cannot be read
   */
  public Stored stored(String table) throws IOException {
    int files = 0;
    long rows = 0;
    long bytes = 0;
    for (FileStatus file : fs.listStatus(new Path(directory, table))) {
      if (file.getPath().getName().endsWith(".parquet")) {
        files++;
        rows += rows(file);
        bytes += file.getLen();
      }
    }
    return new Stored(files, rows, bytes);
  }

  private long rows(FileStatus file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file, fs.getConf()))) {
      return reader.getRecordCount();
    }
  }

  /**
   * Writes a text file beside the tables.
   *
   * @param name its name
   * @param text its content
   * @throws IOException if it cannot be written, or another one of that name is there
   */
  void writeText(String name, String text) throws IOException {
    files.create(new Path(directory, name), text);
  }

  /** What writes the bytes of a file. */
  public interface Content {
    /**
     * Writes all bytes.
     *
     * @param out where to
     * @throws IOException if they cannot be written
     */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file of bytes beside the tables.
   *
   * @param name its name
   * @param content its content
   * @throws IOException if it cannot be written
   */
  public void writeFile(String name, Content content) throws IOException {
    try (OutputStream out = fs.create(new Path(directory, name))) {
      content.write(out);
    }
  }

  /**
   * Writes what explains the tables, and then the manifest, by which the run is finished.
   *
   * @param companions texts by the names of their files
   * @param manifestName {@link #MANIFEST}, or {@link #SET_ASIDE} for a run that readers ignore
   * @param manifest its content
   * @throws IOException if one cannot be written
   */
  public void commit(Map<String, String> companions, String manifestName, String manifest)
      throws IOException {
    for (Map.Entry<String, String> companion : companions.entrySet()) {
      writeText(companion.getKey(), companion.getValue());
    }
    // A store may show a file long after the write has failed.
    isManifestOnItsWay = !Storage.isLocal(directory);
    try {
      writeText(manifestName, manifest);
    } catch (AccessDeniedException | AccessControlException | FileAlreadyExistsException e) {
      isManifestOnItsWay = false;
      throw e;
    }
  }

  /**
   * Moves the pointers to the latest run here.
   *
   * @throws IOException if the file system fails
   */
  public void moveLatest() throws IOException {
    latest.move(id, RUNS + "/" + id);
  }

  /**
   * Removes old runs, and unfinished ones that nobody can still be writing. This run stays, and so
   * does the latest, which may be of another process by now. Runs that were set aside go with the
   * finished ones of their time.
   *
   * @param keep how many finished runs stay, this one included
   * @throws IOException if the file system fails
   */
  public void removeOldRuns(int keep) throws IOException {
    List<Path> finished = new ArrayList<>();
    List<Path> setAside = new ArrayList<>();
    for (Path run : otherRuns()) {
      if (fs.exists(new Path(run, MANIFEST))) {
        finished.add(run);
      } else if (fs.exists(new Path(run, SET_ASIDE))) {
        setAside.add(run);
      } else if (isAbandoned(run)) {
        fs.delete(run, true);
      }
    }
    // Ids start with their time, so that names sort by age.
    finished.sort(Comparator.comparing(Path::getName).reversed());
    Set<String> pointedTo = latest.ids();
    for (Path run : finished.subList(Math.min(keep - 1, finished.size()), finished.size())) {
      if (!pointedTo.contains(run.getName())) {
        fs.delete(run, true);
      }
    }
    String oldest =
        keep == 1 || finished.isEmpty()
            ? id
            : finished.get(Math.min(keep - 1, finished.size()) - 1).getName();
    for (Path run : setAside) {
      if (run.getName().compareTo(oldest) < 0) {
        fs.delete(run, true);
      }
    }
  }

  private List<Path> otherRuns() throws IOException {
    return Arrays.stream(fs.listStatus(directory.getParent()))
        .filter(FileStatus::isDirectory)
        .map(FileStatus::getPath)
        .filter(path -> RunId.started(path.getName()).isPresent() && !path.getName().equals(id))
        .toList();
  }

  private boolean isAbandoned(Path run) {
    Instant now = RunId.started(id).orElseThrow();
    return RunId.started(run.getName()).orElseThrow().isBefore(now.minus(LONGEST_RUN));
  }

  /**
   * Removes this run, as far as it was written, and the folders that were made for it. A run that
   * somebody may read stays.
   */
  public void discard() {
    try {
      if (mayBeRead()) {
        return;
      }
      fs.delete(directory, true);
      for (Path folder : made) {
        removeIfEmpty(folder);
      }
    } catch (IOException e) {
      // What is left has no manifest, so that nobody takes it for a run.
    }
  }

  /**
   * Whether somebody may read the run: it has a manifest, or may get one yet, or its manifest
   * cannot be looked for.
   *
   * @return false if it is certain that it has none and gets none
   */
  public boolean mayBeRead() {
    try {
      return isManifestOnItsWay
          || fs.exists(new Path(directory, MANIFEST))
          || fs.exists(new Path(directory, SET_ASIDE));
    } catch (IOException e) {
      return true;
    }
  }

  private void removeIfEmpty(Path path) throws IOException {
    if (fs.exists(path) && fs.listStatus(path).length == 0) {
      fs.delete(path, false);
    }
  }
}
