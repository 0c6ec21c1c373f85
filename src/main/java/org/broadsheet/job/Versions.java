package org.broadsheet.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.package$;

/** The versions of what a run is made with. */
public final class Versions {

  private static final String SPARK_NEEDED = "4.1";

  /** Java 25 cannot write Parquet on this version of Spark: Hadoop's {@code getSubject} is gone. */
  private static final int NEWEST_JAVA = 24;

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
   * Why this Java cannot run the program.
   *
   * @return the reason and the remedy, or empty if it can
   */
  public static Optional<String> javaObstacle() {
    int java = Runtime.version().feature();
    return java <= NEWEST_JAVA
        ? Optional.empty()
        : Optional.of(
            "this is Java "
                + java
                + ", which Spark 4.1 cannot write Parquet on; use Java 17 or 21");
  }

  /**
   * Why this Spark, which may be that of a {@code spark-submit}, cannot run a job.
   *
   * @return the reason and the remedy, or empty if it can
   */
  static Optional<String> sparkObstacle() {
    return sparkObstacle(spark());
  }

  static Optional<String> sparkObstacle(String spark) {
    return spark.startsWith(SPARK_NEEDED + ".")
        ? Optional.empty()
        : Optional.of(
            "this is Spark "
                + spark
                + ", and Broadsheet needs Spark "
                + SPARK_NEEDED
                + "; use the spark-submit of that version, or java -jar");
  }
}
