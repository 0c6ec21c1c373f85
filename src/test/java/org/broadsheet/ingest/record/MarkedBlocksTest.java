package org.broadsheet.ingest.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedBlocksTest {

  private static List<String> blocks(InputStream in, int most, String mark) {
    List<String> blocks = new ArrayList<>();
    new MarkedBlocks(
            in,
            most,
            mark.getBytes(StandardCharsets.UTF_8),
            bytes -> List.of(FoundArticle.builder().build()))
        .forEachRemaining(
            block -> {
              Rejection rejection = Cut.rejection(block);
              String what = rejection == null ? ":" : "!" + rejection.reason().label() + ":";
              blocks.add(block.number() + what + new String(block.bytes(), StandardCharsets.UTF_8));
            });
    return blocks;
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> blocks(String text, int most) {
    return blocks(in(text), most, "\n#");
  }

  @Test
  void aBlockGoesFromOneMarkToTheNext() {
    assertEquals(List.of("1:\n#a\nb", "2:\n#c\n"), blocks("\n#a\nb\n#c\n", 100));
    assertEquals(List.of("1:\n#a", "2:\n#b"), blocks("about\nthe file\n#a\n#b", 100));
  }

  @Test
  void withoutAMarkTheFileIsOneBlock() {
    assertEquals(List.of("1:a\nb\n"), blocks("a\nb\n", 100));
    assertEquals(List.of(), blocks("", 100));
  }

  @Test
  void aBlockOfNothingIsNone() {
    assertEquals(List.of("1:\n#a"), blocks("\n#\n#a\n#", 100));
  }

  @Test
  void theBeginningOfAMarkMayStandInABlock() {
    assertEquals(List.of("1:\n#a\n\n", "2:\n#b"), blocks("\n#a\n\n\n#b", 100));
  }

  @Test
  void aTooLongBlockIsNotHeld() {
    String longBlock = "\n#" + "x".repeat(300_000);
    List<String> found = blocks("\n#a" + longBlock + "\n#b", 10);
    assertEquals("1:\n#a", found.get(0));
    assertEquals("2!too-long:\n#xxxxxxxx", found.get(1));
    assertEquals("3:\n#b", found.get(2));
    assertEquals(
        List.of("1:\n#12345678", "2!too-long:\n#12345678"), blocks("\n#12345678\n#123456789", 10));
  }

  @Test
  void aStreamThatBreaksOffIsRejectedInItsLastBlock() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }
        };
    assertEquals(
        List.of("1:\n#a", "2!unreadable-file:\n#b"),
        blocks(new SequenceInputStream(in("\n#a\n#b"), broken), 100, "\n#"));
  }
}
