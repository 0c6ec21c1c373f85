package org.broadsheet.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.encoding.WideEncoding;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.storage.Storage;

/** Reads and parses the records of files, in tasks of several splits each. */
final class ParsedRecords {

  /** Executors of a cluster come up one after the other. */
  private static final int SECONDS_TO_COME_UP = 5;

  /** Bytes that tell whether a file can be entered in the middle. */
  private static final int HEAD = 1 << 8;

  private ParsedRecords() {}

  /**
   * Starts to parse files: one pass over the text.
   *
   * @param spark the session
   * @param files the files
   * @param settings how to read them
   * @param extent how much to read
   * @return rows of {@link ParsedRecord}, persisted
   */
  static Dataset<Row> start(
      SparkSession spark, List<InputFile> files, CorpusSettings settings, ReadExtent extent) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    int tasks = context.defaultParallelism();
    List<Split> splits =
        extent.isAll()
            ? Split.of(files, file -> isReadFromStart(file, hadoop), tasks)
            : Split.beginnings(files);
    List<List<Split>> packed = Split.packed(splits, tasks);
    // Never destroyed: when an executor is lost, the rows are computed again and need it.
    Broadcast<SerializableConfiguration> shared =
        context.broadcast(new SerializableConfiguration(hadoop));
    boolean isAllowed = settings.unreadable() != null;
    int tries = ((TaskSchedulerImpl) spark.sparkContext().taskScheduler()).maxTaskFailures();
    int executors = executors(spark.sparkContext(), isAllowed);
    JavaRDD<ParsedRecord> records =
        context
            .parallelize(packed, packed.size())
            .flatMap(
                task -> {
                  Tolerance tolerance = Tolerance.here(isAllowed, tries, executors);
                  Configuration here = shared.value().value();
                  return closed(new SplitRecords(task, settings, extent, tolerance, here));
                });
    return ParsedRecord.ROWS.startedRows(spark, records, "records");
  }

  /** Closes the records with their task: one that fails within a file would leave it open. */
  private static Iterator<ParsedRecord> closed(SplitRecords records) {
    TaskCompletionListener closing = task -> records.close();
    TaskContext.get().addTaskCompletionListener(closing);
    return records;
  }

  /** Whether a file can only be read from its start: it is compressed, or in UTF-16 or UTF-32. */
  private static boolean isReadFromStart(InputFile file, Configuration hadoop) {
    Path path = new Path(file.uri());
    try (FSDataInputStream in = Storage.of(path, hadoop).open(path)) {
      byte[] head = in.readNBytes(HEAD);
      return Compression.of(head) != Compression.NONE || WideEncoding.of(head) != null;
    } catch (IOException e) {
      // Unreadable: the task that reads it says so.
      return false;
    }
  }

  /** The executors, once they have had time to come up where it matters how many there are. */
  private static int executors(SparkContext context, boolean matters) {
    int executors = context.getExecutorMemoryStatus().size() - 1;
    for (int i = 0; matters && !context.isLocal() && executors < 2 && i < SECONDS_TO_COME_UP; i++) {
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return executors;
      }
      executors = context.getExecutorMemoryStatus().size() - 1;
    }
    return executors;
  }
}
