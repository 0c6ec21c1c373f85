package org.broadsheet.topics.saved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.broadsheet.topics.saved.PartWriter.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartReaderTest {

  private static final int ROWS = 3_000;
  private static final int LENGTH = 7;

  @TempDir Path folder;

  private final String[] texts = new String[ROWS];
  private final int[] ints = new int[ROWS];
  private final long[] longs = new long[ROWS];
  private final float[] floats = new float[ROWS];
  private final double[] doubles = new double[ROWS];
  private final float[][] floatLists = new float[ROWS][LENGTH];
  private final double[][] doubleLists = new double[ROWS][LENGTH];

  PartReaderTest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int row = 0; row < ROWS; row++) {
      texts[row] = row % 5 == 0 ? "" : "ärger 新聞 " + random.nextInt();
      ints[row] = random.nextInt();
      longs[row] = random.nextLong();
      floats[row] = (float) random.nextDouble();
      doubles[row] = random.nextDouble();
      for (int i = 0; i < LENGTH; i++) {
        floatLists[row][i] = i == 0 ? -0f : (float) random.nextDouble();
        doubleLists[row][i] = i == 0 ? Double.MIN_VALUE : random.nextDouble();
      }
    }
  }

  private List<Column> columns() {
    return List.of(
        new Column("texts", texts),
        new Column("ints", ints),
        new Column("longs", longs),
        new Column("floats", floats),
        new Column("doubles", doubles),
        new Column("float_lists", floatLists),
        new Column("double_lists", doubleLists));
  }

  private static String[] texts(PartReader part, String column) throws IOException {
    String[] values = new String[part.rows()];
    part.read(column, values, 0);
    return values;
  }

  private static int[] ints(PartReader part, String column) throws IOException {
    int[] values = new int[part.rows()];
    part.read(column, values, 0);
    return values;
  }

  private static long[] longs(PartReader part, String column) throws IOException {
    long[] values = new long[part.rows()];
    part.read(column, values, 0);
    return values;
  }

  private static float[] floats(PartReader part, String column) throws IOException {
    float[] values = new float[part.rows()];
    part.read(column, values, 0);
    return values;
  }

  private static double[] doubles(PartReader part, String column) throws IOException {
    double[] values = new double[part.rows()];
    part.read(column, values, 0);
    return values;
  }

  private static float[][] floats(PartReader part, String column, int length) throws IOException {
    float[][] values = new float[part.rows()][];
    part.read(column, values, 0, length);
    return values;
  }

  private static double[][] doubles(PartReader part, String column, int length) throws IOException {
    double[][] values = new double[part.rows()][];
    part.read(column, values, 0, length);
    return values;
  }

  private static void readAll(byte[] bytes) throws IOException {
    PartReader part = new PartReader(bytes);
    texts(part, "texts");
    ints(part, "ints");
    longs(part, "longs");
    floats(part, "floats");
    doubles(part, "doubles");
    floats(part, "float_lists", LENGTH);
    doubles(part, "double_lists", LENGTH);
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, ROWS));
    assertEquals(ROWS, part.rows());
    assertArrayEquals(texts, texts(part, "texts"));
    assertArrayEquals(ints, ints(part, "ints"));
    assertArrayEquals(longs, longs(part, "longs"));
    assertArrayEquals(floats, floats(part, "floats"));
    assertArrayEquals(doubles, doubles(part, "doubles"));
    assertTrue(Arrays.deepEquals(floatLists, floats(part, "float_lists", LENGTH)));
    assertTrue(Arrays.deepEquals(doubleLists, doubles(part, "double_lists", LENGTH)));
  }

  /** Parquet's own factory of writers is shared with whoever writes at the same time. */
  @Test
  void othersThatWriteWithDictionariesDoNotMatter() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              while (!done.get()) {
                ParquetProperties.builder().withDictionaryEncoding(true).build();
              }
            });
    other.start();
    try {
      for (int i = 0; i < 200; i++) {
        byte[] bytes = PartWriter.write("zeros", List.of(new Column("n", new int[50])), 0, 50);
        assertArrayEquals(new int[50], ints(new PartReader(bytes), "n"));
      }
    } finally {
      done.set(true);
      other.join();
    }
  }

  @Test
  void someRowsMakeAPart() throws IOException {
    PartReader part = new PartReader(PartWriter.write("some", columns(), 10, 13));
    assertArrayEquals(Arrays.copyOfRange(texts, 10, 13), texts(part, "texts"));
    assertArrayEquals(floatLists[12], floats(part, "float_lists", LENGTH)[2]);
  }

  /** A list of many numbers takes more than a page. */
  @Test
  void aRowMayBeLongerThanAPage() throws IOException {
    float[][] wide = new float[2][600_000];
    wide[1][599_999] = 1;
    PartReader part =
        new PartReader(PartWriter.write("wide", List.of(new Column("w", wide)), 0, 2));
    assertTrue(Arrays.deepEquals(wide, floats(part, "w", 600_000)));
  }

  @Test
  void columnsAreOfTheTypeThatIsAskedFor() throws IOException {
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, 10));
    assertThrows(IOException.class, () -> ints(part, "missing"));
    assertThrows(IOException.class, () -> ints(part, "longs"));
    assertThrows(IOException.class, () -> doubles(part, "floats"));
    assertThrows(IOException.class, () -> floats(part, "float_lists"));
    assertThrows(IOException.class, () -> floats(part, "floats", 1));
    assertThrows(IOException.class, () -> floats(part, "double_lists", LENGTH));
    // A column of lists is not found by what is within it.
    assertThrows(IOException.class, () -> floats(part, "element"));
  }

  @Test
  void listsAreOfTheLengthThatIsAskedFor() throws IOException {
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, 10));
    assertThrows(IOException.class, () -> floats(part, "float_lists", LENGTH - 1));
    float[][] uneven = {{1, 2, 3}, {4}, {5, 6}};
    PartReader other =
        new PartReader(PartWriter.write("uneven", List.of(new Column("l", uneven)), 0, 3));
    assertThrows(IOException.class, () -> floats(other, "l", 2));
  }

  @Test
  void numbersAreFinite() throws IOException {
    floats[3] = Float.NaN;
    doubleLists[4][1] = Double.POSITIVE_INFINITY;
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, 10));
    assertThrows(IOException.class, () -> floats(part, "floats"));
    assertThrows(IOException.class, () -> doubles(part, "double_lists", LENGTH));
  }

  private byte[] example(String schema, CompressionCodecName codec, boolean dictionary)
      throws IOException {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    Path file = Files.createTempDirectory(folder, "example").resolve("a.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(type)
            .withCompressionCodec(codec)
            .withDictionaryEncoding(dictionary)
            .build()) {
      for (int i = 0; i < 100; i++) {
        writer.write(new SimpleGroupFactory(type).newGroup().append("n", 7));
      }
    }
    return Files.readAllBytes(file);
  }

  /** Where a page may claim more than it has bytes for. */
  @Test
  void packedValuesAreRefused() throws IOException {
    String required = "message m { required int32 n; }";
    PartReader plain = new PartReader(example(required, CompressionCodecName.UNCOMPRESSED, false));
    assertEquals(7, ints(plain, "n")[99]);
    PartReader packed = new PartReader(example(required, CompressionCodecName.GZIP, false));
    assertThrows(IOException.class, () -> ints(packed, "n"));
    PartReader dictionary =
        new PartReader(example(required, CompressionCodecName.UNCOMPRESSED, true));
    assertThrows(IOException.class, () -> ints(dictionary, "n"));
    PartReader optional =
        new PartReader(
            example("message m { optional int32 n; }", CompressionCodecName.UNCOMPRESSED, false));
    assertThrows(IOException.class, () -> ints(optional, "n"));
  }

  private static byte[] file(byte[] pages, byte[] footer) {
    ByteBuffer file =
        ByteBuffer.allocate(pages.length + footer.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
    file.put(magic).put(pages).put(footer).putInt(footer.length).put(magic);
    return file.array();
  }

  private static byte[] repeated(int count, int... bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      for (int value : bytes) {
        out.write(value);
      }
    }
    return out.toByteArray();
  }

  @Test
  void aFooterThatClaimsMuchIsRefusedAtOnce() {
    for (byte[] footer :
        List.of(
            // A field that is a list of two thousand million structs; or texts; or one text.
            new byte[] {0x29, (byte) 0xfc, -1, -1, -1, -1, 7, 0},
            new byte[] {0x29, (byte) 0xf8, -1, -1, -1, -1, 7, 0},
            new byte[] {0x68, -1, -1, -1, -1, 7, 0},
            // Structs within structs, lists within lists, maps within maps.
            repeated(60_000, 0x1c),
            repeated(60_000, 0x19),
            repeated(20_000, 0x1b, 0x01, 0xbb),
            // Lists of elements that take no bytes.
            repeated(100, 0x29, 0xf0, 0xff, 0xff, 0xff, 0xff, 7),
            repeated(1, 0x19, 0xf0, 0xff, 0xff, 0xff, 0xff, 7),
            repeated(20, 0xff),
            new byte[] {0})) {
      assertRefused("footer", file(new byte[0], footer), PartReader::rows);
    }
  }

  private static final int COUNT = 50;

  private static byte[] part(Column column) throws IOException {
    return PartWriter.write("part", List.of(column), 0, COUNT);
  }

  private static FileMetaData footer(byte[] part) throws IOException {
    int end = part.length - 8;
    int length = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    return Util.readFileMetaData(new ByteArrayInputStream(part, end - length, length));
  }

  /** Other pages in the place of those of the only column, and a footer that knows where. */
  private static byte[] withPages(byte[] part, byte[] pages, Consumer<FileMetaData> change)
      throws IOException {
    FileMetaData footer = footer(part);
    ColumnMetaData column = chunk(footer);
    column.setData_page_offset(4);
    column.setTotal_compressed_size(pages.length);
    change.accept(footer);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, out);
    return file(pages, out.toByteArray());
  }

  private static ColumnMetaData chunk(FileMetaData footer) {
    return footer.getRow_groups().get(0).getColumns().get(0).getMeta_data();
  }

  private static byte[] pages(byte[] part) throws IOException {
    ColumnMetaData column = chunk(footer(part));
    int start = (int) column.getData_page_offset();
    return Arrays.copyOfRange(part, start, start + (int) column.getTotal_compressed_size());
  }

  private static byte[] page(PageHeader header, byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Util.writePageHeader(header, out);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static PageHeader header(PageType type, int size, int values, Encoding encoding) {
    PageHeader header = new PageHeader(type, size, size);
    header.setData_page_header(new DataPageHeader(values, encoding, Encoding.RLE, Encoding.RLE));
    return header;
  }

  private interface Reading {
    void read(PartReader part) throws IOException;
  }

  /** It may be nested too deeply, but is not given memory for what it claims. */
  private static void assertRefused(String what, byte[] bytes, Reading reading) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> {
          Throwable refusal =
              assertThrows(Throwable.class, () -> reading.read(new PartReader(bytes)), what);
          assertFalse(refusal instanceof OutOfMemoryError, what);
        },
        what);
  }

  private static SchemaElement schema(String name, int children) {
    SchemaElement element = new SchemaElement(name);
    element.setRepetition_type(FieldRepetitionType.REQUIRED);
    return children > 0 ? element.setNum_children(children) : element.setType(Type.INT32);
  }

  @Test
  void aFooterThatClaimsWhatIsNotIsRefused() throws IOException {
    byte[] part = part(new Column("n", new int[COUNT]));
    Map<String, Consumer<FileMetaData>> changes = new LinkedHashMap<>();
    for (long claim : new long[] {-1, 0, COUNT + 1, Integer.MAX_VALUE, 1L << 62, Long.MIN_VALUE}) {
      changes.put("values " + claim, f -> chunk(f).setNum_values(claim));
      changes.put("rows " + claim, f -> f.getRow_groups().get(0).setNum_rows(claim));
      changes.put(
          "both " + claim,
          f -> {
            f.setNum_rows(claim);
            f.getRow_groups().get(0).setNum_rows(claim);
            chunk(f).setNum_values(claim);
          });
      changes.put("size " + claim, f -> chunk(f).setTotal_compressed_size(claim * 100));
      changes.put("offset " + claim, f -> chunk(f).setData_page_offset(claim * 100 - 1));
    }
    changes.put("codec", f -> chunk(f).setCodec(CompressionCodec.GZIP));
    changes.put("no rows", f -> f.getRow_groups().clear());
    changes.put("rows twice", f -> f.getRow_groups().add(f.getRow_groups().get(0)));
    changes.put("no columns", f -> f.getRow_groups().get(0).getColumns().clear());
    changes.put("no path", f -> chunk(f).setPath_in_schema(List.of("n", "n")));
    changes.put(
        "a deep and wide schema",
        f -> {
          for (int i = 0; i < 8_000; i++) {
            f.getSchema().add(schema("g", i < 4_000 ? 1 : 0));
          }
          f.getSchema().get(0).setNum_children(2);
          f.getSchema().get(2 + 3_999).setNum_children(4_000);
          chunk(f).setNum_values(1);
        });
    changes.put("a long footer", f -> f.setCreated_by("x".repeat(70_000)));
    byte[] pages = pages(part);
    assertArrayEquals(new int[COUNT], ints(new PartReader(withPages(part, pages, f -> {})), "n"));
    for (Map.Entry<String, Consumer<FileMetaData>> change : changes.entrySet()) {
      assertRefused(
          change.getKey(), withPages(part, pages, change.getValue()), read -> ints(read, "n"));
    }
  }

  @Test
  void whoWroteItIsNotLookedAt() throws IOException {
    String[] names = new String[COUNT];
    Arrays.fill(names, "a");
    byte[] part = part(new Column("n", names));
    byte[] named =
        withPages(
            part,
            pages(part),
            f -> {
              f.setCreated_by("a version" + " ".repeat(60_000) + "(");
              chunk(f).setStatistics(new Statistics());
            });
    assertTimeoutPreemptively(
        Duration.ofSeconds(1), () -> assertArrayEquals(names, texts(new PartReader(named), "n")));
  }

  @Test
  void aPageThatClaimsWhatIsNotIsRefused() throws IOException {
    byte[] part = part(new Column("n", new int[COUNT]));
    byte[] body = new byte[4 * COUNT];
    Map<String, byte[]> pages = new LinkedHashMap<>();
    for (int claim :
        new int[] {Integer.MIN_VALUE, -24, -20, -16, -12, -1, 0, 100, 10_000, Integer.MAX_VALUE}) {
      for (PageType type : PageType.values()) {
        pages.put(type + " size " + claim, page(header(type, claim, 0, Encoding.PLAIN), body));
      }
      pages.put(
          "size " + claim, page(header(PageType.DATA_PAGE, claim, COUNT, Encoding.PLAIN), body));
      pages.put(
          "values " + claim,
          page(header(PageType.DATA_PAGE, body.length, claim, Encoding.PLAIN), body));
    }
    for (Encoding encoding : Encoding.values()) {
      if (encoding != Encoding.PLAIN) {
        // Where it says how many values it has: two thousand million.
        byte[] many = {-1, -1, -1, -1, 7, 1, -1, -1, -1, -1, 7, 0};
        pages.put(
            encoding.toString(),
            page(header(PageType.DATA_PAGE, many.length, COUNT, encoding), many));
      }
    }
    pages.put("no header", page(new PageHeader(PageType.DATA_PAGE, 200, 200), body));
    pages.put("an endless list", new byte[] {(byte) 0xf9, (byte) 0xfc, -1, -1, -1, -1, 7});
    pages.put("elements of no bytes", repeated(100, 0xf9, 0xf0, 0xff, 0xff, 0xff, 0xff, 7));
    pages.put("an endless text", new byte[] {(byte) 0xf8, -1, -1, -1, -1, 7});
    for (Map.Entry<String, byte[]> page : pages.entrySet()) {
      byte[] padded = Arrays.copyOf(page.getValue(), page.getValue().length + 4 * COUNT);
      assertRefused(page.getKey(), withPages(part, padded, f -> {}), read -> ints(read, "n"));
    }
  }

  /** A run of packed levels, which says that it has 1,600,000,000 of them. */
  @Test
  void levelsThatClaimMuchAreRefused() throws IOException {
    byte[] part = part(new Column("n", new float[COUNT][1]));
    byte[] run = {(byte) 0x81, (byte) 0x84, (byte) 0xaf, (byte) 0xbe, 1, 3};
    for (int length : new int[] {run.length, -4, -1, Integer.MAX_VALUE}) {
      byte[] body =
          ByteBuffer.allocate(1_000)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(length)
              .put(run)
              .putInt(run.length)
              .put(run)
              .array();
      byte[] page = page(header(PageType.DATA_PAGE, body.length, COUNT, Encoding.PLAIN), body);
      assertRefused(
          "levels " + length, withPages(part, page, f -> {}), read -> floats(read, "n", 1));
    }
  }

  /** Each second text is of a negative length, which leads back to the long one before it. */
  @Test
  void textsThatLeadBackAreRefused() throws IOException {
    int rows = 200_000;
    byte[] part = PartWriter.write("t", List.of(new Column("n", new int[rows])), 0, rows);
    ByteBuffer body = ByteBuffer.allocate(4 * rows + 8).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(4 * rows).position(4 * rows + 4).putInt(-4 * rows - 8);
    byte[] page =
        page(header(PageType.DATA_PAGE, body.capacity(), rows, Encoding.PLAIN), body.array());
    byte[] back =
        withPages(
            part,
            page,
            f -> {
              f.getSchema().get(1).setType(Type.BYTE_ARRAY).setConverted_type(ConvertedType.UTF8);
              f.getSchema().get(1).setLogicalType(LogicalType.STRING(new StringType()));
              chunk(f).setType(Type.BYTE_ARRAY);
            });
    assertRefused("texts", back, read -> texts(read, "n"));
  }

  @Test
  void whatIsDamagedIsRefusedOrRead() throws IOException {
    byte[] whole = PartWriter.write("all", columns(), 0, 50);
    SplittableRandom random = new SplittableRandom(11);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            byte[] damaged =
                i % 10 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flip = 1 + i % 3; flip > 0 && damaged.length > 0; flip--) {
              // Most of the file is values, of which any is as good as another.
              int at = random.nextInt(damaged.length);
              damaged[i % 2 == 0 ? at : damaged.length - 1 - at % Math.min(damaged.length, 3_000)] =
                  (byte) random.nextInt(256);
            }
            try {
              readAll(damaged);
            } catch (IOException | RuntimeException e) {
              // It is refused; an error, such as too little memory, would fail this test.
              continue;
            }
          }
        });
  }
}
