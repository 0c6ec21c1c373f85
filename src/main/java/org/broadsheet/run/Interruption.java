package org.broadsheet.run;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;

/** What is done when the process is ended from outside while it works, by Ctrl-C or kill. */
public final class Interruption implements AutoCloseable {

  /** After Spark has stopped its session, and before Hadoop closes the file systems. */
  private static final int PRIORITY = FileSystem.SHUTDOWN_HOOK_PRIORITY + 10;

  /** Hadoop gives all hooks together half a minute. */
  private static final int LONGEST_PUBLISHING_SECONDS = 20;

  /** What became of a run whose manifest the store may have. */
  static final String MAY_BE_PUBLISHED = "the run is whole if its folder has run.json";

  private final Progress progress;
  private final Runnable hook = this::clean;
  private volatile Runnable cleaning = () -> {};
  private boolean isPublishing;
  private String ended;

  /**
   * Registers the clean-up.
   *
   * @param progress where the interruption is reported
   */
  Interruption(Progress progress) {
    this.progress = progress;
    ShutdownHookManager.get().addShutdownHook(hook, PRIORITY);
  }

  /** Sets what removes unfinished work. */
  void cleanBy(Runnable work) {
    this.cleaning = work;
  }

  /**
   * Begins to publish, which is not broken off any more: the process ends after it.
   *
   * @return false if the process is being ended already, so that nothing may be published
   */
  synchronized boolean beginPublishing() {
    isPublishing = !isUnderWay();
    return isPublishing;
  }

  /**
   * Says that publishing has ended.
   *
   * @param outcome what became of the run; null if it failed, and is to be removed
   */
  synchronized void endPublishing(String outcome) {
    isPublishing = false;
    ended = outcome;
    notifyAll();
  }

  private synchronized void clean() {
    awaitPublishing();
    if (isPublishing || ended != null) {
      progress.say("broadsheet: interrupted; " + (isPublishing ? MAY_BE_PUBLISHED : ended));
    } else {
      cleaning.run();
      progress.say("broadsheet: interrupted; nothing was published");
    }
  }

  private void awaitPublishing() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_PUBLISHING_SECONDS);
    try {
      for (long left = 1; isPublishing && left > 0; ) {
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        wait(Math.max(1, left));
      }
    } catch (InterruptedException e) {
      // The hook has taken too long: what is known by now is said.
    }
  }

  /**
   * Whether the process is being ended, so that failures are only a consequence.
   *
   * @return true as soon as shutdown begins
   */
  public static boolean isUnderWay() {
    return ShutdownHookManager.get().isShutdownInProgress();
  }

  /** The work is done: nothing is left to clean up. */
  @Override
  public void close() {
    if (!isUnderWay()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
