package org.broadsheet.ingest.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictReaderTest {

  private static final String ASCII = "<p>plain words</p>\n".repeat(9_000);

  private static String read(byte[] bytes, String declared) throws IOException {
    StringWriter text = new StringWriter();
    try (StrictReader reader = new StrictReader(new ByteArrayInputStream(bytes), declared)) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  /** However late the first character beyond ASCII comes, it decides. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTF-8|Der Schnee fällt auf Łódź und Tromsø",
        "windows-1252|Der Schnee fällt, und die Fähre hält über Nacht für die Gäste",
        "windows-1251|Снег падает на старый мост, и паром не ходит до утра",
        "Shift_JIS|雪が古い橋に降り、フェリーは朝まで運航しない。市長は待つようにと述べた。",
        "GB18030|大雪落在老桥上，渡船到早上才开。市长请大家等一等。",
        "EUC-KR|오래된 다리에 눈이 내려 배는 아침까지 다니지 않는다. 시장은 기다리라고 말했다."
      })
  void theFirstWordsBeyondAsciiDecide(String charset, String text) throws IOException {
    String paragraph = "<p>" + text + "</p>\n";
    String whole = ASCII + paragraph.repeat(20);
    byte[] bytes = whole.getBytes(Charset.forName(charset));
    assertEquals(whole, read(bytes, null));
    assertEquals(whole, read(bytes, charset));
    assertEquals(whole, read(bytes, "no such encoding"));
  }

  @Test
  void textInUtf8IsNotWhatItSays() throws IOException {
    String text = "<p>Le marché rouvre à l'été</p>";
    assertEquals(text, read(text.getBytes(StandardCharsets.UTF_8), "ISO-8859-1"));
    assertEquals(text, read(text.getBytes(StandardCharsets.ISO_8859_1), "UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "IBM037", "UTF-8"})
  void encodingsOfOtherWidthsAreTold(String charset) throws IOException {
    String text = "<?xml version='1.0' encoding='" + charset + "'?><p>Café, 3.5 and more</p>";
    assertEquals(text, read(text.getBytes(Charset.forName(charset)), null));
    if (charset.startsWith("UTF")) {
      String marked = "\ufeff" + text;
      assertEquals(text, read(marked.getBytes(Charset.forName(charset)), null));
    }
  }

  @Test
  void aByteThatIsNotValidIsMarkedAndNothingElseIsLost() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("<p>Müller</p><p>Bäcker</p><p>Köhler</p>".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("<p>Schäfer</p>".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("<p>F\u00e4rber</p>".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes("<p>Töpfer, \ufffd</p>".getBytes(StandardCharsets.UTF_8));
    String expected =
        "<p>Müller</p><p>Bäcker</p><p>Köhler</p><p>Schäfer</p><p>F"
            + StrictReader.INVALID
            + "rber</p><p>Töpfer, \ufffd</p>";
    assertEquals(expected, read(bytes.toByteArray(), null));
  }

  @Test
  void aByteThatIsNotValidDoesNotChangeWhatIsDeclared() throws IOException {
    String text = "<p>Café und Übung à la carte</p><p>T\u0081</p>";
    String marked = text.replace('\u0081', StrictReader.INVALID);
    assertEquals(marked, read(text.getBytes(StandardCharsets.ISO_8859_1), "ISO-8859-1"));
  }

  @Test
  void halfAPairIsMarkedAndNothingElseIsLost() throws IOException {
    byte[] bytes = "One\nTw_\nThree\n".getBytes(StandardCharsets.UTF_16LE);
    bytes[13] = (byte) 0xd8;
    StringWriter text = new StringWriter();
    StrictReader.of(new ByteArrayInputStream(bytes), StandardCharsets.UTF_16LE).transferTo(text);
    assertEquals("One\nTw" + StrictReader.INVALID + "\nThree\n", text.toString());
  }

  @Test
  void theProblemNamesTheEncodingAndWhatToDo() {
    StrictReader reader = new StrictReader(InputStream.nullInputStream(), null);
    assertTrue(reader.problem().contains("UTF-8; save it as UTF-8"), reader.problem());
  }

  @Test
  void aStreamThatBreaksOffDoesSoAfterItsText() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    InputStream in = new SequenceInputStream(new ByteArrayInputStream("words".getBytes()), broken);
    StringWriter text = new StringWriter();
    StrictReader reader = new StrictReader(in, null);
    assertThrows(IOException.class, () -> reader.transferTo(text));
    assertEquals("words", text.toString());
  }
}
