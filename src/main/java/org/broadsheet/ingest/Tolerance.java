package org.broadsheet.ingest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.broadsheet.ingest.input.Split;

/**
 * Whether a task goes on where a store does not give a file. It does so only if the job allows
 * that, and the file was asked for on another executor before; where there is only one executor, on
 * this one.
 *
 * @param isAllowed whether the job allows it
 * @param tries how often Spark tries a task at most
 * @param executors how many executors there are
 * @param attempt which try this is, from 0
 */
record Tolerance(boolean isAllowed, int tries, int executors, int attempt) {

  /** The splits that failed in this process. */
  private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

  /** The tolerance of the task that calls this. */
  static Tolerance here(boolean isAllowed, int tries, int executors) {
    return new Tolerance(isAllowed, tries, executors, TaskContext.get().attemptNumber());
  }

  /**
   * Decides about a split whose file was not given.
   *
   * @param split the split
   * @return whether the file becomes a rejected record; else the task must fail
   */
  boolean goesOn(Split split) {
    boolean failedHere = !FAILED.add(split.id() + " " + split.file().uri());
    boolean wasElsewhere = attempt > 0 && (!failedHere || executors <= 1);
    return isAllowed && (wasElsewhere || attempt + 1 >= tries);
  }
}
