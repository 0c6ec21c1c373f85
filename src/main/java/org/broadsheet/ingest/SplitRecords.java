package org.broadsheet.ingest;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.ingest.input.SplitReader;

/** The parsed records of the splits of a task, each read and parsed when it is asked for. */
final class SplitRecords implements Iterator<ParsedRecord>, Closeable {

  private final Iterator<Split> splits;
  private final CorpusSettings settings;
  private final ReadExtent extent;
  private final Tolerance tolerance;
  private final Configuration hadoop;
  private final RecordParser parser;
  private Split split;
  private SplitReader reader;

  /**
   * Prepares to read.
   *
   * @param splits what to read
   * @param settings how to read it
   * @param extent how much to read
   * @param tolerance whether reading goes on where a store does not give a file
   * @param hadoop the settings of the file systems
   */
  SplitRecords(
      List<Split> splits,
      CorpusSettings settings,
      ReadExtent extent,
      Tolerance tolerance,
      Configuration hadoop) {
    this.splits = splits.iterator();
    this.settings = settings;
    this.extent = extent;
    this.tolerance = tolerance;
    this.hadoop = hadoop;
    this.parser = new RecordParser(settings, extent.isExplained());
  }

  @Override
  public boolean hasNext() {
    while (reader == null || !reader.hasNext()) {
      if (!splits.hasNext()) {
        return false;
      }
      split = splits.next();
      reader = open(split);
    }
    return true;
  }

  private SplitReader open(Split next) {
    InputSpec input = settings.inputs().get(next.file().input());
    return new SplitReader(
        next,
        input,
        settings.maxRecordBytes(),
        extent.records(),
        () -> tolerance.goesOn(next),
        hadoop);
  }

  @Override
  public ParsedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return parser.parsed(split, reader.next());
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
