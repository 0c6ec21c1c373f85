package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.broadsheet.ingest.mapping.FieldMappings;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;

/**
 * The rows of a Parquet file, or of those row groups that begin in a range of it. Parquet is read
 * from its end, so that it is no {@link RecordFormat}, which reads streams.
 */
public final class ParquetRows extends SequentialRecords implements Closeable {

  private final InputFile file;
  private final long start;
  private final long end;
  private final ReadSettings settings;
  private ParquetReader<Group> reader;

  /**
   * Prepares to read.
   *
   * @param file the file
   * @param start first byte of the range
   * @param end byte after the range
   * @param settings how to read records
   */
  public ParquetRows(InputFile file, long start, long end, ReadSettings settings) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.settings = settings;
  }

  @Override
  protected RawRecord read() {
    try {
      if (reader == null) {
        reader = opened();
      }
      Group row = reader.read();
      if (row == null) {
        end();
        return null;
      }
      return record(ParquetValues.object(row));
    } catch (IOException | RuntimeException e) {
      end();
      return RawRecord.rejected(
          ++number,
          new byte[0],
          Reason.UNREADABLE_FILE,
          "the file cannot be read after row "
              + (number - 1)
              + ": "
              + cause(e)
              + Remedy.FETCH_AGAIN);
    }
  }

  /**
   * Opens the range. A row group that a damaged footer places outside the file belongs to the first
   * range or the last, where it fails: it would be silently lost if it belonged to none.
   */
  private ParquetReader<Group> opened() throws IOException {
    return new GroupReaderBuilder(file)
        .withConf(inOrder())
        .withFileRange(
            start == 0 ? Long.MIN_VALUE : start, end >= file.getLength() ? Long.MAX_VALUE : end)
        .build();
  }

  /** The first cause: what is thrown says only where it failed. */
  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Reading ahead in parallel waits five minutes for the bytes that a cut file does not have. */
  private static Configuration inOrder() {
    Configuration conf = new Configuration(false);
    conf.setBoolean("parquet.hadoop.vectored.io.enabled", false);
    return conf;
  }

  private RawRecord record(JsonNode row) {
    byte[] bytes = row.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > settings.maxRecordBytes()) {
      String detail =
          "the row has more than limits.max_record_bytes = " + settings.maxRecordBytes();
      return RawRecord.rejected(++number, new byte[0], Reason.TOO_LONG, detail);
    }
    return new RawRecord(
        ++number, bytes, b -> List.of(FieldMappings.article(row, settings.fields())));
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private static final class GroupReaderBuilder extends ParquetReader.Builder<Group> {
    GroupReaderBuilder(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
