package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedTextsTest {

  private final SavedTexts format = new SavedTexts();

  private RawRecord cut(byte[] bytes, int maxBytes) {
    RawRecords records = format.cut(new ByteArrayInputStream(bytes), Cut.upTo(maxBytes));
    RawRecord record = records.next();
    assertFalse(records.hasNext(), "a file is one record");
    assertEquals(1, record.number());
    return record;
  }

  private List<FoundArticle> articles(byte[] bytes) {
    RawRecord record = cut(bytes, 1_000_000);
    return record.articles();
  }

  private List<FoundArticle> articles(String text) {
    return articles(text.getBytes(StandardCharsets.UTF_8));
  }

  private Reason reason(byte[] bytes) {
    List<FoundArticle> articles = articles(bytes);
    assertEquals(1, articles.size());
    return articles.get(0).rejection().reason();
  }

  @Test
  void isNoFormatOfLines() {
    assertFalse(format.isLines());
    assertTrue(Formats.named("text") instanceof SavedTexts);
  }

  @Test
  void readsAnArticle() {
    List<FoundArticle> articles =
        articles(
            """


            Night ferries return

            By Jane Doe
            October 07, 2020

            The night ferries sail again, the harbour authority said on Tuesday.

            Original url: <https://www.a.example/2020/10/07/ferries>\
            """);
    assertEquals(1, articles.size());
    FoundArticle article = articles.get(0);
    assertNull(article.rejection());
    assertEquals("Night ferries return", article.title());
    assertEquals("By Jane Doe", article.byline());
    assertEquals("October 07, 2020", article.published());
    assertEquals("https://www.a.example/2020/10/07/ferries", article.url());
    assertEquals(
        "The night ferries sail again, the harbour authority said on Tuesday.", article.body());
    assertEquals(Map.of(), article.extra());
  }

  @Test
  void readsSeveralArticlesBetweenRules() {
    List<FoundArticle> articles =
        articles(
            """
            First title

            By Jane Doe

            The first body has words.

            ---

            Second title

            By John Smith

            The second body has words.
            """);
    assertEquals(
        List.of("First title", "Second title"),
        articles.stream().map(FoundArticle::title).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t\n", "\ufeff", "\u00a0\u3000\n", "---\n***\n"})
  void aFileOfNothingHasNoText(String text) {
    assertEquals(Reason.NO_TEXT, reason(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void binaryZerosAreNoText() {
    assertEquals(Reason.NOT_TEXT, reason("Title\0\n\nBody".getBytes(StandardCharsets.UTF_8)));
  }

  /** A picture is no text in a wrong encoding: to save it as UTF-8 would not help. */
  @Test
  void aPictureIsNoText() {
    byte[] png = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Reason.NOT_TEXT, reason(png));
  }

  @Test
  void anotherEncodingIsToldFromBinary() {
    byte[] latin = "Café noir\n\nThey closed.".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("Café noir", articles(latin).get(0).title());
    byte[] noMark = "Night ferries\n\nThey closed.".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("Night ferries", articles(noMark).get(0).title());
    byte[] none = {'T', (byte) 0x81, 1, 'x', (byte) 0xff};
    assertEquals(Reason.BAD_ENCODING, reason(none));
    byte[] utf16 = "\ufeffCafé noir\n\nThey closed.".getBytes(StandardCharsets.UTF_16BE);
    assertEquals("Café noir", articles(utf16).get(0).title());
  }

  @Test
  void aFileMayHaveAsManyBytesAsAllowed() {
    byte[] bytes = "0123456789".getBytes(StandardCharsets.UTF_8);
    assertNull(Cut.rejection(cut(bytes, 10)));
    assertArrayEquals(bytes, cut(bytes, 10).bytes());
    RawRecord tooLong = cut(bytes, 9);
    assertEquals(Reason.TOO_LONG, Cut.rejection(tooLong).reason());
    assertTrue(Cut.rejection(tooLong).detail().contains("9"), Cut.rejection(tooLong).detail());
    assertEquals("012345678", new String(tooLong.bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aTooLongFileIsNotReadToItsEnd() {
    InputStream endless =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            given++;
            assertTrue(given <= 2_000_000, "reads on and on");
            return 'x';
          }
        };
    RawRecord record = format.cut(endless, Cut.upTo(1_000_000)).next();
    assertEquals(Reason.TOO_LONG, Cut.rejection(record).reason());
  }

  @Test
  void aFileThatBreaksOffIsRejectedWithWhatWasRead() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }
        };
    RawRecord record = format.cut(broken, Cut.upTo(1_000)).next();
    assertEquals(Reason.UNREADABLE_FILE, Cut.rejection(record).reason());
    assertTrue(Cut.rejection(record).detail().contains("disk gone"));
    InputStream midway =
        new SequenceInputStream(
            new ByteArrayInputStream("A title".getBytes(StandardCharsets.UTF_8)), broken);
    RawRecord part = format.cut(midway, Cut.upTo(1_000)).next();
    assertEquals(Reason.UNREADABLE_FILE, Cut.rejection(part).reason());
    assertEquals("A title", new String(part.bytes(), StandardCharsets.UTF_8));
  }
}
