package org.broadsheet.ingest.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An archive of the form that came before WARC, with its headers in the words of WARC. Both
 * versions are read: the length is the last field of either. Programs differ in how many line
 * breaks they put between records, and count.
 */
final class ArcAsWarc extends InputStream {

  private static final int LONGEST_HEADER = 1 << 14;
  private static final int STATUS = 5;

  /** The address, which may hold blanks; where it was, when, its type, more, and its length. */
  private static final Pattern HEADER =
      Pattern.compile("^(\\S.*?) (\\S+) (\\d{8,14}) (\\S*)(?: .*)? (\\d{1,18})\\s*$");

  /** What the first record says of the others. */
  private static final Pattern VERSION = Pattern.compile("^(?:\\d \\d(?: .*)?|URL IP-address .*)$");

  private final BufferedInputStream in;

  /** What is left of a header, or of what divides two records. */
  private InputStream words = InputStream.nullInputStream();

  /** The bytes of the record that are still to be read; negative before the first record. */
  private long left = -1;

  ArcAsWarc(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Whether a file begins with a record. */
  static boolean opens(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 2_000), StandardCharsets.ISO_8859_1);
    String line = start.lines().findFirst().orElse("");
    return HEADER.matcher(line).matches()
        && (line.startsWith("filedesc:") || start.startsWith("HTTP/", line.length() + 1));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = words.read(bytes, offset, length);
    while (read < 0 && left != 0) {
      if (left > 0) {
        return readRecord(bytes, offset, length);
      }
      if (!openRecord()) {
        return -1;
      }
      read = words.read(bytes, offset, length);
    }
    return read >= 0 ? read : closeRecord(bytes, offset, length);
  }

  private int readRecord(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, (int) Math.min(left, length));
    left -= Math.max(0, read);
    return read;
  }

  private int closeRecord(byte[] bytes, int offset, int length) throws IOException {
    left = -1;
    words = words("\r\n\r\n");
    return words.read(bytes, offset, length);
  }

  private static InputStream words(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the next header; false at the end. */
  private boolean openRecord() throws IOException {
    String line = line();
    while (line != null && (line.isBlank() || VERSION.matcher(line).matches())) {
      line = line();
    }
    if (line == null) {
      return false;
    }
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      throw new IOException(
          "this is no header of an ARC record: " + line.substring(0, Math.min(80, line.length())));
    }
    left = Long.parseLong(header.group(5));
    words = words(warcHeader(header.group(1), header.group(4)));
    return true;
  }

  private String warcHeader(String address, String type) throws IOException {
    boolean isName = address.startsWith("dns:");
    boolean isHttp = !isName && isHttp();
    String kind =
        address.startsWith("filedesc:") ? "warcinfo" : isHttp || isName ? "response" : "resource";
    String content =
        isHttp ? "application/http; msgtype=response" : type.isEmpty() ? "text/plain" : type;
    return "WARC/1.0\r\nWARC-Type: "
        + kind
        + "\r\nWARC-Target-URI: "
        + address.replaceAll("[\\p{Cntrl}]", "")
        + "\r\nContent-Type: "
        + content.replaceAll("[\\p{Cntrl}]", "")
        + "\r\nContent-Length: "
        + left
        + "\r\n\r\n";
  }

  /** Whether the record holds an answer as the server gave it, with its headers. */
  private boolean isHttp() throws IOException {
    in.mark(STATUS);
    byte[] start = in.readNBytes((int) Math.min(STATUS, left));
    in.reset();
    return new String(start, StandardCharsets.US_ASCII).equals("HTTP/");
  }

  /** The next line; null at the end. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() > LONGEST_HEADER) {
        throw new IOException("the header of an ARC record has no end");
      }
      line.write(next);
      next = in.read();
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
