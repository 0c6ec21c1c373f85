package org.broadsheet.topics.saved;

import static org.broadsheet.topics.saved.SavedFormat.require;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * Reads the columns of a Parquet file in memory that {@link PartWriter} or a later version of it
 * wrote. Anything else in the file is ignored. Parquet decodes it, but each page is checked before:
 * compressed values, dictionaries and deltas may claim more values than there are bytes for, and
 * {@code ParquetFileReader} would trust them.
 *
 * <p>All methods throw {@link IOException} or an unchecked exception if the file is not as it must
 * be, or {@link StackOverflowError} if its structures are nested too deeply.
 */
final class PartReader {

  private static final int MAGIC = Integer.BYTES;
  private static final int LONGEST_FOOTER = 1 << 16;

  private final byte[] bytes;
  private final int footer;
  private final MessageType schema;
  private final BlockMetaData block;

  /** Opens a file, all of whose bytes are given. */
  PartReader(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int end = bytes.length - MAGIC - Integer.BYTES;
    require(end > 0, "footer");
    int length = BytesUtils.readIntLittleEndian(ByteBuffer.wrap(bytes), end);
    require(length > 0 && length <= Math.min(end, LONGEST_FOOTER), "footer");
    this.footer = end - length;
    FileMetaData file = thrift(new FileMetaData(), new ByteArrayInputStream(bytes, footer, length));
    // On a name with many blanks, a regular expression of Parquet takes hours.
    file.unsetCreated_by();
    ParquetMetadata meta = new ParquetMetadataConverter().fromParquetMetadata(file);
    require(meta.getBlocks().size() == 1, "row groups");
    this.schema = meta.getFileMetaData().getSchema();
    this.block = meta.getBlocks().get(0);
    require(block.getRowCount() > 0 && block.getRowCount() <= bytes.length, "rows");
  }

  /** Reads a structure of Thrift, in which no text or list may claim to be longer than a footer. */
  private static <T extends TBase<T, ?>> T thrift(T struct, ByteArrayInputStream in)
      throws IOException {
    try {
      struct.read(new TCompactProtocol(new TIOStreamTransport(in), LONGEST_FOOTER, LONGEST_FOOTER));
      return struct;
    } catch (TException e) {
      throw new IOException(e);
    }
  }

  /** The number of rows, above zero. */
  int rows() {
    return (int) block.getRowCount();
  }

  /**
   * Reads a column of texts, or of finite numbers.
   *
   * @param column its name
   * @param to an array of its type, which receives the values
   * @param at the index of the first value in the array
   */
  void read(String column, Object to, int at) throws IOException {
    new Values(PartWriter.type(column, to), 1).read(to, at, rows());
  }

  /**
   * Reads a column of lists of finite numbers.
   *
   * @param column its name
   * @param to an array of {@code float[]} or {@code double[]}, which receives a new array for each
   *     row
   * @param at the index of the first list in the array
   * @param length the length that every list must have
   */
  void read(String column, Object[] to, int at, int length) throws IOException {
    Values values = new Values(PartWriter.type(column, to), length);
    for (int row = 0; row < rows(); row++) {
      Object list = Array.newInstance(to.getClass().componentType().componentType(), length);
      values.read(list, 0, length);
      to[at + row] = list;
    }
  }

  /** Reads the values of a column in their order, after checking that there are bytes for all. */
  private final class Values {

    private final ColumnDescriptor column;
    private final int length;
    private final ByteArrayInputStream pages;
    private long left;
    private long index;
    private long end;
    private long textBytes;
    private ValuesReader repetitions;
    private ValuesReader definitions;
    private ValuesReader values;

    /** Finds the column of this type, with this number of values in a row. */
    Values(Type type, int length) throws IOException {
      String name = type.getName();
      require(schema.containsField(name) && schema.getType(name).equals(type), name);
      this.column = new MessageType(name, type).getColumns().get(0);
      this.length = length;
      ColumnChunkMetaData chunk = chunk();
      long start = chunk.getFirstDataPageOffset();
      long size = chunk.getTotalSize();
      this.left = chunk.getValueCount();
      require(
          chunk.getCodec() == CompressionCodecName.UNCOMPRESSED
              && start >= 0
              && size >= 0
              && start <= footer - size
              && left == (long) rows() * length
              && left <= size / Integer.BYTES,
          name);
      this.pages = new ByteArrayInputStream(bytes, (int) start, (int) size);
    }

