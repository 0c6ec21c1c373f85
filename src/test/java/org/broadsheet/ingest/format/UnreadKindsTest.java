package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file without a reader is rejected with what it is and what to do. */
class UnreadKindsTest {

  @ParameterizedTest
  @CsvSource({
    "a.pdf, x, pdftotext",
    "a, %PDF-1.7, pdftotext",
    "a.doc, x, save it as plain text",
    "a.xls, x, save the sheet as CSV",
    "a.ods.gz, x, save the sheet as CSV",
    "a.pptx, x, save its text",
    "a.msg, x, EML",
    "a.epub, x, ebook-convert",
    "a.db, SQLite format 3, sqlite3",
    "a.avro, Obj, Parquet",
    "a.orc, ORC, Parquet",
    "a.feather, x, Parquet",
    "a.rds, x, jsonlite",
    "a.pkl, x, to_json",
    "a.sav, x, CSV",
    "a.7z, x, unpack it",
    "a.bin, Rar!, unpack it",
    "a.JPG, x, tesseract",
    "a.mp3, x, transcribe",
    "a.mp4, x, transcribe",
    "a.ipynb, x, JSON Lines",
    "a.py, x, leave it out",
    "a.bin, x, 'format: csv'",
    "a.bin, <gpx/>, 'this version reads ['"
  })
  void eachKindHasItsAdvice(String name, String head, String advice) {
    String given = UnreadKinds.advice(name, head.getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(given.contains(advice), given);
  }

  /** A page may be saved under the name of its host. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "www.post.example.br | <!doctype html><html><body><p>It sails.</p></body></html> | html",
        "www.post.example.py | <!DOCTYPE html><html><body><p>It sails.</p></body></html> | html",
        "feeds.post.example.br | <rss version='2.0'><channel/></rss> | rss",
        "api.post.example.br | [{\"title\": \"It sails\"}] | json",
        "a.svg | <?xml version='1.0'?><svg/> | ",
        "a.ipynb | {\"cells\": []} | ",
        "a.br | It sails. | "
      })
  void contentThatIsPlainWins(String name, String head, String format) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.ofNullable(format), FormatRecognition.of(name, bytes));
  }

  /** Old office programs begin all their files alike, so that only the name says more. */
  @ParameterizedTest
  @CsvSource({"a, before 2007", "a.xls, a spreadsheet", "a.doc, a text document"})
  void theNameSaysWhatTheFirstBytesDoNot(String name, String kind) {
    byte[] head = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
    assertTrue(UnreadKinds.advice(name, head).contains(kind));
    assertEquals(Optional.empty(), FormatRecognition.of(name, head));
  }
}
