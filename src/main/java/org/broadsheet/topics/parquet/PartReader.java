package org.broadsheet.topics.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * Reads the columns of a Parquet file that {@link PartWriter} wrote, or a later version of it: what
 * else the file has is not looked at. Parquet's own reader would unpack pages that claim more than
 * they have; here a value is as many bytes as it takes in memory.
 *
 * <p>All methods throw {@link IOException} or an unchecked exception if the file is not as it must
 * be.
 */
public final class PartReader {

  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
  private static final int LONGEST_FOOTER = 1 << 18;

  private final byte[] bytes;
  private final int footer;
  private final FileMetaData meta;
  private final RowGroup rows;

  /**
   * Opens a file.
   *
   * @param bytes all of it
   * @throws IOException if its footer cannot be read
   */
  public PartReader(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int end = bytes.length - MAGIC.length - Integer.BYTES;
    require(end >= MAGIC.length && isMagic(0) && isMagic(end + Integer.BYTES), "no Parquet");
    int length = at(end).getInt();
    require(length > 0 && length <= Math.min(LONGEST_FOOTER, end - MAGIC.length), "footer");
    this.footer = end - length;
    CompactStruct.skip(at(footer).limit(end));
    this.meta = Util.readFileMetaData(new ByteArrayInputStream(bytes, footer, length));
    require(meta.getRow_groupsSize() == 1, "row groups");
    this.rows = meta.getRow_groups().get(0);
    require(
        meta.getNum_rows() == rows.getNum_rows()
            && meta.getNum_rows() > 0
            && meta.getNum_rows() <= bytes.length,
        "rows");
  }

  private static void require(boolean met, String what) throws IOException {
    if (!met) {
      throw new IOException("not as it must be: " + what);
    }
  }

