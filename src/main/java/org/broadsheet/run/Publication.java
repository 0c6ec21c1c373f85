package org.broadsheet.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.MachineException;
import org.broadsheet.UserException;
import org.broadsheet.ingest.Accounting;
import org.broadsheet.job.Job;
import org.broadsheet.storage.RunDirectory;
import org.broadsheet.storage.Storage;
import org.broadsheet.table.Audit;
import org.broadsheet.table.AuditException;
import org.broadsheet.table.ResultTable;
import org.broadsheet.table.TableReference;

/**
 * A run directory in the making: tables are written and checked in the background as soon as they
 * can be computed, and what explains them is put beside them. What is closed before it is finished
 * or set aside leaves nothing behind.
 */
final class Publication implements AutoCloseable {

  /** Tables in the making at once: while one is planned, another keeps the processors busy. */
  private static final int AT_ONCE = 3;

  private static final long LAST_WRITES_MILLIS = 200;

  private final SparkSession spark;
  private final Job job;
  private final RunDirectory directory;
  private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<String, Future<WrittenTable>> writing = new HashMap<>();
  private final List<Future<Void>> files = new ArrayList<>();
  private final Interruption interruption;
  private boolean finished;

  /**
   * Makes the run directory.
   *
   * @param workspace the session
   * @param job the job
   * @param id of the run
   * @throws UserException if the directory cannot be made
   */
  Publication(Workspace workspace, Job job, String id) {
    this.spark = workspace.spark();
    this.interruption = workspace.interruption();
    this.job = job;
    this.directory =
        RunDirectory.create(job.output(), id, spark.sparkContext().hadoopConfiguration());
    interruption.cleanBy(this::discard);
    requireShared();
  }

  /** Refuses a folder that only this machine sees, as far as executors have come up by now. */
  private void requireShared() {
    if (spark.sparkContext().isLocal() || !Storage.isLocal(directory.path())) {
      return;
    }
    try {
      List<String> without = withoutFolder(Storage.local(directory.path()).toString());
      if (!without.isEmpty()) {
        throw UserException.of(
            "output: the executors %s do not see %s; give an output that all machines share, such as hdfs:// or s3a://",
            String.join(", ", without), readable(directory.path()));
      }
    } catch (Exception e) {
      // Of any kind: Spark throws checked exceptions without declaring them.
      directory.discard();
      throw e;
    }
  }

  private List<String> withoutFolder(String folder) {
    int tasks = spark.sparkContext().defaultParallelism();
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(Collections.nCopies(tasks, folder), tasks)
        .filter(path -> !isFolder(path))
        .map(path -> SparkEnv.get().blockManager().blockManagerId().hostPort())
        .distinct()
        .collect();
  }

  private static boolean isFolder(String path) {
    try {
      return Files.isDirectory(Path.of(path));
    } catch (InvalidPathException e) {
      // A name that the locale of the machine lacks.
      return false;
    }
  }

  /** Starts to write a table, if the job asks for it. */
  void write(String name, Supplier<Dataset<Row>> rows) {
    if (job.wants(name)) {
      writing.put(
          name,
          pool.submit(
              () -> {
                spark.sparkContext().setJobDescription("write " + name);
                return writeNow(ResultTable.named(name), rows.get());
              }));
    }
  }

  /** Starts to write a file beside the tables. */
  void writeFile(String name, RunDirectory.Content content) {
    files.add(
        pool.submit(
            () -> {
              directory.writeFile(name, content);
              return null;
            }));
  }

  private WrittenTable writeNow(ResultTable table, Dataset<Row> rows) throws IOException {
    Audit audit = directory.write(table, rows);
    return new WrittenTable(
        table.publishedFrom(rows),
        audit.rows(),
        directory.stored(table.name()),
        audit.findings().stream()
            .map(finding -> "audit of " + table.name() + ": " + finding)
            .toList());
  }

