package org.broadsheet.ingest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.broadsheet.ingest.input.Split;

/**
 * Whether a task goes on where a store does not give a file. It does so only if the job allows
 * that, and the file was asked for on another executor before; where there is only one executor, on
 * this one. Each stage begins anew: the same records may be read by two of them, at once or after a
 * loss.
 *
 * @param isAllowed whether the job allows it
 * @param tries how often Spark tries a task at most
 * @param executors how many executors there are
 * @param stage the stage of the task
 * @param attempt which try of the task this is, from 0
 */
record Tolerance(boolean isAllowed, int tries, int executors, String stage, int attempt) {

  /** The splits that failed in this process, by stage. */
  private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

  /** The tolerance of the task that calls this. */
  static Tolerance here(boolean isAllowed, int tries, int executors) {
    TaskContext task = TaskContext.get();
    String stage = task.stageId() + "." + task.stageAttemptNumber();
    return new Tolerance(isAllowed, tries, executors, stage, task.attemptNumber());
  }

  /**
   * Decides about a split whose file was not given.
   *
   * @param split the split
   * @return whether the file becomes a rejected record; else the task must fail
   */
  boolean goesOn(Split split) {
    boolean failedHere = !FAILED.add(stage + " " + split.id() + " " + split.file().uri());
    boolean wasElsewhere = attempt > 0 && (!failedHere || executors <= 1);
    return isAllowed && (wasElsewhere || attempt + 1 >= tries);
  }
}