  private boolean isMagic(int from) {
    return Arrays.equals(bytes, from, from + MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private ByteBuffer at(int position) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(position);
  }

  /** How many rows it has, above zero. */
  public int rows() {
    return (int) meta.getNum_rows();
  }

  /** The texts of a column. */
  public String[] texts(String column) throws IOException {
    String[] values = new String[rows()];
    read(single(column, Type.BYTE_ARRAY), 1, (in, i) -> values[i] = text(in));
    return values;
  }

  private static String text(ByteBuffer in) {
    byte[] utf8 = new byte[Objects.checkIndex(in.getInt(), in.remaining() + 1)];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** The whole numbers of 32 bits of a column. */
  public int[] ints(String column) throws IOException {
    int[] values = new int[rows()];
    read(single(column, Type.INT32), 1, (in, i) -> values[i] = in.getInt());
    return values;
  }

  /** The whole numbers of 64 bits of a column. */
  public long[] longs(String column) throws IOException {
    long[] values = new long[rows()];
    read(single(column, Type.INT64), 1, (in, i) -> values[i] = in.getLong());
    return values;
  }

  /** The numbers of 32 bits of a column, all finite. */
  public float[] floats(String column) throws IOException {
    float[] values = new float[rows()];
    read(single(column, Type.FLOAT), 1, (in, i) -> values[i] = finite(in.getFloat()));
    return values;
  }

  /** The numbers of 64 bits of a column, all finite. */
  public double[] doubles(String column) throws IOException {
    double[] values = new double[rows()];
    read(single(column, Type.DOUBLE), 1, (in, i) -> values[i] = finite(in.getDouble()));
    return values;
  }

  /** The lists of numbers of 32 bits of a column, all finite and in lists of this length. */
  public float[][] floats(String column, int length) throws IOException {
    ColumnMetaData chunk = list(column, Type.FLOAT, length);
    float[][] values = new float[rows()][length];
    read(chunk, length, (in, i) -> values[i / length][i % length] = finite(in.getFloat()));
    return values;
  }

  /** The lists of numbers of 64 bits of a column, all finite and in lists of this length. */
  public double[][] doubles(String column, int length) throws IOException {
    ColumnMetaData chunk = list(column, Type.DOUBLE, length);
    double[][] values = new double[rows()][length];
    read(chunk, length, (in, i) -> values[i / length][i % length] = finite(in.getDouble()));
    return values;
  }

  private static float finite(float value) {
    if (!Float.isFinite(value)) {
      throw new ArithmeticException("not finite");
    }
    return value;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("not finite");
    }
    return value;
  }

  private ColumnMetaData single(String column, Type type) throws IOException {
    SchemaElement element = meta.getSchema().get(field(column));
    require(isLeaf(element, type), column);
    return chunk(List.of(column), type, rows());
  }

  private ColumnMetaData list(String column, Type type, int length) throws IOException {
    List<SchemaElement> schema = meta.getSchema();
    int field = field(column);
    require(
        isGroup(schema.get(field), FieldRepetitionType.REQUIRED)
            && isGroup(schema.get(field + 1), FieldRepetitionType.REPEATED)
            && schema.get(field + 1).getName().equals("list")
            && isLeaf(schema.get(field + 2), type)
            && schema.get(field + 2).getName().equals("element"),
        column);
    return chunk(List.of(column, "list", "element"), type, (long) rows() * length);
  }

  private static boolean isLeaf(SchemaElement element, Type type) {
    return element.getNum_children() == 0
        && element.getType() == type
        && element.getRepetition_type() == FieldRepetitionType.REQUIRED;
  }

  private static boolean isGroup(SchemaElement element, FieldRepetitionType repetition) {
    return element.getNum_children() == 1 && element.getRepetition_type() == repetition;
  }

  /** Where a field of the rows is declared, among those of all depths. */
  private int field(String column) throws IOException {
    List<SchemaElement> schema = meta.getSchema();
    int field = 1;
    while (field < schema.size() && !schema.get(field).getName().equals(column)) {
      for (int below = 1; below > 0; field++) {
        below += Math.max(0, schema.get(field).getNum_children()) - 1;
      }
    }
    require(field < schema.size(), "no " + column);
    return field;
  }

  /** The only chunk of a column, if it has as many values as are wanted, and bytes for them. */
  private ColumnMetaData chunk(List<String> path, Type type, long values) throws IOException {
    for (ColumnChunk chunk : rows.getColumns()) {
      ColumnMetaData column = chunk.getMeta_data();
      if (column != null && column.getPath_in_schema().equals(path)) {
        long start = column.getData_page_offset();
        long size = column.getTotal_compressed_size();
        require(
            column.getType() == type
                && column.getCodec() == CompressionCodec.UNCOMPRESSED
                && !column.isSetDictionary_page_offset()
                && start >= MAGIC.length
                && size >= 0
                && start <= footer - size
                && column.getNum_values() == values
                && values <= size / width(type),
            path.get(0));
        return column;
      }
    }
    throw new IOException("no values of " + path);
  }

  /** The least that a value takes. */
  private static int width(Type type) {
    return type == Type.INT64 || type == Type.DOUBLE ? Long.BYTES : Integer.BYTES;
  }

  /** Takes a value from a page. */
  private interface Value {
    void read(ByteBuffer in, int index);
  }

  private void read(ColumnMetaData chunk, int length, Value value) throws IOException {
    int start = (int) chunk.getData_page_offset();
    ByteBuffer in = at(start).limit(start + (int) chunk.getTotal_compressed_size());
    int index = 0;
    while (index < chunk.getNum_values()) {
      PageHeader header = header(in);
      int size = header.getCompressed_page_size();
      require(size >= 0 && size <= in.remaining(), "page");
      ByteBuffer page = in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN);
      in.position(in.position() + size);
      int end = index + values(header, chunk.getNum_values() - index);
      if (chunk.getPath_in_schemaSize() > 1) {
        requireRuns(header.getData_page_header());
        Levels.requireLists(levels(page), index, end, length);
        Levels.requireLists(levels(page), index, end, 0);
      }
      for (; index < end; index++) {
        value.read(page, index);
      }
    }
  }

  private PageHeader header(ByteBuffer in) throws IOException {
    int start = in.position();
    CompactStruct.skip(in);
    return Util.readPageHeader(new ByteArrayInputStream(bytes, start, in.position() - start));
  }

  /** How many values a page has: plain ones, one at least. */
  private static int values(PageHeader header, long most) throws IOException {
    DataPageHeader data = header.getData_page_header();
    require(
        header.getType() == PageType.DATA_PAGE
            && data != null
            && data.getEncoding() == Encoding.PLAIN
            && data.getNum_values() > 0
            && data.getNum_values() <= most,
        "page");
    return data.getNum_values();
  }

  private static void requireRuns(DataPageHeader page) throws IOException {
    require(
        page.getRepetition_level_encoding() == Encoding.RLE
            && page.getDefinition_level_encoding() == Encoding.RLE,
        "levels");
  }

  /** The levels at the beginning of a page, after their length. */
  private static ByteBuffer levels(ByteBuffer page) {
    int length = page.getInt();
    ByteBuffer levels = page.slice(page.position(), length);
    page.position(page.position() + length);
    return levels;
  }
}
