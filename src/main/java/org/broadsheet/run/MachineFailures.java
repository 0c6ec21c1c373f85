package org.broadsheet.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.broadsheet.MachineException;
import org.broadsheet.ingest.input.UnreadableFileException;

/**
 * Tells failures of the machine from bugs. What fails on another machine arrives as the text of a
 * Spark failure, so that the text decides, and not the class.
 */
public final class MachineFailures {

  private static final Pattern UNREADABLE =
      Pattern.compile(UnreadableFileException.class.getSimpleName() + ": ([^\n]+)");
  private static final Pattern FULL =
      Pattern.compile("No space left on device|[Dd]isk quota exceeded|QuotaExceededException");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[^\n]*(?:Permission denied|Read-only file system|AccessControlException|AccessDeniedException)[^\n]*");
  private static final Pattern EXECUTOR_LOST =
      Pattern.compile("ExecutorLostFailure \\([^\n]*?Reason: ([^\n]*)");
  private static final Pattern CLUSTER_LOST =
      Pattern.compile(
          "All masters are unresponsive[^\n]*|Master removed our application[^\n]*"
              + "|has failed the maximum allowable number of times[^\n]*"
              + "|SparkContext was shut down[^\n]*");

  private static final Pattern RESULTS_TOO_LARGE =
      Pattern.compile("is bigger than (?:local maxResultSize|spark\\.driver\\.maxResultSize)");

  /** A disk with less than this is full: Spark and Parquet write buffers of megabytes. */
  private static final long FULL_BYTES = 16L << 20;

  private MachineFailures() {}

  /**
   * Says a failure of the machine in a sentence.
   *
   * @param failure what was thrown while a job ran
   * @param output where the job writes
   * @param conf the settings of Spark
   * @return the failure in a sentence; empty if it is of another kind
   */
  static Optional<MachineException> of(Throwable failure, String output, SparkConf conf) {
    return failure instanceof MachineException
        ? Optional.empty()
        : sentence(failure, output, conf)
            .map(said -> new MachineException("nothing was published: " + said, failure));
  }

  private static Optional<String> sentence(Throwable failure, String output, SparkConf conf) {
    String text = text(failure);
    Matcher unreadable = UNREADABLE.matcher(text);
    Matcher forbidden = FORBIDDEN.matcher(text);
    if (isOutOfMemory(failure)) {
      return Optional.of(outOfMemory());
    }
    if (FULL.matcher(text).find()) {
      return Optional.of("the disk is full: " + fullDisks(output, conf));
    }
    if (unreadable.find()) {
      return Optional.of(
          unreadable.group(1)
              + "; check it on every machine that reads, or tolerate some such files by limits.unreadable, for example 1%");
    }
    if (forbidden.find()) {
      return Optional.of("permission was denied: " + forbidden.group().strip());
    }
    if (RESULTS_TOO_LARGE.matcher(text).find()) {
      return Optional.of(
          "tasks send the driver more than spark.driver.maxResultSize allows ("
              + conf.get("spark.driver.maxResultSize", "1g")
              + "); raise it, for example by --conf spark.driver.maxResultSize=4g, and give the driver the memory for it");
    }
    return lostCluster(text);
  }

  private static Optional<String> lostCluster(String text) {
    Matcher executor = EXECUTOR_LOST.matcher(text);
    if (executor.find()) {
      return Optional.of(
          "the same work lost its executors again and again ("
              + executor.group(1).strip()
              + "); they may need more memory: use --executor-memory, or make tasks smaller with partitions:");
    }
    Matcher cluster = CLUSTER_LOST.matcher(text);
    return cluster.find()
        ? Optional.of(
            "the cluster was lost (" + cluster.group().strip() + "); run again when it is up")
        : Optional.empty();
  }

  private static String text(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause).append('\n');
    }
    return text.toString();
  }

  private static String fullDisks(String output, SparkConf conf) {
    Map<String, String> disks = new LinkedHashMap<>();
    disks.put(output, "where the results go");
    scratch(conf).forEach(folder -> disks.put(folder, "Spark's spark.local.dir"));
    String full =
        disks.entrySet().stream()
            .filter(disk -> isFull(disk.getKey()))
            .map(disk -> disk.getKey() + ", " + disk.getValue())
            .collect(Collectors.joining("; "));
    return full.isEmpty()
        ? "that of "
            + output
            + ", where the results go, or of spark.local.dir on one of the machines"
        : full;
  }

  /** The folders for what does not fit in memory. */
  static List<String> scratch(SparkConf conf) {
    String folders = System.getenv("SPARK_LOCAL_DIRS");
    return List.of(
        (folders != null
                ? folders
                : conf.get("spark.local.dir", System.getProperty("java.io.tmpdir")))
            .split(","));
  }

  private static boolean isFull(String folder) {
    try {
      Path path = Path.of(folder.replaceFirst("^file:", ""));
      while (path != null && !Files.exists(path)) {
        path = path.getParent();
      }
      return path != null && Files.getFileStore(path).getUsableSpace() < FULL_BYTES;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Whether memory was too small, here or on another machine.
   *
   * @param failure what was thrown
   * @return true if it is named anywhere in it
   */
  public static boolean isOutOfMemory(Throwable failure) {
    return text(failure).contains("OutOfMemoryError");
  }

  /**
   * What to do about too little memory.
   *
   * @return a sentence
   */
  public static String outOfMemory() {
    return String.format(
        Locale.ROOT,
        "the memory, %,d MB here, is not enough; give more, for example BROADSHEET_JAVA_OPTS=-Xmx8g"
            + " jobs/broadsheet, java -Xmx8g -jar, or spark-submit with --driver-memory and --executor-memory",
        Runtime.getRuntime().maxMemory() >> 20);
  }
}
