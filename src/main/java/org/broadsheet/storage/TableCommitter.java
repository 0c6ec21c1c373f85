package org.broadsheet.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.package$;
import org.broadsheet.UserException;

/**
 * How the files that tasks wrote become those of a table, all at once when the last task is done. A
 * disk and HDFS rename them. S3 cannot rename: there, a committer made for it completes the uploads
 * that tasks began, and a run without one is refused, since tables could be left in part.
 */
public final class TableCommitter {

  /** Classes of Hadoop and of Spark's library {@code spark-hadoop-cloud}, by their settings. */
  private static final Map<String, String> CLASSES =
      Map.of(
          "spark.sql.sources.commitProtocolClass",
          "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol",
          "spark.sql.parquet.output.committer.class",
          "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter",
          "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a",
          "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory");

  private static final String S3 = "s3a";
  private static final Set<String> OTHER_NAMES_OF_S3 = Set.of("s3", "s3n");
  private static final String COMMITTER = "fs.s3a.committer.name";
  private static final String MAGIC = "magic";
  private static final Set<String> S3_COMMITTERS = Set.of(MAGIC, "directory", "partitioned");

  private static final String ALGORITHM = "mapreduce.fileoutputcommitter.algorithm.version";
  private static final String MARK = "mapreduce.fileoutputcommitter.marksuccessfuljobs";
  private static final String MARK_FILE = "_SUCCESS";

  private final FileSystem fs;

  /**
   * The committer of an output.
   *
   * @param fs the file system of the output
   */
  TableCommitter(FileSystem fs) {
    this.fs = fs;
  }

  /**
   * The settings of a session that writes to an output.
   *
   * @param output the output of a job
   * @param hadoop the settings of the file systems
   * @return settings that apply where the user has none; empty unless it is on S3
   */
  public static Map<String, String> settings(String output, Configuration hadoop) {
    if (!isS3(output, hadoop)) {
      return Map.of();
    }
    Map<String, String> settings = new HashMap<>(CLASSES);
    settings.put("spark.hadoop." + COMMITTER, MAGIC);
    return settings;
  }

  private static boolean isS3(String output, Configuration hadoop) {
    return S3.equals(scheme(output, hadoop));
  }

  private static String scheme(String output, Configuration hadoop) {
    String scheme = new Path(output).toUri().getScheme();
    return scheme == null ? FileSystem.getDefaultUri(hadoop).getScheme() : scheme;
  }

  /**
   * Refuses an output on S3 where Spark would write it by renaming files.
   *
   * @param output the output of a job
   * @param hadoop the settings of the file systems
   * @throws UserException with the setting that is missing
   */
  static void require(String output, Configuration hadoop) {
    if (OTHER_NAMES_OF_S3.contains(String.valueOf(scheme(output, hadoop)))) {
      throw UserException.of("output: %s is on S3; name it s3a://, which can be committed", output);
    }
    if (!isS3(output, hadoop)) {
      return;
    }
    if (!CLASSES.values().stream().allMatch(TableCommitter::isThere)) {
      throw UserException.of(
          "output: %s needs Spark's committer for S3, which is not there; add --packages"
              + " org.apache.spark:spark-hadoop-cloud_2.13:%s,org.apache.hadoop:hadoop-aws:%s to spark-submit",
          output, cloudVersion(package$.MODULE$.SPARK_VERSION()), VersionInfo.getVersion());
    }
    String committer = hadoop.get(COMMITTER, MAGIC);
    if (!S3_COMMITTERS.contains(committer)) {
      throw UserException.of(
          "output: the committer '%s' may leave tables on S3 in part; set --conf spark.hadoop.%s=%s",
          committer, COMMITTER, MAGIC);
    }
  }

  /** The version of spark-hadoop-cloud that fits: 4.1.0 was never published. */
  static String cloudVersion(String spark) {
    return spark.equals("4.1.0") ? "4.1.1" : spark;
  }

  /** Whether a class can be loaded, also from a jar that {@code spark-submit} added. */
  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The settings of a write. */
  Map<String, String> options() {
    return switch (fs.getUri().getScheme()) {
      // The mark says who committed. Hadoop's committer that renames refuses this algorithm.
      case S3 -> Map.of(MARK, "true", ALGORITHM, "10");
      // No check files beside the tables; the file system with them stays what everybody else gets.
      case "file" ->
          Map.of(
              MARK,
              "false",
              ALGORITHM,
              "1",
              "fs.file.impl",
              RawLocalFileSystem.class.getName(),
              "fs.file.impl.disable.cache",
              "true");
      default -> Map.of(MARK, "false", ALGORITHM, "1");
    };
  }

  /**
   * Checks that a written table was committed as it has to be.
   *
   * @param table its folder
   * @throws IOException if a committer that renames wrote it, or its mark cannot be read
   */
  void check(Path table) throws IOException {
    if (!S3.equals(fs.getUri().getScheme())) {
      return;
    }
    try (InputStream in = fs.open(new Path(table, MARK_FILE))) {
      JsonNode mark = new ObjectMapper().readTree(in);
      if (!S3_COMMITTERS.contains(mark.path("committer").asText())) {
        throw new IOException(
            table + " was not written by a committer for S3, but by renaming files");
      }
    }
  }
}
