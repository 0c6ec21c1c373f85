package org.broadsheet.ingest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.ingest.input.SplitReader;
import org.broadsheet.ingest.record.FieldChoice;

/**
 * How fast one core reads and parses a plain file, without Spark and without language detection:
 * {@code java ... org.broadsheet.ingest.ParsingSpeed FILE [ROUNDS]}. Prints megabytes of input a
 * second of the thread's CPU time for each round; the first ones warm up.
 */
public final class ParsingSpeed {

  private ParsingSpeed() {}

  /**
   * Measures.
   *
   * @param arguments the file, and how many rounds
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    long bytes = Files.size(path);
    InputSpec input = new InputSpec("", Formats.AUTO, null, new FieldChoice(Map.of(), List.of()));
    CorpusSettings settings =
        new CorpusSettings(
            List.of(input),
            "en",
            Period.WEEK,
            50_000_000,
            null,
            null,
            false,
            false,
            Map.of(),
            List.of());
    InputFile file = new InputFile(path.toUri().toString(), "a", bytes, 0, 0, null);
    Split split = new Split(0, file, 0, bytes, 0, 1);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    for (int round = 0; round < rounds; round++) {
      long start = threads.getCurrentThreadCpuTime();
      RecordParser parser = new RecordParser(settings);
      SplitReader reader =
          new SplitReader(
              split, input, 50_000_000, Long.MAX_VALUE, () -> false, new Configuration());
      int records = 0;
      while (reader.hasNext()) {
        parser.parsed(split, reader.next());
        records++;
      }
      double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "%,d records, %.1f MB/s%n", records - 1, bytes / 1e6 / seconds);
    }
  }
}
