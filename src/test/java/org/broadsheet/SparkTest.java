package org.broadsheet;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that share a session of their class. */
public abstract class SparkTest {

  protected static SparkSession spark;

  @BeforeAll
  static void startSpark() {
    spark = TestSession.start();
  }

  @AfterAll
  static void stopSpark() {
    spark.stop();
  }
}
