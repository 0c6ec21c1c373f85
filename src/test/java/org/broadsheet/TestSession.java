package org.broadsheet;

import org.apache.spark.sql.SparkSession;

/** Spark as the program starts it, in the JVM of the tests; whoever starts it stops it. */
public final class TestSession {

  private TestSession() {}

  /** A session whose tasks are tried once. */
  public static SparkSession start() {
    return start("local[2]");
  }

  /**
   * A session on a master of its own.
   *
   * @param master {@code local[2, 2]} for tasks that are tried again
   */
  public static SparkSession start(String master) {
    return SparkSession.builder()
        .master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config("spark.sql.catalogImplementation", "in-memory")
        .getOrCreate();
  }
}
