package org.broadsheet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class MachineFailuresTest {

  private static final SparkConf CONF =
      new SparkConf(false).set("spark.driver.maxResultSize", "64m");

  @Test
  void resultsTooLargeForTheDriverNameTheirRemedy() {
    Throwable failure =
        new SparkException(
            "Job aborted due to stage failure: Total size of serialized results of 4 tasks (80.0 MiB)"
                + " is bigger than spark.driver.maxResultSize (64.0 MiB)");
    assertEquals(
        "nothing was published: tasks send the driver more than spark.driver.maxResultSize allows (64m); raise it,"
            + " for example by --conf spark.driver.maxResultSize=4g, and give the driver the memory for it",
        MachineFailures.of(failure, "out", CONF).orElseThrow().getMessage());
  }

  @Test
  void anyOtherFailureIsABug() {
    assertTrue(MachineFailures.of(new SparkException("a bug"), "out", CONF).isEmpty());
  }
}
