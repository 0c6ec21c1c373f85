package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

  private final JsonLines format = new JsonLines();

  private FoundArticle article(byte[] bytes) {
    List<FoundArticle> articles = new JsonArticles(Cut.upTo(1_000_000)).of(bytes);
    assertEquals(1, articles.size());
    return articles.get(0);
  }

  private FoundArticle article(String json) {
    return article(json.getBytes(StandardCharsets.UTF_8));
  }

  private Reason reason(String json) {
    Rejection rejection = article(json).rejection();
    assertNotNull(rejection, json);
    assertNotNull(rejection.detail());
    return rejection.reason();
  }

  @Test
  void isAFormatOfLines() {
    assertTrue(format.isLines());
    assertTrue(Formats.named("jsonl") instanceof JsonLines);
  }

  @Test
  void readsAnArticleOfEachLine() {
    String file = "{\"title\": \"One\"}\n\n{\"title\": \"Two\", \"text\": \"Body \\u00e9.\"}\n";
    RawRecords records =
        format.cut(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Cut.upTo(1_000));
    List<String> found = new ArrayList<>();
    records.forEachRemaining(
        record -> {
          FoundArticle article = record.articles().get(0);
          found.add(record.number() + " " + article.title() + " " + article.body());
        });
    assertEquals(List.of("1 One null", "3 Two Body é."), found);
  }

  @Test
  void tooLongLinesAreRejected() {
    String file = "{\"title\": \"One\"}\n";
    RawRecord record =
        format
            .cut(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Cut.upTo(15))
            .next();
    assertEquals(Reason.TOO_LONG, Cut.rejection(record).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"One\"",
        "{title: 1}",
        "{\"title\": \"One\",}",
        "not json",
        "{'title': 'One'}",
        "{\"title\": \"\\x\"}",
        "}",
        "\"open"
      })
  void whatBreaksTheSyntaxIsABadRecord(String json) {
    assertEquals(Reason.BAD_RECORD, reason(json));
  }

  /** Python writes what is missing in a data frame as a number that JSON does not have. */
  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void whatIsNoNumberIsMissing(String number) {
    FoundArticle article =
        article("{\"title\": \"One\", \"author\": #, \"score\": #}".replace("#", number));
    assertEquals("One", article.title());
    assertNull(article.byline());
  }

  @Test
  void controlsWithinATextAreText() {
    assertEquals("a\tb\u0001", article("{\"title\": \"a\tb\u0001\"}").title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"One\"} {\"title\": \"Two\"}",
        "{\"title\": \"One\"},",
        "{\"title\": \"One\"}]",
        "{\"title\": \"One\"} x",
        "{} []"
      })
  void whatFollowsTheObjectIsABadRecord(String json) {
    assertEquals(Reason.BAD_RECORD, reason(json));
  }

  @Test
  void aBadRecordSaysWhereItBreaks() {
    String detail = article("{\"title\": \"One\", \"text\": oops}").rejection().detail();
    assertTrue(detail.contains("oops") && detail.matches(".* at column (26|30)"), detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "[{\"title\": \"One\"}]", "\"text\"", "17", "null", "true", "1e400"})
  void aValueThatIsNoObjectIsNone(String json) {
    assertEquals(Reason.NOT_AN_OBJECT, reason(json));
  }

  /** What may remain of a line that holds a byte-order mark or white space of another alphabet. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\ufeff", "\ufeff\ufeff", "\u00a0", "\u3000", "\0\0"})
  void aLineOfNothingIsRejected(String line) {
    assertNotNull(article(line).rejection(), "not an article");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{\"a\":", "{\"title\": \"One\", \"deep\": [", "{\"title\":{\"name\":"})
  void deepNestingIsABadRecord(String opening) {
    assertEquals(Reason.BAD_RECORD, reason(opening.repeat(10_000)));
  }

  @Test
  void deepNestingThatIsClosedIsRejectedToo() {
    String json = "{\"title\": \"One\", \"a\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertEquals(Reason.BAD_RECORD, reason(json));
  }

  @Test
  void someNestingIsFine() {
    String json =
        "{\"title\": "
            + "{\"name\":".repeat(500)
            + "\"One\""
            + "}".repeat(500)
            + ", \"a\": "
            + "[".repeat(500)
            + "]".repeat(500)
            + "}";
    assertEquals("One", article(json).title());
  }

  @Test
  void bytesThatAreNotUtf8AreABadEncoding() {
    byte[] broken = "{\"title\": \"Caf\u0081\u0002\"}".getBytes(StandardCharsets.ISO_8859_1);
    Rejection rejection = article(broken).rejection();
    assertEquals(Reason.BAD_ENCODING, rejection.reason());
    assertTrue(rejection.detail().contains("byte 14"), rejection.detail());
    byte[] latin = "{\"title\": \"Caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("Café", article(latin).title());
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertEquals("One", article("\ufeff{\"title\": \"One\"}").title());
    byte[] utf16 = "\ufeff{\"title\": \"Café\"}".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("Café", article(utf16).title());
  }

  @Test
  void aHugeTextIsRead() {
    String text = "x".repeat(25_000_000);
    FoundArticle article = article("{\"title\": \"One\", \"text\": \"" + text + "\"}");
    assertNull(article.rejection());
    assertEquals(text.length(), article.body().length());
  }

  @Test
  void aHugeNumberOrNameDoesNoHarm() {
    String json = "{\"title\": \"One\", \"n\": " + "9".repeat(900) + ", \"e\": 1e999999999}";
    assertEquals("One", article(json).title());
    assertNotNull(article("{\"title\": " + "9".repeat(100_000) + "}"));
    assertNotNull(article("{\"" + "n".repeat(100_000) + "\": 1}"));
  }

  @Test
  void halfASurrogatePairInAnEscapeIsNoReasonToReject() {
    assertEquals("a\ud83d", article("{\"title\": \"a\\ud83d\"}").title());
  }

  /** As it stands in a file: the other lines are read. */
  @Test
  void aZeroByteCostsItsLine() {
    Rejection rejection = article("{\"title\": \"O\0ne\"}").rejection();
    assertEquals(Reason.BAD_RECORD, rejection.reason());
    assertTrue(rejection.detail().contains("zero byte at character 13"), rejection.detail());
    assertEquals("One", article("{\"title\": \"O\\u0000ne\"}").title());
  }
}
