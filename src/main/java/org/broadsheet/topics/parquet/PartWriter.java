package org.broadsheet.topics.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Writes columns as the bytes of a Parquet file: the same bytes for the same values. */
public final class PartWriter {

  private PartWriter() {}

  /**
   * Writes some rows.
   *
   * @param table the name of the table
   * @param columns its columns
   * @param from the first row
   * @param to the row after the last one
   * @return the bytes of the file
   * @throws IOException if Parquet fails
   */
  public static byte[] write(String table, List<Column> columns, int from, int to)
      throws IOException {
    MessageType schema =
        new MessageType(table, columns.stream().map(Column::type).toArray(Type[]::new));
    ParquetProperties plain = plain();
    Memory memory = new Memory();
    try (ParquetFileWriter file = file(memory, schema, plain);
        ColumnChunkPageWriteStore pages = pages(schema, plain);
        ColumnWriteStore values = plain.newColumnWriteStore(schema, pages)) {
      write(columns, from, to, schema, values);
      file.start();
      file.startBlock(to - from);
      values.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
      file.end(Map.of());
    }
    return memory.bytes.toByteArray();
  }

  /**
   * How values are written. The factory is one of our own: all others share one, which writes as
   * the last who asked for it wanted, and Spark writes tables with dictionaries meanwhile.
   */
  private static ParquetProperties plain() {
    return ParquetProperties.builder()
        .withDictionaryEncoding(false)
        .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
        .build();
  }

  private static ParquetFileWriter file(Memory memory, MessageType schema, ParquetProperties plain)
      throws IOException {
    return new ParquetFileWriter(
        memory,
        schema,
        ParquetFileWriter.Mode.CREATE,
        Long.MAX_VALUE,
        0,
        plain.getColumnIndexTruncateLength(),
        plain.getStatisticsTruncateLength(),
        plain.getPageWriteChecksumEnabled());
  }

  private static ColumnChunkPageWriteStore pages(MessageType schema, ParquetProperties plain) {
    BytesInputCompressor none =
        new CodecFactory(new Configuration(false), plain.getPageSizeThreshold())
            .getCompressor(CompressionCodecName.UNCOMPRESSED);
    return new ColumnChunkPageWriteStore(
        none,
        schema,
        plain.getAllocator(),
        plain.getColumnIndexTruncateLength(),
        plain.getPageWriteChecksumEnabled());
  }

  private static void write(
      List<Column> columns, int from, int to, MessageType schema, ColumnWriteStore values) {
    ColumnWriter[] writers =
        schema.getColumns().stream().map(values::getColumnWriter).toArray(ColumnWriter[]::new);
    for (int row = from; row < to; row++) {
      for (int i = 0; i < writers.length; i++) {
        columns.get(i).values().write(row, writers[i]);
      }
      values.endRecord();
    }
  }

  /** A file in memory. */
  private static final class Memory implements OutputFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public PositionOutputStream create(long blockSize) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return bytes.size();
        }

        @Override
        public void write(int value) {
          bytes.write(value);
        }

        @Override
        public void write(byte[] values, int offset, int length) {
          bytes.write(values, offset, length);
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
