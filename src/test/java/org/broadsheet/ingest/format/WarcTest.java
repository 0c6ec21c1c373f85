package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;

class WarcTest {

  private static final String PAGE =
      "<html><head><title>One</title></head><body><h1>One</h1><p>A word.</p></body></html>";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] archive(String header, byte[] content) {
    ByteArrayOutputStream http = new ByteArrayOutputStream();
    http.writeBytes(
        utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "Content-Length: "));
    http.writeBytes(utf8(content.length + "\r\n\r\n"));
    http.writeBytes(content);
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    warc.writeBytes(
        utf8(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date:"
                + " 2020-10-07T00:00:00Z\r\nWARC-Target-URI: https://post.example/a\r\nContent-Type:"
                + " application/http; msgtype=response\r\nContent-Length: "
                + http.size()
                + "\r\n\r\n"));
    warc.writeBytes(http.toByteArray());
    warc.writeBytes(utf8("\r\n\r\n"));
    return warc.toByteArray();
  }

  @Test
  void aPageMayBePackedOrOnlySaySo() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(utf8(PAGE));
    }
    String header = "Content-Encoding: gzip\r\n";
    for (byte[] archive :
        List.of(
            archive("", utf8(PAGE)),
            archive(header, packed.toByteArray()),
            archive(header, utf8(PAGE)))) {
      assertEquals(List.of("1 One"), Cut.titles(new Warc(), archive));
    }
  }

  /** A part of an archive as programs write it. */
  private static String part(String type, String address, String contentType, String content) {
    return "WARC/1.0\r\nWARC-Type: "
        + type
        + (address == null ? "" : "\r\nWARC-Target-URI: " + address)
        + "\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-10-07T00:00:00Z\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + utf8(content).length
        + "\r\n\r\n"
        + content
        + "\r\n\r\n";
  }

  private static String response(String address, String headers, String content) {
    String http = "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + content;
    return part("response", address, "application/http; msgtype=response", http);
  }

  private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";
  private static final String INFO =
      part("warcinfo", null, "application/warc-fields", "software: X\r\n");

  @Test
  void whatACrawlerNotesIsNoArticle() {
    String archive =
        INFO
            + part(
                "request", "https://post.example/a", "application/http", "GET /a HTTP/1.1\r\n\r\n")
            + response("https://post.example/a", HTML, PAGE)
            + part(
                "metadata", "metadata://gnu.org/software/wget/warc/MANIFEST.txt", "text/plain", "x")
            + part(
                "resource",
                "<metadata://gnu.org/software/wget/warc/wget.log>",
                "text/plain",
                "Opened a file.")
            + part("resource", "urn:text:https://post.example/a", "text/plain", "One\nA word.")
            + part(
                "response",
                "dns:post.example",
                "text/dns",
                "20201007\npost.example. 1 IN A 192.0.2.1")
            + response(
                "https://post.example/robots.txt",
                "Content-Type: text/plain\r\n",
                "User-agent: *\n")
            + part(
                "revisit",
                "https://post.example/b",
                "application/http; msgtype=response",
                "HTTP/1.1 200 OK\r\n\r\n")
            + part("continuation", "https://post.example/c", "text/plain", "more words");
    assertEquals(
        List.of("1 One", "2 not-text", "3 not-text", "4 not-text", "5 no-text", "6 bad-record"),
        Cut.titles(new Warc(), archive));
  }

  @Test
  void anArchiveOfNotesOnlySaysSo() {
    assertEquals(List.of("1 no-text"), Cut.titles(new Warc(), INFO + INFO));
  }

  @Test
  void textMayBeginWithATitle() {
    String text = "Quay reopens\nThe quay is open again, said Ann Roe.\n";
    String prose = "The quay is open again, said Ann Roe.\nIt was closed.\n";
    String archive =
        part("conversion", "https://post.example/a", "text/plain", text)
            + part("conversion", "https://post.example/b", "text/plain", prose)
            + part(
                "conversion", "https://post.example/c", "text/plain", "Skip to content\n" + prose)
            + response("https://post.example/d", "Content-Type: text/plain\r\n", text);
    List<FoundArticle> found = Cut.articles(new Warc(), archive);
    assertEquals("Quay reopens", found.get(0).title());
    assertEquals("The quay is open again, said Ann Roe.", found.get(0).body());
    assertEquals("https://post.example/a", found.get(0).url());
    assertNull(found.get(1).title());
    assertEquals(prose.strip(), found.get(1).body());
    assertNull(found.get(2).title());
    assertEquals("Quay reopens", found.get(3).title());
  }

  private static byte[] archive(String header, ByteArrayOutputStream content) {
    return archive(header, content.toByteArray());
  }

  @Test
  void aPageMayBePackedInOtherWays() throws IOException {
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(zlib)) {
      out.write(utf8(PAGE));
    }
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bare, new Deflater(6, true))) {
      out.write(utf8(PAGE));
    }
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(zstd)) {
      out.write(utf8(PAGE));
    }
    for (byte[] archive :
        List.of(
            archive("Content-Encoding: deflate\r\n", zlib),
            archive("Content-Encoding: deflate\r\n", bare),
            archive("Content-Encoding: deflate\r\n", utf8(PAGE)),
            archive("Content-Encoding: zstd\r\n", zstd),
            archive("Content-Encoding: br\r\n", utf8(PAGE)),
            archive("Content-Encoding: utf-8\r\n", utf8(PAGE)),
            archive("Content-Encoding: identity\r\n", utf8(PAGE)))) {
      assertEquals(List.of("1 One"), Cut.titles(new Warc(), archive));
    }
    byte[] brotli = {0x1b, 0x56, 0, 0, (byte) 0xa4, 1, 2, 3};
    RawRecord record = Cut.records(new Warc(), archive("Content-Encoding: br\r\n", brotli)).next();
    assertEquals(Reason.BAD_RECORD, Cut.rejection(record).reason());
    assertTrue(Cut.rejection(record).detail().contains("gzip"), Cut.rejection(record).detail());
  }

  @Test
  void aPageMayComeInChunksOrOnlySaySo() {
    String chunked = HTML + "Transfer-Encoding: chunked\r\n";
    String first = PAGE.substring(0, 30);
    String second = PAGE.substring(30);
    String chunks =
        "1e\r\n"
            + first
            + "\r\n"
            + Integer.toHexString(second.length())
            + ";x=y\r\n"
            + second
            + "\r\n0\r\n\r\n";
    String archive =
        response("https://post.example/a", chunked, chunks)
            + response("https://post.example/b", chunked, PAGE);
    assertEquals(List.of("1 One", "2 One"), Cut.titles(new Warc(), archive));
  }

  private static final String VERSION_1 =
      "1 0 Invented\nURL IP-address Archive-date Content-type Archive-length\n";

  private static String arc(String address, String fields, String content) {
    return address
        + " 192.0.2.1 20201007000000 "
        + fields
        + " "
        + utf8(content).length
        + "\n"
        + content
        + "\n";
  }

  @Test
  void readsTheOlderForm() {
    String page = "HTTP/1.1 200 OK\r\n" + HTML + "\r\n" + PAGE;
    String gone = "HTTP/1.1 404 Not Found\r\n" + HTML + "\r\nGone";
    String archive =
        arc("filedesc://a.arc", "text/plain", VERSION_1)
            + arc("dns:post.example", "text/dns", "20201007\npost.example. 1 IN A 192.0.2.1")
            + arc("http://post.example/a b|c", "text/html", page)
            + "\n\r\n"
            + arc("http://post.example/gone", "text/html", gone)
            + arc("http://post.example/typeless", "", page)
            + arc("http://post.example/bare", "text/html", PAGE);
    assertEquals(List.of("1 One", "2 no-text", "3 One", "4 One"), Cut.titles(Warc.arc(), archive));
    assertEquals(
        "http://post.example/a b|c",
        Cut.records(Warc.arc(), utf8(archive)).next().articles().get(0).url());
  }

  @Test
  void readsTheSecondVersionOfTheOlderForm() {
    String version =
        "2 0 Invented\nURL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length\n";
    String page = "HTTP/1.1 200 OK\r\n" + HTML + "\r\n" + PAGE;
    String archive =
        arc("filedesc://a.arc", "text/plain 200 - - 0 a.arc", version)
            + arc("http://post.example/a", "text/html 200 abc - 154 a.arc", page);
    assertEquals(List.of("1 One"), Cut.titles(Warc.arc(), archive));
  }

  /** Programs count the line breaks below the first record, or do not. */
  @Test
  void theFirstRecordMayHaveAnyLength() {
    String page = "HTTP/1.1 200 OK\r\n" + HTML + "\r\n" + PAGE;
    for (int length : new int[] {0, 13, VERSION_1.length() - 1, VERSION_1.length()}) {
      String archive =
          "filedesc://a.arc 0.0.0.0 20201007000000 text/plain "
              + length
              + "\n"
              + VERSION_1
              + "\n"
              + arc("http://post.example/a", "text/html", page);
      assertEquals(List.of("1 One"), Cut.titles(Warc.arc(), archive), "length " + length);
    }
  }

  @Test
  void aBrokenArchiveOfTheOlderFormSaysWhere() {
    String page = "HTTP/1.1 200 OK\r\n" + HTML + "\r\n" + PAGE;
    String archive =
        arc("filedesc://a.arc", "text/plain", VERSION_1)
            + arc("http://post.example/a", "text/html", page);
    assertEquals(
        List.of("1 One", "2 unreadable-file"), Cut.titles(Warc.arc(), archive + "no header\n"));
    assertEquals(
        List.of("1 bad-record", "2 unreadable-file"),
        Cut.titles(Warc.arc(), archive.substring(0, archive.length() - 40)));
    assertEquals(
        List.of("1 no-text"),
        Cut.titles(Warc.arc(), arc("filedesc://a.arc", "text/plain", VERSION_1)));
  }
}
