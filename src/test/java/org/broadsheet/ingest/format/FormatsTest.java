package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private static Optional<String> recognised(String name, String head) {
    return FormatRecognition.of(name, head.getBytes(StandardCharsets.UTF_8));
  }

  /** What a file begins with, in backslash notation, and what it is, whatever its name. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"title\": 1}\\n{\"title\": 2}\\n|jsonl",
        "\ufeff \\n{\"title\": 1}\\n{|jsonl",
        "{\"title\": 1}|json",
        "{\\n  \"title\": 1,|json",
        "{\"articles\": [{\"title\": 1}]}|json",
        "[{\"title\": 1}]|json",
        "[\\n  {|json",
        "<!DOCTYPE html><p>x|html",
        "<html lang=en>|html",
        "\\n<!-- saved --><HTML>|html",
        "<?xml version='1.0'?><html xmlns='x'>|html",
        "<?xml version=\"1.0\"?>\\n<!-- x --><rss version=\"2.0\">|rss",
        "<rdf:RDF xmlns=\"x\">|rss",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">|atom",
        "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf.dtd\" [ <!ENTITY x \"y\"> ]><nitf>|nitf",
        "<newsItem guid='x'>|newsml",
        "<ns:newsMessage>|newsml",
        "WARC/1.0\\r\\n|warc",
        "{\\\\rtf1\\\\ansi Ferries}|rtf",
        "From: Jane Doe <jane@post.example>\\nSubject: Ferries\\n\\nThey sail.\\n|mail",
        "MIME-Version: 1.0\\nContent-Type: text/plain\\n\\nThey sail.\\n|mail",
        "From jane@post.example Thu Mar  3 10:15:00 2011\\nSubject: Ferries\\n\\nThey sail.\\n|mail",
        "From here to eternity\\n\\nThe ferries sail.|text",
        "Subject: Ferries\\n\\nThey sail.|text",
        "PAR1x|parquet",
        "title,text,url\\nOne,x,y\\nTwo,x,z\\n|csv",
        "title\\ttext\\turl\\nOne\\tx\\ty\\nTwo\\tx\\tz\\n|csv",
        "Ferries return\\n\\nThey sail, at last, again.|text",
        "[Photo](x)\\n\\nFerries return|text",
        "{Photo: X}\\n\\nFerries return|text",
        "<https://a.example/1>\\n\\nFerries|text",
        "~~|text"
      })
  void theContentDecides(String head, String format) {
    String bytes = head.translateEscapes();
    for (String name : new String[] {"article", "b.2020-10-07", "c.dat", "doc"}) {
      assertEquals(Optional.of(format), recognised(name, bytes), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, text",
    "a.TXT, text",
    "a.md.gz, text",
    "a.jsonl, jsonl",
    "a.ndjson, jsonl",
    "a.jl.zst, jsonl",
    "a.json, json",
    "a.csv.bz2, csv",
    "a.tsv, tsv",
    "a.html, html"
  })
  void whereTheContentTellsNothingTheEndingDoes(String name, String format) {
    assertEquals(Optional.of(format), recognised(name, "anything"));
    assertEquals(Optional.of(format), recognised(name, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "a.jsonl, jsonl",
    "a.json, json",
    "a.txt, json",
    "a.csv, csv",
  })
  void oneObjectIsWhatTheEndingSays(String name, String format) {
    assertEquals(Optional.of(format), recognised(name, "{\"a\": 1}"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf, Plain text",
    "a.docx, Plain text",
    "a.xml, Plain text",
    "a.xml, <svg><path/></svg>",
    "a, <?xml version='1.0'?><gpx></gpx>",
    "a, %PDF-1.7",
    "a.doc, Plain text",
    "a.xls, Plain text",
    "a.rtf, Plain text",
  })
  void whatHasNoReaderIsNotGuessed(String name, String head) {
    assertEquals(Optional.empty(), recognised(name, head));
    assertEquals(Optional.empty(), recognised("a.txt", "\0\0\0a\0\0"));
    assertEquals(Optional.empty(), recognised("a.csv", "\0\0\0a\0\0"));
    assertEquals(Optional.empty(), recognised("a.csv", "\u0001title,text\nOne,a \0word\n"));
    assertEquals(Optional.of("csv"), recognised("a.csv", "title,text\nOne,a \0word\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.eml|X-Odd: 1\\n\\nThey sail.|mail",
        "a.mhtml|From: Saved by a browser|mail",
        "a.doc|<html><body><p>They sail.|html",
        "a.doc|{\\\\rtf1 They sail.}|rtf",
        "a.xls|title\\ttext\\turl\\nOne\\tx\\ty\\nTwo\\tx\\tz\\n|csv",
      })
  void anEndingMayLeaveAChoice(String name, String head, String format) {
    assertEquals(Optional.of(format), recognised(name, head.translateEscapes()));
  }

  /** What a server answered, one answer a line: the articles are within. */
  @Test
  void linesThatHoldSeveralArticlesAreNoRecords() {
    String article =
        "{\"title\": \"One\", \"content\": \"x\", \"url\": \"https://post.example/1\"}";
    String answer = "{\"status\": \"ok\", \"articles\": [" + article + "]}";
    assertEquals(Optional.of("json"), recognised("a.jsonl", answer + "\n" + answer + "\n"));
    assertEquals(Optional.of("json"), recognised("a.jsonl", answer));
    String links = "{\"inhalt\": \"x\", \"links\": [{\"title\": \"y\", \"url\": \"z\"}]}\n";
    assertEquals(Optional.of("jsonl"), recognised("a.jsonl", links));
  }

  @Test
  void theFirstOfManyLinesMayBeBroken() {
    String lines = "{\"title\": \"On\n{\"title\": \"Two\"}\n{\"title\": \"Three\"}\n";
    assertEquals(Optional.of("jsonl"), recognised("a.json", lines));
  }

  @Test
  void aTextWithTabsMayBeATable() {
    String rows = "title\ttext\turl\nOne\tx\ty\nTwo\tx\tz\n";
    assertEquals(Optional.of("csv"), recognised("a.txt", rows));
    assertEquals(Optional.of("text"), recognised("a.txt", rows.replace("Two\t", "Two ")));
    assertEquals(Optional.of("text"), recognised("a.txt", rows.replace('\t', ',')));
  }

  @Test
  void whatAServerSentMayBeBinary() {
    assertEquals(Optional.of("warc"), recognised("a.warc", "WARC/1.0\r\n\r\n\0\0"));
  }

  @Test
  void everyNameHasAFormat() {
    for (String name : Formats.names()) {
      assertEquals(name.equals(Formats.PARQUET), Formats.named(name) == null, name);
    }
    assertFalse(Formats.names().contains(Formats.AUTO));
    assertNull(Formats.named("nonsense"));
    assertNotNull(Formats.named("text"));
  }

  @Test
  void reasonsAreAClosedVocabulary() {
    assertEquals("no-mapping", Reason.NO_MAPPING.label());
    assertEquals("not-an-object", Reason.NOT_AN_OBJECT.label());
    for (Reason reason : Reason.values()) {
      assertEquals(reason.label(), reason.label().toLowerCase(Locale.ROOT));
    }
  }
}
