package org.broadsheet.ingest.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.ReadSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertEquals(TEXT, Encoding.decode(TEXT.getBytes(StandardCharsets.UTF_8), null).text());
    assertEquals("", Encoding.decode(new byte[0], null).text());
  }

  @Test
  void aByteOrderMarkDecidesAndIsNoText() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Encoding.Decoded decoded = Encoding.decode(("\ufeff" + TEXT).getBytes(charset), null);
      assertEquals(TEXT, decoded.text(), charset.name());
      assertNull(decoded.error());
      assertEquals("", Encoding.decode("\ufeff".getBytes(charset), null).text());
      assertEquals(
          "\ufeff", Encoding.decode("\ufeff\ufeff".getBytes(charset), null).text(), "one mark");
    }
  }

  @Test
  void anErrorNamesTheByte() {
    byte[] bytes = {'C', 'a', 'f', (byte) 0xe9, 1, ' ', 'n', 'o'};
    Encoding.Decoded decoded = Encoding.decode(bytes, null);
    assertNull(decoded.text());
    assertTrue(decoded.error().contains("UTF-8 at byte 3;"), decoded.error());
    byte[] marked = "\u00ef\u00bb\u00bfCaf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(Encoding.decode(marked, null).error().contains("at byte 6;"), "the mark counts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "windows-1252|Café noir, “drei Brötchen” und ein Gespräch über die Straße",
        "ISO-8859-15|Le café est servi à Évry, où l'été fut très chaud",
        "windows-1251|Суд в понедельник принял решение по делу о реке",
        "KOI8-R|Суд в понедельник принял решение по делу о реке",
        "Shift_JIS|日本の新聞社は月曜日に新しい計画を発表しました。東京の会議で決まった。",
        "EUC-KR|서울시는 월요일에 새로운 계획을 발표했다. 회의에서 결정되었다.",
        "GB18030|北京市政府星期一公布了新的计划。会议决定了这个项目。",
        "UTF-16LE|Plain ASCII in two bytes each",
        "UTF-16BE|Plain ASCII in two bytes each",
      })
  void anotherEncodingIsToldByItsBytes(String charset, String text) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    assertEquals(text, Encoding.decode(bytes, null).text());
    assertEquals(text, Encoding.decode(bytes, charset).text());
  }

  @Test
  void aDeclaredEncodingIsNoMoreThanAHint() {
    byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
    assertEquals(TEXT, Encoding.decode(utf8, "us-ascii-of-some-kind").text());
    assertEquals(TEXT, Encoding.decode(utf8, "UTF-16").text());
    assertEquals(TEXT, Encoding.decode(utf8, "").text());
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
      assertNull(Encoding.decode(broken, null).text(), Arrays.toString(broken));
      assertTrue(Encoding.decode(broken, null).error().contains("byte"));
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
      assertEquals(text, Encoding.decode(text.getBytes(StandardCharsets.UTF_8), null).text());
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

  /** Each of these lines alone could be of many encodings. */
  @ParameterizedTest
  @CsvSource({
    "windows-1251,Суд в понедельник принял решение по делу о реке,ТЭЦ",
    "KOI8-R,Суд в понедельник принял решение по делу о реке,ТЭЦ",
    "GBK, 大桥重新开放,市长",
    "Shift_JIS, 橋は再開した,市長"
  })
  void linesAreInTheEncodingOfAll(String charset, String headline, String shortest) {
    String head = (headline + " 1\n" + headline + " 2\n" + shortest + "\nASCII\n").repeat(9);
    byte[] bytes = head.getBytes(Charset.forName(charset));
    ReadSettings settings = Cut.upTo(1_000).ofLines(bytes);
    byte[] line = shortest.getBytes(Charset.forName(charset));
    assertEquals(shortest, settings.decoded(line).text());
    byte[] utf8 = shortest.getBytes(StandardCharsets.UTF_8);
    assertEquals(shortest, settings.decoded(utf8).text(), "a line may be UTF-8 all the same");
  }

  @Test
  void aBrokenLineSaysNothingOfTheOthers() {
    byte[] broken = "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = "caf\u00e9\ncaf\u00e8\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(whole);
    head.writeBytes(broken);
    assertNull(EncodingDetector.ofLines(head.toByteArray()));
    assertNull(EncodingDetector.ofLines(whole));
    assertNull(EncodingDetector.ofLines(new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1251", "Shift_JIS", "GBK"})
  void textInUtf8IsNotWhatItSays(String declared) {
    String text = "Übermäßig große Bäume dürfen über die Straße wachsen: 東京, Москва\n";
    assertEquals(text, Encoding.decode(text.getBytes(StandardCharsets.UTF_8), declared).text());
  }

  @Test
  void theJobKnowsBetterThanOneCharacter() {
    Charset western = Charset.forName("windows-1252");
    byte[] line = "LE THÉ\u00a0!".getBytes(western);
    ReadSettings settings = new ReadSettings(1_000, Cut.NO_CHOICE, western.name());
    assertEquals("LE THÉ\u00a0!", settings.ofLines(line).decoded(line).text());
    byte[] utf8 = "Thé, café, été".getBytes(StandardCharsets.UTF_8);
    assertEquals("Thé, café, été", settings.ofLines(utf8).decoded(utf8).text());
    byte[] single = "Thé".getBytes(StandardCharsets.UTF_8);
    assertEquals("Thé", settings.ofLines(utf8).decoded(single).text(), "as the file is");
    assertEquals("LE THÉ", settings.ofLines(utf8).decoded("LE THÉ".getBytes(western)).text());
  }

  @Test
  void aBrokenByteInUtf8IsNoProofOfWhatItSays() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("Müller, Bäcker, Köhler, ".repeat(3).getBytes(StandardCharsets.UTF_8));
    bytes.write(0xe9);
    bytes.write(' ');
    assertNull(Encoding.decode(bytes.toByteArray(), "ISO-8859-1").text());
    assertEquals(StandardCharsets.UTF_8, Encoding.ofSample(bytes.toByteArray(), "ISO-8859-1"));
  }

  @Test
  void whatIsMarkedAsNotValidIsRejected() {
    byte[] marked = ("A " + StrictReader.INVALID).getBytes(StandardCharsets.UTF_8);
    assertNull(Encoding.decode(marked, null).text());
  }

  /** One character of two bytes may look like one in UTF-8 by chance. */
  @Test
  void aShortTextIsInTheEncodingThatItSays() {
    byte[] bytes = "联通".getBytes(Charset.forName("GBK"));
    assertEquals("联通", Encoding.decode(bytes, "GBK").text());
  }

  @Test
  void aFewBrokenBytesDoNotChangeTheEncodingOfAll() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("Müller, Bäcker, Köhler, Schäfer und ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xe4);
    assertTrue(Encoding.decode(bytes.toByteArray(), null).error().contains("not valid UTF-8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Новости дня: мост открыт, паром снова ходит по реке",
        "ニュース 橋は再び開いた。 フェリーは川を渡る。",
        "新闻 大桥重新开放。 渡船过河。",
        "أخبار اليوم: الجسر مفتوح والعبارة تعود"
      })
  void utf16OfAnyScriptNeedsNoMark(String text) {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = (text + "\n").repeat(9).getBytes(charset);
      assertEquals(charset, WideEncoding.of(bytes), text);
    }
  }

  @Test
  void whatHasZerosIsNotUtf16ForThat() {
    byte[] line =
        "{\"title\": \"One\u0000\", \"text\": \"plain words\"}".getBytes(StandardCharsets.UTF_8);
    assertNull(WideEncoding.of(line));
    Random random = new Random(41);
    for (int round = 0; round < 200; round++) {
      byte[] picture = new byte[256];
      for (int i = 0; i < picture.length; i++) {
        picture[i] = (byte) (random.nextInt(3) == 0 ? 0 : random.nextInt(256));
      }
      assertNull(WideEncoding.of(picture));
    }
  }
}
