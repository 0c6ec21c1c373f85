package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.ingest.record.Cut;
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
}
