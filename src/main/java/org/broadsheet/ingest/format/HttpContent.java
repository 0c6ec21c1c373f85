package org.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.record.WholeFile;
import org.netpreserve.jwarc.HttpResponse;

/**
 * The content of a response, unpacked. Many crawlers store it so already, under the headers that
 * the server sent; then it is taken as it is.
 */
final class HttpContent {

  private static final int HEAD = 512;

  private HttpContent() {}

  /**
   * Reads the content of a response.
   *
   * @param http a response whose body was not read yet
   * @param most the longest content
   * @return the content; one byte more than the most of one that is longer
   * @throws IOException if it breaks off, or is packed in a way that cannot be read
   */
  static byte[] of(HttpResponse http, int most) throws IOException {
    try (InputStream content =
        unpacked(http.body().stream(), http.headers().all("Content-Encoding"))) {
      return read(content, most);
    }
  }

  /** Reads content that has no protocol around it. */
  static byte[] read(InputStream in, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WholeFile.copy(in, bytes, most + 1);
    return bytes.toByteArray();
  }

  /** Closing what is unpacked closes nothing of the archive. */
  private static InputStream unpacked(InputStream sent, List<String> headers) throws IOException {
    List<String> codings = new ArrayList<>();
    headers.forEach(header -> codings.addAll(Arrays.asList(header.split(","))));
    Collections.reverse(codings);
    InputStream content = CloseShieldInputStream.wrap(sent);
    for (String coding : codings) {
      content = unpacked(content, coding.strip().toLowerCase(Locale.ROOT));
    }
    return content;
  }

  private static InputStream unpacked(InputStream packed, String coding) throws IOException {
    Head head = Head.of(packed, HEAD);
    Compression compression = Compression.of(head.bytes());
    if (compression != Compression.NONE) {
      return compression.decompressed(head.whole());
    }
    if (isText(head.bytes())) {
      return head.whole();
    }
    if (coding.equals("deflate")) {
      return inflated(head.whole(), !hasZlibHeader(head.bytes()));
    }
    if (coding.equals("br")) {
      throw new IOException(
          "it is packed with brotli, which is not read; let the crawler ask for gzip (Accept-Encoding: gzip)");
    }
    // Some servers name the charset here.
    return head.whole();
  }

  /** Whether bytes have no control characters but white space: packed content soon has one. */
  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasZlibHeader(byte[] head) {
    return head.length > 1
        && (head[0] & 0x0f) == 8
        && ((head[0] & 0xff) << 8 | head[1] & 0xff) % 31 == 0;
  }

  private static InputStream inflated(InputStream in, boolean isBare) {
    Inflater inflater = new Inflater(isBare);
    return new InflaterInputStream(in, inflater) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }
}
