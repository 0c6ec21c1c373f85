package org.broadsheet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Task 3 in stage 5.0 failed 4 times, most recent failure: Lost task 3.3 in stage 5.0 (TID 27) (10.0.0.7 executor 4): ExecutorLostFailure (executor 4 exited caused by one of the running tasks) Reason: Command exited with code 137 | the same work lost its executors again and again (Command exited with code 137)
          Aborting TaskSet 2.0: ResultStage 9 has failed the maximum allowable number of times: 4 | the cluster was lost (has failed the maximum allowable number of times: 4)
          Master removed our application: FAILED | the cluster was lost (Master removed our application: FAILED)
          All masters are unresponsive! Giving up. | the cluster was lost (All masters are unresponsive! Giving up.)
          Job 7 cancelled because SparkContext was shut down | the cluster was lost (SparkContext was shut down)
          org.apache.hadoop.security.AccessControlException: Permission denied: user=ann, access=WRITE, inode="/desk" | permission was denied: org.apache.spark.SparkException: Job aborted: org.apache.hadoop.security.AccessControlException: Permission denied: user=ann
          java.io.IOException: No space left on device | the disk is full: that of out, where the results go
          java.lang.OutOfMemoryError: Java heap space | is not enough; give more
          """)
  void failuresOfMachinesAreSaidInASentence(String failure, String sentence) {
    String said =
        MachineFailures.of(new SparkException("Job aborted: " + failure), "out", CONF)
            .orElseThrow()
            .getMessage();
    assertTrue(said.startsWith("nothing was published: "), said);
    assertTrue(said.contains(sentence), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void anyOtherFailureIsABug() {
    assertTrue(MachineFailures.of(new SparkException("a bug"), "out", CONF).isEmpty());
  }
}
