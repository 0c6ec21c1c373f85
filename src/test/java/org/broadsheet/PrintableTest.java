package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  /** As the Unicode standard lists them, beside the controls. */
  private static final Set<Integer> DIRECTIONS_AND_SEPARATORS =
      Set.of(
          0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069);

  private static boolean isCommand(int c) {
    return c < 0x20 || c >= 0x7f && c <= 0x9f || DIRECTIONS_AND_SEPARATORS.contains(c);
  }

  @Test
  void whatATerminalObeysIsReplaced() {
    assertEquals(
        "\ufffd[2J\ufffd]0;other window\ufffd Ferry plan",
        Printable.text("\u001b[2J\u001b]0;other window\u0007 Ferry plan"));
    assertEquals("a\ufffdb\ufffdc\ufffdd", Printable.text("a\bb\u0000c\u007fd"));
    assertEquals("\ufffd31m\ufffdx", Printable.text("\u009b31m\u0085x"));
    assertEquals("invoice\ufffdgpj.exe", Printable.text("invoice\u202egpj.exe"));
    assertEquals("\ufffdabc\ufffd", Printable.text("\u2066abc\u2069"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ärger, naïve, Ελλάδα, Москва",
        "می\u200cخواهم", // a non-joiner, without which the Persian word is misspelt
        "ශ්\u200dරී", // a joiner
        "👩\u200d🚀🇫🇷",
        "\u200eabc\u200f \u061cד\"ר",
        "東京\u3000\u00ad\ufeff\ufe0f"
      })
  void whatScriptsNeedStays(String text) {
    assertEquals(text, Printable.text(text));
    assertEquals(text, Printable.line(text));
    assertEquals('"' + text + '"', Printable.json('"' + text + '"'));
  }

  @Test
  void aTextKeepsItsLinesAndALineStaysOne() {
    assertEquals("a\nb\nc\td\ufffde", Printable.text("a\nb\r\nc\td\re"));
    assertEquals("a\ufffdb\ufffd\ufffdc\td", Printable.line("a\nb\r\nc\td"));
    assertEquals("a\ufffdbroadsheet: done", Printable.line("a\u2028broadsheet: done"));
  }

  /** Every character by itself: those that are listed above become one other, all others stay. */
  @Test
  void noCharacterIsForgotten() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      boolean staysInALine = !isCommand(c) || c == '\t';
      assertEquals(staysInALine ? text : "\ufffd", Printable.line(text), Integer.toHexString(c));
      boolean staysInAText = staysInALine || c == '\n';
      assertEquals(staysInAText ? text : "\ufffd", Printable.text(text), Integer.toHexString(c));
    }
  }

  @Test
  void randomTextKeepsItsLengthAndIsDoneOnce() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String text = randomText(random);
      String line = Printable.line(text);
      assertEquals(text.length(), line.length());
      assertFalse(line.chars().anyMatch(c -> isCommand(c) && c != '\t'), line);
      assertEquals(line, Printable.line(line));
    }
  }

  @Test
  void jsonMeansWhatItMeant() throws JsonProcessingException {
    assertEquals(
        "{\"a\":\"\\u007F\\u009B\\u202E\\u2028\\n\"}",
        Printable.json("{\"a\":\"\u007f\u009b\u202e\u2028\\n\"}"));
    ObjectMapper mapper = new ObjectMapper();
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      String text = randomText(random);
      String json = Printable.json(mapper.writeValueAsString(text));
      assertFalse(json.chars().anyMatch(PrintableTest::isCommand), json);
      assertEquals(text, mapper.readValue(json, String.class));
    }
  }

  /** Half of it from where commands are, the rest from everywhere. */
  private static String randomText(Random random) {
    return IntStream.range(0, random.nextInt(40))
        .map(
            i ->
                switch (random.nextInt(4)) {
                  case 0 -> random.nextInt(0xa8);
                  case 1 -> 0x2000 + random.nextInt(0x80);
                  default -> scalar(random);
                })
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static int scalar(Random random) {
    int c = random.nextInt(Character.MAX_CODE_POINT + 1);
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 'x' : c;
  }
}
