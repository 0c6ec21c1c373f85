package org.broadsheet.topics.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
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
        Column.of("texts", texts),
        Column.of("ints", ints),
        Column.of("longs", longs),
        Column.of("floats", floats),
        Column.of("doubles", doubles),
        Column.of("float_lists", floatLists),
        Column.of("double_lists", doubleLists));
  }

  private static void readAll(byte[] bytes) throws IOException {
    PartReader part = new PartReader(bytes);
    part.texts("texts");
    part.ints("ints");
    part.longs("longs");
    part.floats("floats");
    part.doubles("doubles");
    part.floats("float_lists", LENGTH);
    part.doubles("double_lists", LENGTH);
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, ROWS));
    assertEquals(ROWS, part.rows());
    assertArrayEquals(texts, part.texts("texts"));
    assertArrayEquals(ints, part.ints("ints"));
    assertArrayEquals(longs, part.longs("longs"));
    assertArrayEquals(floats, part.floats("floats"));
    assertArrayEquals(doubles, part.doubles("doubles"));
    assertTrue(Arrays.deepEquals(floatLists, part.floats("float_lists", LENGTH)));
    assertTrue(Arrays.deepEquals(doubleLists, part.doubles("double_lists", LENGTH)));
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
        byte[] bytes = PartWriter.write("zeros", List.of(Column.of("n", new int[50])), 0, 50);
        assertArrayEquals(new int[50], new PartReader(bytes).ints("n"));
      }
    } finally {
      done.set(true);
      other.join();
    }
  }

  @Test
  void someRowsMakeAPart() throws IOException {
    PartReader part = new PartReader(PartWriter.write("some", columns(), 10, 13));
    assertArrayEquals(Arrays.copyOfRange(texts, 10, 13), part.texts("texts"));
    assertArrayEquals(floatLists[12], part.floats("float_lists", LENGTH)[2]);
  }

  /** A list of many numbers takes more than a page. */
  @Test
  void aRowMayBeLongerThanAPage() throws IOException {
    float[][] wide = new float[2][600_000];
    wide[1][599_999] = 1;
    PartReader part = new PartReader(PartWriter.write("wide", List.of(Column.of("w", wide)), 0, 2));
    assertTrue(Arrays.deepEquals(wide, part.floats("w", 600_000)));
  }

  @Test
  void columnsAreOfTheTypeThatIsAskedFor() throws IOException {
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, 10));
    assertThrows(IOException.class, () -> part.ints("missing"));
    assertThrows(IOException.class, () -> part.ints("longs"));
    assertThrows(IOException.class, () -> part.doubles("floats"));
    assertThrows(IOException.class, () -> part.floats("float_lists"));
    assertThrows(IOException.class, () -> part.floats("floats", 1));
    assertThrows(IOException.class, () -> part.floats("double_lists", LENGTH));
    // A column of lists is not found by what is within it.
    assertThrows(IOException.class, () -> part.floats("element"));
  }

  @Test
  void listsAreOfTheLengthThatIsAskedFor() throws IOException {
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, 10));
    assertThrows(IOException.class, () -> part.floats("float_lists", LENGTH - 1));
    float[][] uneven = {{1, 2, 3}, {4}, {5, 6}};
    PartReader other =
        new PartReader(PartWriter.write("uneven", List.of(Column.of("l", uneven)), 0, 3));
    assertThrows(IllegalArgumentException.class, () -> other.floats("l", 2));
  }

  @Test
  void numbersAreFinite() throws IOException {
    floats[3] = Float.NaN;
    doubleLists[4][1] = Double.POSITIVE_INFINITY;
    PartReader part = new PartReader(PartWriter.write("all", columns(), 0, 10));
    assertThrows(ArithmeticException.class, () -> part.floats("floats"));
    assertThrows(ArithmeticException.class, () -> part.doubles("double_lists", LENGTH));
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
    assertEquals(7, plain.ints("n")[99]);
    PartReader packed = new PartReader(example(required, CompressionCodecName.GZIP, false));
    assertThrows(IOException.class, () -> packed.ints("n"));
    PartReader dictionary =
        new PartReader(example(required, CompressionCodecName.UNCOMPRESSED, true));
    assertThrows(IOException.class, () -> dictionary.ints("n"));
    PartReader optional =
        new PartReader(
            example("message m { optional int32 n; }", CompressionCodecName.UNCOMPRESSED, false));
    assertThrows(IOException.class, () -> optional.ints("n"));
  }

  private static byte[] withFooter(byte[] footer) {
    ByteBuffer file = ByteBuffer.allocate(footer.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
    file.put(magic).put(footer).putInt(footer.length).put(magic);
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
            repeated(200_000, 0x1c),
            repeated(200_000, 0x19),
            repeated(100_000, 0x1b, 0x01, 0xbb),
            // Lists of elements that take no bytes.
            repeated(100, 0x29, 0xf0, 0xff, 0xff, 0xff, 0xff, 7),
            repeated(1, 0x19, 0xf0, 0xff, 0xff, 0xff, 0xff, 7),
            repeated(20, 0xff),
            new byte[] {0})) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> assertThrows(Exception.class, () -> new PartReader(withFooter(footer))));
    }
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
