package org.broadsheet.job;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.corpus.Corpus;
import org.broadsheet.corpus.InputFile;

/**
 * What a command about a job works with: the files of its input, listed before Spark starts, so
 * that a wrong path is said at once, and a session that fits them.
 *
 * @param spark the session
 * @param files the files, sorted by name
 */
public record Workspace(SparkSession spark, List<InputFile> files) {

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
   * @throws org.broadsheet.UserException if the input does not exist, cannot be listed or holds no
   *     file
   */
  public static <T> T with(Job job, Progress progress, Function<Workspace, T> work) {
    SparkConf conf = Sessions.conf();
    Configuration hadoop = Sessions.hadoop(conf);
    List<InputFile> files = Corpus.list(job.corpus(), hadoop);
    Tuning.of(files, job.partitions()).apply(conf);
    // While Spark starts on one core, the parsers load on another.
    CompletableFuture.runAsync(() -> Corpus.warmUp(job.corpus()));
    SparkSession spark =
        progress.stage("start Spark", () -> Sessions.start(conf), Workspace::describe);
    try {
      progress.follow(spark);
      return work.apply(new Workspace(spark, files));
    } finally {
      spark.stop();
    }
  }

  private static String describe(SparkSession spark) {
    return "Spark " + spark.version() + ", " + spark.sparkContext().master();
  }
}
