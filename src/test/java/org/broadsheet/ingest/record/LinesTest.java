package org.broadsheet.ingest.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  private static final int NO_BOUND = 50_000_000;

  private static Lines lines(String text, int maxBytes) {
    return Cut.lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxBytes);
  }

  private static List<RawRecord> all(RawRecords records) {
    List<RawRecord> all = new ArrayList<>();
    records.forEachRemaining(all::add);
    assertFalse(records.hasNext());
    assertThrows(NoSuchElementException.class, records::next);
    return all;
  }

  private static String text(RawRecord record) {
    return new String(record.bytes(), StandardCharsets.UTF_8);
  }

  private static List<String> numbered(String text) {
    return all(lines(text, NO_BOUND)).stream()
        .map(r -> r.number() + (Cut.rejection(r) == null ? ":" : "!") + text(r))
        .toList();
  }

  @Test
  void numbersCountBlankLines() {
    assertEquals(List.of("1:a", "4:b", "6:c"), numbered("a\n\n \t \nb\n\r\nc\n"));
    assertEquals(List.of("3:a"), numbered("\n\na"));
  }

  @Test
  void theLastLineNeedsNoLineBreak() {
    assertEquals(List.of("1:a", "2:b"), numbered("a\nb"));
    assertEquals(List.of("1:a", "2:b"), numbered("a\nb\n"));
  }

  @Test
  void aCarriageReturnAtTheEndIsNoPartOfTheLine() {
    assertEquals(List.of("1:a", "2:b", "3:c"), numbered("a\r\nb\r\nc\r"));
    assertEquals(List.of("1:a\rb", "2:c\r"), numbered("a\rb\nc\r\r\n"));
  }

  @Test
  void whiteSpaceAroundALineIsKept() {
    assertEquals(List.of("1:  a\t "), numbered("  a\t \n"));
  }

  @Test
  void theCountIsThatOfAllLines() {
    Lines lines = lines("a\n\n\nb\n\n", NO_BOUND);
    assertEquals(2, all(lines).size());
    assertEquals(5, lines.count());
    Lines none = lines("", NO_BOUND);
    assertEquals(List.of(), all(none));
    assertEquals(0, none.count());
  }

  @Test
  void hasNextMayBeAskedTwice() {
    Lines lines = lines("a\nb", NO_BOUND);
    assertTrue(lines.hasNext() && lines.hasNext());
    assertEquals("a", text(lines.next()));
    assertEquals("b", text(lines.next()));
    assertFalse(lines.hasNext() || lines.hasNext());
  }

  @Test
  void aLineMayHaveAsManyBytesAsAllowed() {
    List<RawRecord> records = all(lines("12345\n123456\n12345", 5));
    assertEquals(
        List.of("12345", "12345", "12345"), records.stream().map(LinesTest::text).toList());
    assertNull(Cut.rejection(records.get(0)));
    assertNull(Cut.rejection(records.get(2)));
    Rejection rejection = Cut.rejection(records.get(1));
    assertEquals(Reason.TOO_LONG, rejection.reason());
    assertTrue(rejection.detail().contains("6 bytes") && rejection.detail().contains("5"));
    assertEquals(List.of(1L, 2L, 3L), records.stream().map(RawRecord::number).toList());
  }

  @Test
  void theLineBreakOfWindowsCountsForNothing() {
    assertNull(Cut.rejection(all(lines("12345\r\n", 5)).get(0)));
  }

  @Test
  void theBeginningOfATooLongLineIsKept() {
    String line = "x".repeat(100_000);
    List<RawRecord> records = all(lines(line + "\nb", 50_000));
    assertEquals("x".repeat(8_000), text(records.get(0)));
    assertEquals("b", text(records.get(1)));
  }

  /** A line of 4 GB, of which one megabyte is allowed: it can only be read if it is not held. */
  @Test
  void aTooLongLineIsNotHeld() {
    byte[] after = "\nnext".getBytes(StandardCharsets.UTF_8);
    long length = 4L << 30;
    InputStream in =
        new InputStream() {
          private long position;

          @Override
          public int read() {
            throw new AssertionError("read byte by byte");
          }

          @Override
          public int read(byte[] buffer, int offset, int size) {
            if (position >= length) {
              int rest = (int) Math.min(size, length + after.length - position);
              System.arraycopy(after, (int) (position - length), buffer, offset, Math.max(0, rest));
              position += rest;
              return rest == 0 ? -1 : rest;
            }
            int read = (int) Math.min(size, length - position);
            Arrays.fill(buffer, offset, offset + read, (byte) 'x');
            position += read;
            return read;
          }
        };
    List<RawRecord> records = all(Cut.lines(in, 1 << 20));
    assertEquals(2, records.size());
    assertEquals(Reason.TOO_LONG, Cut.rejection(records.get(0)).reason());
    assertTrue(Cut.rejection(records.get(0)).detail().contains(" " + length + " bytes"));
    assertEquals("next", text(records.get(1)));
    assertEquals(2, records.get(1).number());
  }

  /** Gives the bytes, then breaks. */
  private static InputStream breaking(String text, Exception failure) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private int position;

      @Override
      public int read() {
        throw new AssertionError("read byte by byte");
      }

      @Override
      public int read(byte[] buffer, int offset, int size) throws IOException {
        if (position == bytes.length) {
          if (failure instanceof IOException e) {
            throw e;
          }
          throw (RuntimeException) failure;
        }
        int read = Math.min(size, bytes.length - position);
        System.arraycopy(bytes, position, buffer, offset, read);
        position += read;
        return read;
      }
    };
  }

  @Test
  void aStreamThatBreaksOffKeepsWhatWasReadAndSaysWhere() {
    for (Exception failure :
        List.of(new IOException("disk gone"), new ArrayIndexOutOfBoundsException("disk gone"))) {
      Lines lines = Cut.lines(breaking("a\n\nb\ncut of", failure), NO_BOUND);
      List<RawRecord> records = all(lines);
      assertEquals(List.of("a", "b", "cut of"), records.stream().map(LinesTest::text).toList());
      assertEquals(List.of(1L, 3L, 4L), records.stream().map(RawRecord::number).toList());
      assertNull(Cut.rejection(records.get(1)));
      Rejection rejection = Cut.rejection(records.get(2));
      assertEquals(Reason.UNREADABLE_FILE, rejection.reason());
      assertTrue(rejection.detail().contains("disk gone"), rejection.detail());
      assertTrue(rejection.detail().contains("line 3"), rejection.detail());
      assertEquals(4, lines.count());
    }
  }

  @Test
  void aStreamThatBreaksAtOnceIsOneRejectedRecord() {
    List<RawRecord> records = all(Cut.lines(breaking("", new IOException("no")), NO_BOUND));
    assertEquals(1, records.size());
    assertEquals(1, records.get(0).number());
    assertArrayEquals(new byte[0], records.get(0).bytes());
    assertEquals(Reason.UNREADABLE_FILE, Cut.rejection(records.get(0)).reason());
  }

  @Test
  void aStreamThatBreaksBetweenLinesRejectsNoLineThatWasRead() {
    List<RawRecord> records = all(Cut.lines(breaking("a\nb\n", new IOException("no")), NO_BOUND));
    assertEquals(List.of("a", "b", ""), records.stream().map(LinesTest::text).toList());
    assertNull(Cut.rejection(records.get(1)));
    assertNotNull(Cut.rejection(records.get(2)));
  }

  /** A file that was allocated but never written holds zeros: that is no blank line. */
  @Test
  void aLineOfBinaryZerosIsARecord() {
    assertEquals(List.of("1:a", "2:\0\0\0\0", "3:b"), numbered("a\n\0\0\0\0\nb"));
  }

  /** Gives at most a few bytes at a time. */
  private static InputStream dribbling(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] buffer, int offset, int size) {
        return super.read(buffer, offset, Math.min(size, 1 + random.nextInt(7)));
      }
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithStringSplit(long seed) {
    Random random = new Random(seed);
    String[] pieces = {
      "a", "ferry", "é", "東", "😀", " ", "\t", "\r", "\n", "\n", "\r\n", "\"", "{}"
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      int size = random.nextInt(200);
      for (int i = 0; i < size; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
        if (random.nextInt(200) == 0) {
          text.append("long".repeat(random.nextInt(40_000)));
        }
      }
      List<String> expected = new ArrayList<>();
      String[] split = text.toString().split("\n", -1);
      for (int i = 0; i < split.length; i++) {
        String line =
            split[i].endsWith("\r") ? split[i].substring(0, split[i].length() - 1) : split[i];
        if (!line.isBlank()) {
          expected.add((i + 1) + ":" + line);
        }
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      Lines lines =
          Cut.lines(
              random.nextBoolean() ? new ByteArrayInputStream(bytes) : dribbling(bytes, random),
              NO_BOUND);
      assertEquals(
          expected,
          all(lines).stream().map(r -> r.number() + ":" + text(r)).toList(),
          "round " + round);
      boolean unfinished = !split[split.length - 1].isEmpty();
      assertEquals(split.length - (unfinished ? 0 : 1), lines.count());
    }
  }
}
