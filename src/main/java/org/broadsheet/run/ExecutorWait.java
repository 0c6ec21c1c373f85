package org.broadsheet.run;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;

/** Says that a cluster gives no executor, for which Spark waits in silence and without an end. */
final class ExecutorWait extends TimerTask {

  private static final long INTERVAL_MILLIS = 10_000;

  private final SparkContext context;
  private final Consumer<String> say;
  private boolean isWaiting;
  private boolean isSaid;

  private ExecutorWait(SparkContext context, Consumer<String> say) {
    this.context = context;
    this.say = say;
  }

  /**
   * Looks for executors until the session stops.
   *
   * @param context the session
   * @param say where it is said, once for each time that all are missing
   */
  static void watch(SparkContext context, Consumer<String> say) {
    if (!context.isLocal()) {
      new Timer("executor-wait", true)
          .schedule(new ExecutorWait(context, say), INTERVAL_MILLIS, INTERVAL_MILLIS);
    }
  }

  @Override
  public void run() {
    if (context.isStopped()) {
      cancel();
      return;
    }
    boolean wasWaiting = isWaiting;
    try {
      isWaiting = hasWork() && !hasExecutor();
    } catch (RuntimeException e) {
      // The session is about to stop.
      return;
    }
    if (isWaiting && wasWaiting && !isSaid) {
      say.accept(
          String.format(
              Locale.ROOT,
              "waiting: the cluster gives no executor; see whether it has a worker with free cores"
                  + " and %,d MB of free memory (--executor-memory)",
              context.executorMemory()));
    }
    isSaid = isWaiting && wasWaiting;
  }

  private boolean hasWork() {
    return context.statusTracker().getActiveStageIds().length > 0;
  }

  private boolean hasExecutor() {
    // The driver is one of those.
    return context.statusTracker().getExecutorInfos().length > 1;
  }
}
