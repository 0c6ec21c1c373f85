package org.broadsheet.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.Printable;
import org.broadsheet.table.Plural;

/**
 * Says what a run is doing: a line for each stage with its outcome and time, and on a terminal a
 * bar of its tasks while it works.
 */
public final class Progress extends SparkListener {

  private static final int BAR = 24;
  private static final int SLOT = 20;

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final SparkWork work = new SparkWork();
  private final AtomicInteger tasks = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile boolean isStopped;
  private SparkContext context;
  private volatile String stage;
  private volatile long started;

  /**
   * Starts to report.
   *
   * @param out where to
   * @param terminal whether it is a terminal that can show a bar
   */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Follows the tasks of a session.
   *
   * @param spark the session
   */
  public void follow(SparkSession spark) {
    context = spark.sparkContext();
    context.addSparkListener(this);
    context.addSparkListener(work);
    ExecutorWait.watch(context, this::say);
  }

  /**
   * Does a stage of the run. Spark's web pages show its jobs under the name of the stage.
   *
   * @param name what it does, in a word or two
   * @param work the work
   * @param outcome what to say about its result
   * @param <T> its result
   * @return its result
   */
  public <T> T stage(String name, Supplier<T> work, Function<T, String> outcome) {
    started = System.nanoTime();
    tasks.set(0);
    finished.set(0);
    stage = name;
    if (context != null) {
      context.setJobDescription(name);
    }
    if (terminal) {
      draw();
    }
    try {
      T result = work.get();
      double took = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
      seconds.merge(name, took, Double::sum);
      say(
          String.format(
              Locale.ROOT, "%-" + SLOT + "s %6.1f s  %s", name, took, outcome.apply(result)));
      return result;
    } finally {
      stage = null;
      clear();
    }
  }

  /**
   * Prints a line.
   *
   * @param line the line; what a terminal would obey in it is replaced
   */
  public synchronized void say(String line) {
    clear();
    out.println(Printable.line(line));
  }

  /**
   * How long each stage took.
   *
   * @return seconds by stage, in order
   */
  public Map<String, Double> seconds() {
    return seconds;
  }

  /**
   * What the run costs Spark.
   *
   * @return the work so far
   */
  SparkWork sparkWork() {
    return work;
  }

  /**
   * How many executors were lost while they worked.
   *
   * @return the number so far; always 0 in one process
   */
  public int lostExecutors() {
    return lost.get();
  }

  /**
   * What the user should know of how the run went.
   *
   * @return a sentence each; empty if nothing happened
   */
  List<String> warnings() {
    return lost.get() == 0
        ? List.of()
        : List.of(
            Plural.of(lost.get(), "executor")
                + " lost on the way; the work was done again, and the rows are the same");
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    // Those that Spark itself sends away, since they are idle or at the end, are not lost.
    if (!removed.reason().contains("killed by driver") && !isStopped) {
      lost.incrementAndGet();
      say(
          "warning: executor "
              + removed.executorId()
              + " was lost ("
              + removed.reason().lines().findFirst().orElse("")
              + "); its work is done again");
    }
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd end) {
    isStopped = true;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    tasks.addAndGet(submitted.stageInfo().numTasks());
    draw();
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    finished.incrementAndGet();
    draw();
  }

  private synchronized void draw() {
    String name = stage;
    if (!terminal || name == null) {
      return;
    }
    int all = Math.max(1, tasks.get());
    int done = Math.min(all, finished.get());
    int filled = BAR * done / all;
    double took = (System.nanoTime() - started) / 1e9;
    out.printf(
        Locale.ROOT,
        "\r%-" + SLOT + "s %6.1f s  [%s%s] %d of %d tasks ",
        name,
        took,
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        done,
        tasks.get());
    out.flush();
  }

  private synchronized void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
