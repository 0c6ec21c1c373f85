package org.broadsheet.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.storage.BlockUpdatedInfo;
import org.apache.spark.storage.RDDBlockId;
import org.apache.spark.storage.RDDInfo;
import org.broadsheet.table.Plural;
import scala.jdk.javaapi.CollectionConverters;

/** Adds up what a run costs Spark: its jobs, the bytes it moves, and what it keeps meanwhile. */
final class SparkWork extends SparkListener {

  /** What is kept below this many bytes is left out of the line for people. */
  private static final int WORTH_SAYING = 100_000;

  /** Sets without a name of ours. */
  private static final String OTHER = "other";

  /** The bytes of a kept set: those of each of its blocks, and the most that all had together. */
  private static final class KeptBytes {
    private final Map<String, Long> blocks = new HashMap<>();
    private long now;
    private long most;

    void update(String block, long bytes) {
      Long before = bytes == 0 ? blocks.remove(block) : blocks.put(block, bytes);
      now += bytes - (before == null ? 0 : before);
      most = Math.max(most, now);
    }
  }

  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, KeptBytes> kept = new HashMap<>();
  private int jobs;
  private long shuffledBytes;

  @Override
  public synchronized void onJobStart(SparkListenerJobStart start) {
    jobs++;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    for (RDDInfo rdd : CollectionConverters.asJava(submitted.stageInfo().rddInfos())) {
      // Spark names sets by their classes and plans.
      if (rdd.name().matches("[a-z ]+")) {
        names.put(rdd.id(), rdd.name());
      }
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.taskMetrics() != null) {
      shuffledBytes += end.taskMetrics().shuffleWriteMetrics().bytesWritten();
    }
  }

  @Override
  public synchronized void onBlockUpdated(SparkListenerBlockUpdated updated) {
    BlockUpdatedInfo block = updated.blockUpdatedInfo();
    if (block.blockId() instanceof RDDBlockId id) {
      kept.computeIfAbsent(id.rddId(), rdd -> new KeptBytes())
          .update(
              block.blockManagerId().executorId() + " " + id,
              // Of a block that has moved, the size where it was is told as well.
              (block.storageLevel().useMemory() ? block.memSize() : 0)
                  + (block.storageLevel().useDisk() ? block.diskSize() : 0));
    }
  }

  /** A line for people. */
  String sentence() {
    String kept =
        keptBytes().entrySet().stream()
            .filter(set -> set.getValue() >= WORTH_SAYING)
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(set -> set.getKey() + " " + bytes(set.getValue()))
            .collect(Collectors.joining(", "));
    return Plural.of(jobs(), "Spark job")
        + ", "
        + bytes(shuffledBytes())
        + " moved between tasks"
        + (kept.isEmpty() ? "" : "; kept: " + kept);
  }

  private static String bytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  /** The jobs so far. */
  synchronized int jobs() {
    return jobs;
  }

  /** The bytes that tasks have written for other tasks so far. */
  synchronized long shuffledBytes() {
    return shuffledBytes;
  }

  /** The most bytes, in memory and on disk, of each set that was kept, by its name. */
  synchronized Map<String, Long> keptBytes() {
    Map<String, Long> bytes = new TreeMap<>();
    kept.forEach(
        (rdd, blocks) -> bytes.merge(names.getOrDefault(rdd, OTHER), blocks.most, Long::sum));
    return bytes;
  }
}
