package org.broadsheet.topics.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
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

/** Writes columns as the bytes of a Parquet file. */
final class PartWriter {

  private static final Map<Class<?>, PrimitiveTypeName> NUMBERS =
      Map.of(
          int.class, PrimitiveTypeName.INT32,
          long.class, PrimitiveTypeName.INT64,
          float.class, PrimitiveTypeName.FLOAT,
          double.class, PrimitiveTypeName.DOUBLE);

  /**
   * A column to be written.
   *
   * @param name its name
   * @param values an array of texts, of numbers, or of lists of numbers, which all have one length
   *     above zero
   */
  record Column(String name, Object values) {

    private void write(int row, ColumnWriter out) {
      if (values instanceof Object[] lists && lists[row].getClass().isArray()) {
        for (int i = 0; i < Array.getLength(lists[row]); i++) {
          // The first number starts a list, the others continue it.
          write(lists[row], i, Math.min(i, 1), 1, out);
        }
      } else {
        write(values, row, 0, 0, out);
      }
    }

    private static void write(
        Object array, int index, int repetition, int definition, ColumnWriter out) {
      if (array instanceof int[] ints) {
        out.write(ints[index], repetition, definition);
      } else if (array instanceof long[] longs) {
        out.write(longs[index], repetition, definition);
      } else if (array instanceof float[] floats) {
        out.write(floats[index], repetition, definition);
      } else if (array instanceof double[] doubles) {
        out.write(doubles[index], repetition, definition);
      } else {
        out.write(Binary.fromString(((String[]) array)[index]), repetition, definition);
      }
    }
  }

  /** A file in memory that Parquet writes. */
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

  /** The type of a column in Parquet, given the array that has its values. */
  static Type type(String name, Object array) {
    Class<?> element = array.getClass().componentType();
    if (element.isArray()) {
      return Types.requiredList().requiredElement(NUMBERS.get(element.componentType())).named(name);
    } else if (element == String.class) {
      return Types.required(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(name);
    }
    return Types.required(NUMBERS.get(element)).named(name);
  }

  /**
   * Writes some rows as one row group of plain values.
   *
   * <p>{@code ParquetWriter} would do, were it not for its factory of value writers. All writers
   * share one factory, with the settings of whoever used it last, and Spark writes tables with
   * dictionaries at the same time.
   *
   * @param table the name of the table
   * @param columns its columns
   * @param from the first row
   * @param to the row after the last
   * @return the bytes of the file
   */
  static byte[] write(String table, List<Column> columns, int from, int to) throws IOException {
    MessageType schema =
        new MessageType(
            table, columns.stream().map(c -> type(c.name, c.values)).toArray(Type[]::new));
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
      ColumnWriter[] writers =
          schema.getColumns().stream().map(values::getColumnWriter).toArray(ColumnWriter[]::new);
      for (int row = from; row < to; row++) {
        for (int i = 0; i < writers.length; i++) {
          columns.get(i).write(row, writers[i]);
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
