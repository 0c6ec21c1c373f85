package org.broadsheet.ingest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.Split;
import org.junit.jupiter.api.Test;

/** A file that was not given is borne only after it was asked for elsewhere. */
class ToleranceTest {

  private static int files;

  /** A part of a file that no other test has. */
  private static Split split() {
    InputFile file = new InputFile("file:/" + files++, "a", 1, 0, 0, null);
    return new Split(0, file, 0, 1, 0, 1);
  }

  private static boolean goesOn(Split split, int executors, int attempt) {
    return goesOn(split, "0.0", executors, attempt);
  }

  private static boolean goesOn(Split split, String stage, int executors, int attempt) {
    return new Tolerance(true, 4, executors, stage, attempt).goesOn(split);
  }

  @Test
  void twoTriesOnOneExecutorAreFollowedByAnotherOne() {
    Split split = split();
    assertFalse(goesOn(split, 2, 0));
    assertFalse(goesOn(split, 2, 1), "this process has failed at it before");
    assertTrue(goesOn(split(), 2, 2), "as a process that has not seen it");
  }

  @Test
  void theSecondTryIsEnoughOnAnotherExecutor() {
    assertTrue(goesOn(split(), 2, 1));
  }

  @Test
  void aStageThatReadsTheSameRecordsBeginsAnew() {
    Split split = split();
    assertFalse(goesOn(split, "0.0", 2, 0), "one executor fails at it in the first stage");
    assertFalse(goesOn(split, "1.0", 2, 0), "and in another one, which reads at the same time");
    Split other = split();
    assertFalse(goesOn(other, "0.0", 2, 0));
    assertTrue(goesOn(other, "1.0", 2, 1), "the first try of this stage was elsewhere");
    assertTrue(goesOn(split(), "1.1", 2, 1), "as after a loss");
  }

  @Test
  void theOnlyExecutorIsAskedTwice() {
    Split split = split();
    assertFalse(goesOn(split, 1, 0));
    assertTrue(goesOn(split, 1, 1));
  }

  @Test
  void theLastTryIsTheLast() {
    Split split = split();
    assertFalse(goesOn(split, 2, 0));
    assertTrue(goesOn(split, 2, 3));
    assertTrue(new Tolerance(true, 1, 0, "0.0", 0).goesOn(split()), "one process tries once");
  }

  @Test
  void withoutTheJobsLeaveNothingIsBorne() {
    assertFalse(new Tolerance(false, 1, 0, "0.0", 0).goesOn(split()));
    assertFalse(new Tolerance(false, 4, 2, "0.0", 3).goesOn(split()));
  }
}