    private ColumnChunkMetaData chunk() throws IOException {
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        if (Arrays.equals(chunk.getPath().toArray(), column.getPath())) {
          return chunk;
        }
      }
      throw new IOException("no values of " + column);
    }

    /** Reads values into an array, from an index on. */
    void read(Object to, int from, int count) throws IOException {
      for (int i = from; i < from + count; i++) {
        ValuesReader in = next();
        if (to instanceof int[] ints) {
          ints[i] = in.readInteger();
        } else if (to instanceof long[] longs) {
          longs[i] = in.readLong();
        } else if (to instanceof float[] floats) {
          floats[i] = in.readFloat();
          require(Float.isFinite(floats[i]), "a number");
        } else if (to instanceof double[] doubles) {
          doubles[i] = in.readDouble();
          require(Double.isFinite(doubles[i]), "a number");
        } else {
          Binary text = in.readBytes();
          // A text of negative length would lead back to earlier texts, again and again.
          textBytes += text.length();
          require(textBytes <= bytes.length, "a text");
          ((String[]) to)[i] = text.toStringUsingUTF8();
        }
      }
    }

    /** Moves to the next value, and returns the reader that has it. */
    ValuesReader next() throws IOException {
      if (index == end) {
        nextPage();
      }
      require(
          repetitions.readInteger() == (index % length == 0 ? 0 : 1)
              && definitions.readInteger() == column.getMaxDefinitionLevel(),
          "a list");
      index++;
      return values;
    }

    private void nextPage() throws IOException {
      PageHeader header = thrift(new PageHeader(), pages);
      DataPageHeader data = header.getData_page_header();
      require(
          header.getType() == PageType.DATA_PAGE
              && data.getEncoding() == org.apache.parquet.format.Encoding.PLAIN
              && data.getNum_values() > 0
              && data.getNum_values() <= left
              && header.getCompressed_page_size() >= 0
              && header.getCompressed_page_size() <= pages.available(),
          "a page");
      int count = data.getNum_values();
      byte[] page = pages.readNBytes(header.getCompressed_page_size());
      if (column.getMaxRepetitionLevel() > 0) {
        requireRuns(page, count);
      }
      ByteBufferInputStream in = ByteBufferInputStream.wrap(ByteBuffer.wrap(page));
      repetitions = reader(Encoding.RLE, ValuesType.REPETITION_LEVEL, in, count);
      definitions = reader(Encoding.RLE, ValuesType.DEFINITION_LEVEL, in, count);
      values = reader(Encoding.PLAIN, ValuesType.VALUES, in, count);
      end = index + count;
      left -= count;
    }

    private ValuesReader reader(
        Encoding encoding, ValuesType type, ByteBufferInputStream in, int count)
        throws IOException {
      ValuesReader reader = encoding.getValuesReader(column, type);
      reader.initFromPage(count, in);
      return reader;
    }
  }

  /**
   * Requires that no packed run of levels claims to be longer than the values of its page: Parquet
   * allocates as many levels as a run claims.
   */
  private static void requireRuns(byte[] page, int values) throws IOException {
    ByteBufferInputStream in = ByteBufferInputStream.wrap(ByteBuffer.wrap(page));
    for (int level = 0; level < 2; level++) {
      ByteBufferInputStream levels = in.sliceStream(BytesUtils.readIntLittleEndian(in));
      while (levels.available() > 0) {
        int run = BytesUtils.readUnsignedVarInt(levels);
        boolean packed = (run & 1) == 1;
        require(!packed || run >>> 1 <= values / Byte.SIZE + 1, "levels");
        levels.skipFully(packed ? run >>> 1 : 1);
      }
    }
  }
}
