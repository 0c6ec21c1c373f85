package org.broadsheet.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.package$;

/** The versions of what a run is made with. */
public final class Versions {

  /** The lines of Spark that a job was tried on, the oldest first. */
  private static final List<String> SPARK_LINES = List.of("4.0", "4.1", "4.2", "4.3");

  /** These bring a Hadoop that calls {@code Subject.getSubject}, which Java 25 no longer has. */
  private static final Set<String> LINES_WITHOUT_JAVA_25 = Set.of("4.0", "4.1");

  private static final int JAVA_25 = 25;

  private Versions() {}

  /**
   * The program's version, as its jar says.
   *
   * @return the version
   */
  public static String broadsheet() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** All versions, for the manifest. */
  static Map<String, Object> all() {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("broadsheet", broadsheet());
    versions.put("spark", spark());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  private static String spark() {
    return package$.MODULE$.SPARK_VERSION();
  }

  /**
   * Why a job cannot run on this Spark, which may be that of a {@code spark-submit}, and this Java.
   *
   * @return the reason and the remedy, or empty if it can
   */
  static Optional<String> obstacle() {
    return obstacle(spark(), Runtime.version().feature());
  }

  static Optional<String> obstacle(String spark, int java) {
    String line = spark.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
    if (!SPARK_LINES.contains(line)) {
      return Optional.of(
          String.format(
              "this is Spark %s, and Broadsheet runs on Spark %s; use the spark-submit of one of them, or java -jar",
              spark, String.join(", ", SPARK_LINES)));
    }
    if (java >= JAVA_25 && LINES_WITHOUT_JAVA_25.contains(line)) {
      return Optional.of(
          String.format(
              "this is Java %d, on which Spark %s cannot write Parquet; use Java 17 or 21, or Spark 4.2 or later",
              java, spark));
    }
    return Optional.empty();
  }
}