  /**
   * Waits for the tables.
   *
   * @return the tables, in the order of the reference
   * @throws AuditException if rows that tasks wrote are not in the files
   */
  List<WrittenTable> written() {
    List<WrittenTable> written = new ArrayList<>();
    try {
      for (String name : ResultTable.names()) {
        if (writing.containsKey(name)) {
          written.add(writing.get(name).get());
        }
      }
      for (Future<Void> file : files) {
        file.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing tables", e);
    }
    refuseLosses(written);
    return written;
  }

  private void refuseLosses(List<WrittenTable> written) {
    List<String> losses =
        written.stream().filter(WrittenTable::isLost).map(WrittenTable::loss).toList();
    if (!losses.isEmpty()) {
      throw new AuditException(
          String.format(
              Locale.ROOT,
              "what tasks wrote is not in %s (%s); on a cluster, the output must be a folder that all machines share",
              directory.path(),
              String.join("; ", losses)));
    }
  }

  /**
   * Compares the written tables with their declarations and with the account of the records.
   *
   * @return what does not hold, a sentence each; empty if everything does
   */
  static List<String> findings(List<WrittenTable> written, Accounting accounting) {
    Map<String, Long> expected =
        Map.of(
            "articles", accounting.accepted(),
            "rejected_records", accounting.rejected(),
            "exact_duplicates", accounting.exactDuplicates(),
            "article_topics", accounting.accepted());
    List<String> findings = new ArrayList<>();
    accounting.audit().ifPresent(findings::add);
    for (WrittenTable table : written) {
      findings.addAll(table.findings());
      long rows = expected.getOrDefault(table.name(), table.rows());
      if (rows != table.rows()) {
        findings.add(
            String.format(
                Locale.ROOT,
                "audit of %s: %d rows were written, the account says %d",
                table.name(),
                table.rows(),
                rows));
      }
    }
    return findings;
  }

  /**
   * Writes the companions and the manifest, and moves the pointers.
   *
   * @throws UserException if the run is whole but something is in the place of a pointer
   * @throws MachineException if the store fails; the run may be whole
   */
  void finish(Manifest manifest) {
    uninterrupted(
        "the run was published before that",
        () -> {
          commit(RunDirectory.MANIFEST, manifest);
          moveLatest();
        });
  }

  /** Writes the companions and a manifest that makes nobody take the run; the pointers stay. */
  void setAside(Manifest manifest) {
    uninterrupted(
        "the run was set aside before that", () -> commit(RunDirectory.SET_ASIDE, manifest));
  }

  /** Lets the process end only after the work, or else does nothing. */
  private void uninterrupted(String done, Runnable work) {
    if (!interruption.beginPublishing()) {
      throw new IllegalStateException("the process is being ended");
    }
    try {
      work.run();
    } finally {
      interruption.endPublishing(
          finished ? done : directory.mayBeRead() ? Interruption.MAY_BE_PUBLISHED : null);
    }
  }

  private void commit(String manifestName, Manifest manifest) {
    Map<ResultTable, Long> rows = new LinkedHashMap<>();
    manifest.tables().forEach(table -> rows.put(table.table(), table.rows()));
    List<ResultTable> tables = List.copyOf(rows.keySet());
    Map<String, String> companions = new LinkedHashMap<>();
    companions.put("datapackage.json", TableReference.dataPackage(job.name(), tables));
    companions.put("open.sql", TableReference.duckDbScript(tables));
    companions.put(
        "open-spark.sql", TableReference.sparkScript(tables, directory.path().toString()));
    companions.put(
        "README.md", TableReference.readme(job.name(), directory.path().getName(), rows));
    try {
      directory.commit(companions, manifestName, manifest.json());
    } catch (IOException e) {
      throw uncommitted(manifestName, e);
    }
    finished = true;
  }

  private RuntimeException uncommitted(String manifestName, IOException e) {
    if (!directory.mayBeRead()) {
      return new UncheckedIOException(e);
    }
    String outcome =
        manifestName.equals(RunDirectory.MANIFEST)
            ? "the run before stays the latest one; run again"
            : "the run is not published";
    return new MachineException(
        String.format(
            "the store did not confirm %s/%s (%s); %s. Do not remove that folder now: the file may still arrive",
            directory.path(), manifestName, e.getMessage(), outcome),
        e);
  }

  private void moveLatest() {
    try {
      directory.moveLatest();
    } catch (IOException | RuntimeException e) {
      String said =
          String.format(
              "the tables are in %s, but %s could not be moved there (%s)",
              readable(directory.path()), readable(directory.latestPath()), e.getMessage());
      if (directory.isLatestObstructed()) {
        throw new UserException(said + "; move away what is in its place, and run again");
      }
      throw new MachineException(said + "; run again when there is room, and the store answers", e);
    }
  }

  /** A local path as people type it, any other as it is. */
  static String readable(org.apache.hadoop.fs.Path path) {
    return Storage.isLocal(path) ? path.toUri().getPath() : path.toString();
  }

  /**
   * Removes the runs before this one, but for some.
   *
   * @throws UserException if that fails, which changes nothing about this run
   */
  void removeOldRuns(int keep) {
    try {
      directory.removeOldRuns(keep);
    } catch (IOException | RuntimeException e) {
      throw UserException.of(
          "the tables were published, but older runs could not be removed (%s); remove them by hand",
          e.getMessage());
    }
  }

  /** Where the tables are. */
  RunDirectory directory() {
    return directory;
  }

  /** Ends; a run that was not finished is removed. */
  @Override
  public void close() {
    if (finished) {
      pool.shutdown();
    } else {
      cancel();
      discard();
    }
  }

  private void cancel() {
    try {
      spark.sparkContext().cancelAllJobs();
    } catch (IllegalStateException e) {
      // The session was stopped from outside, and its jobs with it.
    }
  }

  private void discard() {
    pool.shutdownNow();
    pause(() -> pool.awaitTermination(1, TimeUnit.MINUTES));
    directory.discard();
    // A task that has not noticed its end yet makes the folder again with its next file.
    pause(() -> TimeUnit.MILLISECONDS.sleep(LAST_WRITES_MILLIS));
    directory.discard();
  }

  private interface Pause {
    void make() throws InterruptedException;
  }

  private static void pause(Pause pause) {
    try {
      pause.make();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
