package org.broadsheet.run;

import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.broadsheet.UserException;

/**
 * Starts Spark. What is set here are defaults: a master or setting that {@code spark-submit} or
 * {@code -Dspark.*} gives wins, except where a result table would differ.
 */
final class Sessions {

  /** Settings that change a result, so that nobody may change them. */
  private static final Map<String, String> FIXED =
      Map.of(
          "spark.sql.session.timeZone", "UTC",
          "spark.sql.ansi.enabled", "true",
          "spark.sql.datetime.java8API.enabled", "true",
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          "spark.sql.caseSensitive", "false");

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("spark.master", "local[*]"),
          Map.entry("spark.app.name", "broadsheet"),
          Map.entry("spark.ui.enabled", "false"),
          Map.entry("spark.sql.catalogImplementation", "in-memory"),
          // What is kept between stages goes to disk sooner, and counting has more room: measured
          // with heaps of 1 to 2 GB, it takes a tenth less time, and passes where it ran out.
          Map.entry("spark.memory.fraction", "0.4"),
          // Work is cut to the data before it starts; re-planning it in between costs a job a
          // shuffle.
          Map.entry("spark.sql.adaptive.enabled", "false"));

  private Sessions() {}

  /**
   * Loads what every session needs. A second of a run is spent on these classes, which is why they
   * are loaded on one core while another reads the job file.
   */
  static void warmUp() {
    scala.reflect.runtime.package$.MODULE$.universe();
    FunctionRegistry.builtin();
  }

  /**
   * The settings of a session, before it starts.
   *
   * @return what the user set, over our defaults
   */
  static SparkConf conf() {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SparkConf conf = new SparkConf();
    DEFAULTS.forEach(conf::setIfMissing);
    FIXED.forEach(conf::set);
    if (conf.get("spark.master").startsWith("local")) {
      // A laptop's host name may not resolve, and nobody else needs to reach the driver.
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      // A task out of memory ends the run with its reason, not the process with none.
      conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
    } else if (!conf.contains("spark.task.maxFailures")) {
      // Of the four tries of a task, the last ones are made elsewhere: a file may be out of reach
      // from one machine only, and a disk full there. Other tasks are still sent to an executor
      // that failed at one.
      conf.setIfMissing("spark.excludeOnFailure.taskAndStage.enabled", "true");
      conf.setIfMissing("spark.excludeOnFailure.task.maxTaskAttemptsPerExecutor", "2");
      conf.setIfMissing("spark.excludeOnFailure.task.maxTaskAttemptsPerNode", "3");
      conf.setIfMissing("spark.excludeOnFailure.stage.maxFailedTasksPerExecutor", "1000000");
      conf.setIfMissing("spark.excludeOnFailure.stage.maxFailedExecutorsPerNode", "1000000");
      // If no executor is left to try, none will appear; by default Spark waits two minutes.
      conf.setIfMissing("spark.scheduler.excludeOnFailure.unschedulableTaskSetTimeout", "20s");
    }
    return conf;
  }

  /**
   * Starts a session, or takes the one that is there.
   *
   * @param conf its settings
   * @return the session
   * @throws UserException if Spark does not start, which its settings and the machine decide
   */
  static SparkSession start(SparkConf conf) {
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) {
      String said = String.valueOf(e.getMessage());
      if (said.contains("System memory")) {
        throw new UserException(MachineFailures.outOfMemory());
      }
      throw UserException.of(
          "Spark does not start with the master %s: %s; check the settings of Spark, or see more with --spark-log ERROR",
          conf.get("spark.master"), said.lines().findFirst().orElse(""));
    }
  }
}
