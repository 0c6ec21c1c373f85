package org.broadsheet.corpus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  private static final String TEXT = "Café, Москва, 東京, 😀\n";

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void utf8NeedsNoMark() {
    assertEquals(TEXT, Encoding.decode(TEXT.getBytes(StandardCharsets.UTF_8)).text());
    assertEquals("", Encoding.decode(new byte[0]).text());
  }

  @Test
  void aByteOrderMarkDecidesAndIsNoText() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Encoding.Decoded decoded = Encoding.decode(("\ufeff" + TEXT).getBytes(charset));
      assertEquals(TEXT, decoded.text(), charset.name());
      assertNull(decoded.error());
      assertEquals("", Encoding.decode("\ufeff".getBytes(charset)).text());
      assertEquals("\ufeff", Encoding.decode("\ufeff\ufeff".getBytes(charset)).text(), "one mark");
    }
  }

  @Test
  void anErrorNamesTheByte() {
    byte[] bytes = "Caf\u00e9 noir".getBytes(StandardCharsets.ISO_8859_1);
    Encoding.Decoded decoded = Encoding.decode(bytes);
    assertNull(decoded.text());
    assertTrue(decoded.error().contains("UTF-8 at byte 3;"), decoded.error());
    byte[] marked = "\u00ef\u00bb\u00bfCaf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(Encoding.decode(marked).error().contains("at byte 6;"), "the mark counts");
  }

  @Test
  void nothingIsRepairedInSilence() {
    for (byte[] broken :
        List.of(
            bytes(0xc3), // cut inside a character
            bytes('a', 0xf0, 0x9f, 0x98),
            bytes(0xc0, 0x80), // overlong
            bytes(0xed, 0xa0, 0x80), // a surrogate
            bytes(0xf5, 0x80, 0x80, 0x80), // beyond Unicode
            bytes(0x80),
            bytes(0xff, 0xfe, 0x41), // half a unit
            bytes(0xfe, 0xff, 0xd8, 0x3d))) { // half a pair
      assertNull(Encoding.decode(broken).text(), Arrays.toString(broken));
      assertTrue(Encoding.decode(broken).error().contains("byte"));
    }
  }

  @Test
  void anyTextComesBack() {
    Random random = new Random(31);
    for (int round = 0; round < 500; round++) {
      int[] points =
          random
              .ints(random.nextInt(50), 1, Character.MAX_CODE_POINT + 1)
              .filter(p -> p != 0xfeff && p != 0xfffe && (p < 0xd800 || p > 0xdfff))
              .toArray();
      String text = new String(points, 0, points.length);
      assertEquals(text, Encoding.decode(text.getBytes(StandardCharsets.UTF_8)).text());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 20, 21, 100})
  void theBeginningHasSoManyCharacters(int characters) {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    int[] points = TEXT.codePoints().limit(characters).toArray();
    assertEquals(new String(points, 0, points.length), Encoding.beginning(bytes, characters));
    byte[] wide = "😀".repeat(50).getBytes(StandardCharsets.UTF_8);
    assertEquals("😀".repeat(Math.min(50, characters)), Encoding.beginning(wide, characters));
  }

  @Test
  void theBeginningOfAnyBytesCanBeShown() {
    Random random = new Random(37);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[random.nextInt(100)];
      random.nextBytes(bytes);
      String beginning = Encoding.beginning(bytes, 20);
      assertTrue(beginning.codePointCount(0, beginning.length()) <= 20);
    }
  }
}
