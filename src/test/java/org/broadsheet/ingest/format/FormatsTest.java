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
        "<?xml version='1.0'?><NewsML Version='1.2'>|newsml",
        "<TEI.2>|tei",
        "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\\n<REUTERS TOPICS='YES'>|sgml",
        "<?xml version='1.0'?><gpx></gpx>|xml",
        "<svg><path/></svg>|xml",
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
    String lines = "{\"title\": \"One\"}\n{\"title\": \"T\0wo\"}\n\0\0\0\0\0\0\0\0";
    assertEquals(Optional.of("jsonl"), recognised("a.jsonl", lines));
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
    assertEquals(Optional.of("csv"), recognised("a.txt", rows.replace('\t', ',')));
    String list = rows.replace('\t', ',').replace("title,text,url", "Ferry,quay,bridge");
    assertEquals(Optional.of("text"), recognised("a.txt", list));
  }

  @Test
  void whatAServerSentMayBeBinary() {
    assertEquals(Optional.of("warc"), recognised("a.warc", "WARC/1.0\r\n\r\n\0\0"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "\\026\\026\\001d0123\\037cpx\\r\\nr a\\023\\021 BC-Quay 05-03 0100\\r\\n\\002|wire",
        "\\001npa0012 3 pl 120 npa 0012\\r\\n\\r\\nQuay/\\r\\n\\002Quay reopens =|wire",
        "abc0012 3 pl 120  abc 0012\\n\\nQuay/\\nQuay reopens =\\n|wire",
        "TY  - NEWS\\nTI  - Quay reopens\\nER  - \\n|ris",
        "\ufeff\\r\\nTY  - JOUR\\r\\nT1  - Quay reopens\\r\\n|ris",
        "Record #1 of 2\\nProvider: X\\n\\nTY  - NEWS\\nTI  - Quay reopens\\n|ris",
        "filedesc://a.arc 0.0.0.0 20240503100000 text/plain 76\\n1 0 X\\n|arc",
        "http://a.example/1 192.0.2.1 20240503100000 text/html 900\\nHTTP/1.0 200 OK\\r\\n|arc",
        "WARC/1.0\\r\\n|warc",
        "<div class=x><p>One.</p><p>Two.</p><p>Three.</p></div>|html"
      })
  void whatIsNamedAsTextIsToldByItsContent(String head, String format) {
    for (String name : new String[] {"a.txt", "a", "a.text"}) {
      assertEquals(Optional.of(format), recognised(name, head.translateEscapes()), name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        " CDX N b a m s k r M S V g\\nexample,a)/1 20240503100000 http://a.example/1 text/html 200 ABC - - 1 0 a.warc.gz\\n",
        "example,a)/1 20240503100000 {\"url\": \"http://a.example/1\"}\\n",
        "example,a)/1 20240503100000 http://a.example/1 text/html 200 ABC 1 0 a.warc.gz\\n",
        "example,a)/1 20240503100000\\tindex.cdx.gz\\t0\\t900\\t1\\n",
        "!meta 0 {\"format\": \"cdxj-gzip-1.0\"}\\n",
        "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\\n{\"url\": \"http://a.example/1\"}\\n",
        "{\\n  \"profile\": \"data-package\", \"resources\": []}",
        "{\"path\": \"datapackage.json\", \"hash\": \"sha256:0\"}",
        "{\"timestamp\": \"2024-05-03T10:00:00Z\", \"logLevel\": \"info\", \"message\": \"x\"}\\n",
        "@article{roe2024,\\n  title = {Quay reopens},\\n}",
        "% made by hand\\n@string{npa = \"NPA\"}\\n@misc{a, title = {Quay}}",
        "@Newspaper{2024 quay,\\n\\tauthor={Roe, Ann}}",
        "%0 Newspaper Article\\n%T Quay reopens\\n",
        "<?xml version=\"1.0\"?><xml><records><record></record></records></xml>"
      })
  void whatHoldsNoArticlesSaysWhatToDo(String head) {
    for (String name : new String[] {"a.txt", "a", "a.json", "a.cdx"}) {
      String bytes = head.translateEscapes();
      assertEquals(Optional.empty(), recognised(name, bytes), name);
      String remedy =
          FormatRecognition.remedy(bytes.getBytes(StandardCharsets.UTF_8)).orElseThrow();
      assertFalse(remedy.isBlank());
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "CDX players return\\n\\nThey sell again.",
        "@home: a weekend\\n\\nStay in, said Ann Roe.",
        "%0 interest, banks say\\n\\nThey lend.",
        "TY Cobb remembered\\n\\nHe played.",
        "filedesc://\\n\\nAn odd title.",
        "<b>Quay reopens</b>\\n\\nIt does.",
        "\\001\\001x\\002"
      })
  void whatOnlyLooksLikeAnotherKindIsText(String head) {
    assertEquals(Optional.of("text"), recognised("a.txt", head.translateEscapes()));
    assertEquals(
        Optional.empty(),
        FormatRecognition.remedy(head.translateEscapes().getBytes(StandardCharsets.UTF_8)));
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
