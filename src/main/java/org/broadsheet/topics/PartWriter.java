package org.broadsheet.topics;

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
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes columns as the bytes of a Parquet file: the same bytes for the same values. */
final class PartWriter {

  /** Writes the value of a row. */
  private interface Cell {
    void write(int row, ColumnWriter out);
  }

  /** A column to be written: a value for each row. The arrays are not copied. */
  record Column(Type type, Cell cell) {

    static Column of(String name, String[] values) {
      return new Column(text(name), (row, out) -> out.write(Binary.fromString(values[row]), 0, 0));
    }

    static Column of(String name, int[] values) {
      return new Column(
          number(name, PrimitiveTypeName.INT32), (row, out) -> out.write(values[row], 0, 0));
    }

    static Column of(String name, long[] values) {
      return new Column(
          number(name, PrimitiveTypeName.INT64), (row, out) -> out.write(values[row], 0, 0));
    }

    static Column of(String name, float[] values) {
      return new Column(
          number(name, PrimitiveTypeName.FLOAT), (row, out) -> out.write(values[row], 0, 0));
    }

    static Column of(String name, double[] values) {
      return new Column(
          number(name, PrimitiveTypeName.DOUBLE), (row, out) -> out.write(values[row], 0, 0));
    }

    /** Lists of one length above zero; the first number of a list starts it. */
    static Column of(String name, float[][] values) {
      return new Column(
          list(name, PrimitiveTypeName.FLOAT),
          (row, out) -> {
            for (int i = 0; i < values[row].length; i++) {
              out.write(values[row][i], i == 0 ? 0 : 1, 1);
            }
          });
    }

    /** As those of {@code float}. */
    static Column of(String name, double[][] values) {
      return new Column(
          list(name, PrimitiveTypeName.DOUBLE),
          (row, out) -> {
            for (int i = 0; i < values[row].length; i++) {
              out.write(values[row][i], i == 0 ? 0 : 1, 1);
            }
          });
    }
  }

  /** A file in memory. */
  private record Memory(ByteArrayOutputStream bytes) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSize) {
      return new DelegatingPositionOutputStream(bytes) {
        @Override
        public long getPos() {
          return bytes.size();
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

  private PartWriter() {}

  /** The type of a column of texts. */
  static Type text(String name) {
    return Types.required(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }

  /** The type of a column of numbers. */
  static Type number(String name, PrimitiveTypeName type) {
    return Types.required(type).named(name);
  }

  /** The type of a column of lists of numbers. */
  static Type list(String name, PrimitiveTypeName type) {
    return Types.requiredList().requiredElement(type).named(name);
  }

  /**
   * Writes the rows from one to before another, as one row group of plain values.
   *
   * <p>{@code ParquetWriter} would do, but for the factory of its values: all of them share one,
   * which writes as the last who asked for it wanted, and Spark writes tables with dictionaries
   * meanwhile.
   */
  static byte[] write(String table, List<Column> columns, int from, int to) throws IOException {
    MessageType schema =
        new MessageType(table, columns.stream().map(Column::type).toArray(Type[]::new));
    ParquetProperties plain =
        ParquetProperties.builder()
            .withDictionaryEncoding(false)
            .withStatisticsEnabled(false)
            .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
            .build();
    BytesInputCompressor none =
        new CodecFactory(new Configuration(false), plain.getPageSizeThreshold())
            .getCompressor(CompressionCodecName.UNCOMPRESSED);
    Memory memory = new Memory(new ByteArrayOutputStream());
    try (ParquetFileWriter file =
            new ParquetFileWriter(
                memory, schema, ParquetFileWriter.Mode.CREATE, Long.MAX_VALUE, 0, null, plain);
        ColumnChunkPageWriteStore pages =
            new ColumnChunkPageWriteStore(
                none, schema, plain.getAllocator(), plain.getColumnIndexTruncateLength());
        ColumnWriteStore values = plain.newColumnWriteStore(schema, pages)) {
      for (int row = from; row < to; row++) {
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).cell.write(row, values.getColumnWriter(schema.getColumns().get(i)));
        }
        values.endRecord();
      }
      file.start();
      file.startBlock(to - from);
      values.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
      file.end(Map.of());
    }
    return memory.bytes.toByteArray();
  }
}
