package org.broadsheet.run;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;

/** What is done when the process is ended from outside while it works, by Ctrl-C or kill. */
public final class Interruption implements AutoCloseable {

  /** After Spark has stopped its session, and before Hadoop closes the file systems. */
  private static final int PRIORITY = FileSystem.SHUTDOWN_HOOK_PRIORITY + 10;

  private final Progress progress;
  private final Runnable hook = this::clean;
  private volatile Runnable cleaning = () -> {};

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

  private void clean() {
    cleaning.run();
    progress.say("broadsheet: interrupted; nothing was published");
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
