package org.broadsheet.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.MachineException;
import org.broadsheet.UserException;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.InputListing;
import org.broadsheet.job.Job;
import org.broadsheet.job.PathSteps;
import org.broadsheet.storage.RunDirectory;
import org.broadsheet.storage.RunId;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.TableCommitter;
import org.broadsheet.table.AuditException;

/**
 * What a command about a job works with: the files of its input, listed before Spark starts, so
 * that a wrong path is reported at once, and a session that fits them.
 *
 * @param spark the session
 * @param files the files, sorted by name
 * @param interruption what is done when the process is ended from outside
 */
public record Workspace(SparkSession spark, List<InputFile> files, Interruption interruption) {

  /** Starts to load Spark's classes; a head start for {@link #with}, and nothing else. */
  public static void prepare() {
    CompletableFuture.runAsync(Sessions::warmUp);
  }

  /**
   * Opens a workspace, works in it, closes it.
   *
   * @param job the job
   * @param progress where the start is reported
   * @param work the work
   * @param <T> its result
   * @return its result
   * @throws UserException if the input does not exist, cannot be listed or holds no file, or if the
   *     settings of Spark are wrong
   */
  public static <T> T with(Job job, Progress progress, Function<Workspace, T> work) {
    return with(job, progress, work, hadoop -> {});
  }

  /**
   * As {@link #with}, for work that publishes tables: where they cannot be written, that is
   * reported before Spark starts.
   *
   * @param job the job
   * @param progress where the start is reported
   * @param work the work
   * @param <T> its result
   * @return its result
   * @throws UserException as {@link #with}, and if the output cannot be written
   */
  public static <T> T publishing(Job job, Progress progress, Function<Workspace, T> work) {
    return with(job, progress, work, hadoop -> probe(job.output(), hadoop));
  }

  private static void probe(String output, Configuration hadoop) {
    RunDirectory.create(output, RunId.of(Instant.now()), hadoop).discard();
  }

  private static <T> T with(
      Job job, Progress progress, Function<Workspace, T> work, Consumer<Configuration> check) {
    requireVersions();
    SparkConf conf = Sessions.conf();
    Configuration hadoop = withCommitter(job.output(), conf);
    List<InputFile> files = InputListing.of(job.corpus().inputs(), hadoop);
    refuseResults(files, job.output());
    check.accept(hadoop);
    requireScratch(conf);
    Tuning.of(files, job.partitions()).apply(conf);
    // While Spark starts on one core, the parsers load on another.
    CompletableFuture.runAsync(() -> Corpus.warmUp(job.corpus()));
    try (Interruption interruption = new Interruption(progress)) {
      SparkSession spark =
          progress.stage("start Spark", () -> Sessions.start(conf), Workspace::describe);
      try {
        progress.follow(spark);
        return work.apply(new Workspace(spark, files, interruption));
      } catch (UserException | AuditException e) {
        throw e;
      } catch (Exception | Error e) {
        Optional<MachineException> machine = MachineFailures.of(e, job.output(), conf);
        if (machine.isPresent()) {
          throw machine.get();
        }
        throw e;
      } finally {
        spark.stop();
      }
    }
  }

  /** The settings of the file systems, after those that the output needs are set. */
  private static Configuration withCommitter(String output, SparkConf conf) {
    Configuration hadoop = Storage.settings(conf);
    Map<String, String> needed = TableCommitter.settings(output, hadoop);
    if (needed.isEmpty()) {
      return hadoop;
    }
    // Over Hadoop's own defaults, which name the committer that renames.
    needed.forEach(conf::setIfMissing);
    return Storage.settings(conf);
  }

  private static void requireVersions() {
    Optional<String> obstacle = Versions.obstacle();
    if (obstacle.isPresent()) {
      throw new UserException(obstacle.get());
    }
  }

  /** Spark ends the process without a word where it can make no folder for what it spills. */
  private static void requireScratch(SparkConf conf) {
    if (!conf.get("spark.master").startsWith("local")) {
      return;
    }
    for (String folder : MachineFailures.scratch(conf)) {
      try {
        Path path = Files.createDirectories(Path.of(folder));
        Files.delete(Files.createTempFile(path, "broadsheet", null));
      } catch (IOException | InvalidPathException e) {
        throw UserException.of(
            "spark.local.dir: %s cannot be written (%s); name another folder by --conf spark.local.dir=... or"
                + " -Dspark.local.dir=...",
            folder, e);
      }
    }
  }

  /** A link within the input may lead to what earlier runs wrote. */
  private static void refuseResults(List<InputFile> files, String output) {
    PathSteps results = PathSteps.of(output + "/runs");
    for (InputFile file : files) {
      if (file.obstacle() == null && results.contain(PathSteps.of(file.uri()))) {
        throw UserException.of(
            "input: %s is a result of an earlier run, since a link leads to the output %s; take the link away,"
                + " or choose another output",
            file.name(), output);
      }
    }
  }

  private static String describe(SparkSession spark) {
    return "Spark " + spark.version() + ", " + spark.sparkContext().master();
  }
}
