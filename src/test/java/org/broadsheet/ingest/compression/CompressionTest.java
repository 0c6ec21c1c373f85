package org.broadsheet.ingest.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.Lines;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {

  private static byte[] compressed(Compression compression, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (compression) {
          case NONE -> bytes;
          case GZIP -> new GZIPOutputStream(bytes);
          case ZSTD -> new ZstdOutputStream(bytes);
          case BZIP2 -> new BZip2CompressorOutputStream(bytes, 1);
          case XZ -> new XZOutputStream(bytes, new LZMA2Options());
        }) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] read(Compression compression, InputStream in) throws IOException {
    try (InputStream plain = compression.decompressed(in)) {
      return plain.readAllBytes();
    }
  }

  private static byte[] lines(int count, int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("line ").append(i).append(' ').append(random.nextLong()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void isToldByItsFirstBytesAndReadBack(Compression compression) throws IOException {
    for (int size : new int[] {1, 50_000}) {
      byte[] plain = lines(size, size);
      byte[] bytes = compressed(compression, plain);
      assertEquals(compression, Compression.of(Arrays.copyOf(bytes, Compression.MAGIC_BYTES)));
      assertArrayEquals(plain, read(compression, new ByteArrayInputStream(bytes)));
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void severalPartsAreReadAsOne(Compression compression) throws IOException {
    byte[] one = lines(3_000, 1);
    byte[] two = lines(1, 2);
    byte[] three = lines(20_000, 3);
    byte[] bytes =
        joined(
            compressed(compression, one),
            compressed(compression, two),
            compressed(compression, three));
    assertArrayEquals(joined(one, two, three), read(compression, new ByteArrayInputStream(bytes)));
  }

  /**
   * Streams of remote stores may give one part at a time and say nothing about what is still to
   * come: that is no end.
   */
  @ParameterizedTest
  @EnumSource(Compression.class)
  void severalPartsAreReadFromAStreamThatDoesNotKnowWhatIsAvailable(Compression compression)
      throws IOException {
    byte[] one = lines(3_000, 1);
    byte[] two = lines(2_000, 2);
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream(compressed(compression, one)),
            new ByteArrayInputStream(compressed(compression, two))) {
          @Override
          public int available() {
            return 0;
          }
        };
    assertArrayEquals(joined(one, two), read(compression, in));
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "ZSTD", "BZIP2", "XZ"})
  void aFileThatIsCutIsNeverTakenForWhole(Compression compression) throws IOException {
    byte[] one = lines(40, 1);
    byte[] two = lines(40, 2);
    byte[] first = compressed(compression, one);
    byte[] bytes = joined(first, compressed(compression, two));
    for (int length = 1; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      if (length == first.length) {
        assertArrayEquals(one, read(compression, new ByteArrayInputStream(cut)));
      } else {
        assertThrows(
            IOException.class,
            () -> read(compression, new ByteArrayInputStream(cut)),
            "cut after "
                + length
                + " of "
                + bytes.length
                + " bytes, the first part has "
                + first.length);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "ZSTD", "BZIP2", "XZ"})
  void theLinesBeforeACutAreRead(Compression compression) throws IOException {
    byte[] plain = lines(60_000, 1);
    byte[] bytes = compressed(compression, plain);
    InputStream in =
        compression.decompressed(new ByteArrayInputStream(bytes, 0, 2 * bytes.length / 3));
    Lines lines = Cut.lines(in, 1_000);
    List<String> expected = new String(plain, StandardCharsets.UTF_8).lines().toList();
    int accepted = 0;
    RawRecord last = null;
    while (lines.hasNext()) {
      last = lines.next();
      if (Cut.rejection(last) == null) {
        assertEquals(expected.get(accepted), new String(last.bytes(), StandardCharsets.UTF_8));
        accepted++;
      }
    }
    assertEquals(Reason.UNREADABLE_FILE, Cut.rejection(last).reason());
    assertEquals(accepted + 1, last.number());
    assertEquals(wholeLines(compression, bytes, 2 * bytes.length / 3), accepted);
  }

  /** Lines that a decompressor gives before a cut, asked for byte after byte. */
  private static int wholeLines(Compression compression, byte[] bytes, int length)
      throws IOException {
    int lines = 0;
    try (InputStream in = compression.decompressed(new ByteArrayInputStream(bytes, 0, length))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        lines += next == '\n' ? 1 : 0;
      }
    } catch (IOException e) {
      assertTrue(lines > 20_000, "only " + lines + " lines before the cut");
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "B", "BZ", "{\"a\": 1}", "\u001f", "(\u00b5/", "Bz", "PK\u0003\u0004"})
  void otherBytesAreNotCompressed(String head) {
    assertEquals(Compression.NONE, Compression.of(head.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void aTextThatBeginsLikeBzip2IsText() {
    assertEquals(Compression.NONE, Compression.of("BZhukov".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "a.jsonl.gz, a.jsonl",
    "a.jsonl.GZ, a.jsonl",
    "a.txt.zst, a.txt",
    "a.txt.zstd, a.txt",
    "a.txt.bz2, a.txt",
    "a.gz.txt, a.gz.txt",
    "a, a",
    "gz, gz"
  })
  void thePlainNameLacksTheEnding(String name, String plain) {
    assertEquals(plain, Compression.plainName(name));
  }
}
