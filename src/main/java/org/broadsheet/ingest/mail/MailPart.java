package org.broadsheet.ingest.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;

/** A message, or a part of one: a header, and what it describes. */
public final class MailPart {

  /** Parts within parts. */
  private static final int DEEPEST = 8;

  private static final int LONGEST_SENDER = 500;

  /** {@code "A Name" <address>}, and as it was written before: {@code address (A Name)}. */
  private static final Pattern NAMED = Pattern.compile("\"?([^\"<]+?)\"?[ \\t]*<.*");

  private static final Pattern COMMENTED = Pattern.compile("\\S+@\\S+[ \\t]*\\((.+)\\)");

  private static final String MESSAGE = "message/rfc822";

  /** Fields of what was sent, and of no text that is only written like a mail. */
  private static final List<String> OF_SENT =
      List.of("message-id", "received", "mime-version", "to", "newsgroups");

  private static final String TYPE = "content-type";

  private final byte[] bytes;
  private final MailHeader header;
  private final int start;
  private final int end;
  private final int depth;
  private final boolean isDigested;
  private final boolean isForm;

  /** Null until it is asked for. */
  private List<MailPart> leaves;

  private MailPart(
      byte[] bytes, int start, int end, int depth, boolean isDigested, boolean isForm) {
    this.bytes = bytes;
    this.header = MailHeader.read(bytes, start, end);
    this.start = start;
    this.end = end;
    this.depth = depth;
    this.isDigested = isDigested;
    this.isForm = isForm;
  }

  /**
   * Reads a message.
   *
   * @param message its bytes
   * @return the message
   */
  public static MailPart of(byte[] message) {
    return new MailPart(message, start(message), message.length, 0, false, false);
  }

  /**
   * Where the header begins: below blank lines, and after a byte-order mark.
   *
   * @param message the bytes of a message or of a mailbox
   * @return the index of the first byte of the header
   */
  public static int start(byte[] message) {
    int start = 0;
    while (start < message.length && (isBlank(message[start]) || isMark(message, start))) {
      start += isMark(message, start) ? 3 : 1;
    }
    return start;
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  private static boolean isMark(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && bytes[at] == (byte) 0xef
        && bytes[at + 1] == (byte) 0xbb
        && bytes[at + 2] == (byte) 0xbf;
  }

  MailHeader header() {
    return header;
  }

  /** Its media type; plain text where it names none, but a message in a digest. */
  String type() {
    String type = header.value(TYPE);
    return !type.isEmpty() ? type : isDigested ? MESSAGE : "text/plain";
  }

  /** A parameter of its media type; null without it. */
  String parameter(String name) {
    return header.parameter(TYPE, name);
  }

  /** Whether it is to be saved, rather than read with the rest. */
  boolean isAttached() {
    return header.value("content-disposition").equals("attachment");
  }

  /** The parts that have no parts, in order; the message itself if it has none. */
  List<MailPart> leaves() {
    if (leaves == null) {
      List<MailPart> parts = parts();
      leaves =
          parts.isEmpty()
              ? List.of(this)
              : parts.stream().flatMap(part -> part.leaves().stream()).toList();
    }
    return leaves;
  }

  /** Whether it is one of several forms of a text. */
  boolean isForm() {
    return isForm;
  }

  /** Whether it is a file, by its name. */
  boolean isFile() {
    return parameter("name") != null || header.parameter("content-disposition", "filename") != null;
  }

  /**
   * The messages that a digest puts together, or that a mail forwards.
   *
   * @return the bytes of each, in order
   */
  public List<byte[]> enclosed() {
    return leaves().stream()
        .filter(part -> part.type().equals(MESSAGE))
        .map(MailPart::content)
        .toList();
  }

  /**
   * Whether the message does no more than put others together.
   *
   * @return true for digests
   */
  public boolean isDigest() {
    return leaves().stream().anyMatch(part -> part.isDigested && part.type().equals(MESSAGE));
  }

  private List<MailPart> parts() {
    String boundary = parameter("boundary");
    if (!type().startsWith("multipart/") || boundary == null || depth >= DEEPEST) {
      return List.of();
    }
    String delimiter = "--" + boundary;
    List<MailPart> parts = new ArrayList<>();
    int partStart = -1;
    for (int at = header.end(); at < end; ) {
      int next = Lineation.end(bytes, at, end);
      boolean begins = bytes[at] == '-';
      String line = begins ? Lineation.line(bytes, at, next).stripTrailing() : "";
      boolean closes = begins && line.equals(delimiter + "--");
      if (closes || begins && line.equals(delimiter)) {
        addPart(partStart, at, parts);
        partStart = closes ? -1 : next;
      }
      at = next;
    }
    addPart(partStart, end, parts); // one that is cut off
    return parts;
  }

  private void addPart(int partStart, int partEnd, List<MailPart> parts) {
    if (partStart >= 0 && partStart < partEnd) {
      boolean isDigest = type().equals("multipart/digest");
      boolean areForms = isForm || type().equals("multipart/alternative");
      parts.add(new MailPart(bytes, partStart, partEnd, depth + 1, isDigest, areForms));
    }
  }

  /**
   * What the header describes, out of its transfer encoding.
   *
   * @return the bytes
   */
  public byte[] content() {
    byte[] content = Arrays.copyOfRange(bytes, Math.min(header.end(), end), end);
    return switch (header.value("content-transfer-encoding")) {
      case "base64" -> TransferEncoding.base64(content);
      case "quoted-printable" -> TransferEncoding.quotedPrintable(content);
      default -> content;
    };
  }

  /**
   * The encoding that the part names.
   *
   * @return its name, or null
   */
  public String charset() {
    return parameter("charset");
  }

  /**
   * The value of a field of the header, decoded.
   *
   * @param name the name of the field, in lower case
   * @return its value on one line, or null
   */
  public String text(String name) {
    return decoded(header.raw(name));
  }

  /**
   * Whether the message was sent: a text may have a header like it.
   *
   * @return true if it has a field of the way that it took
   */
  public boolean isSent() {
    return OF_SENT.stream().anyMatch(header::has);
  }

  /**
   * The value of the first of these fields that has one.
   *
   * @param names the names of the fields, in lower case
   * @return its value on one line, or null
   */
  public String firstText(String... names) {
    return Arrays.stream(names).map(this::text).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static String decoded(String raw) {
    String text = PrintedText.squeeze(EncodedWords.decoded(raw));
    return text.isEmpty() ? null : text;
  }

  /**
   * Who sent a message.
   *
   * @return the name, the address where there is none, or null
   */
  public String sender() {
    String raw = PrintedText.head(header.raw("from"), LONGEST_SENDER);
    Matcher named = NAMED.matcher(raw);
    Matcher commented = COMMENTED.matcher(raw);
    return decoded(
        named.matches() ? named.group(1) : commented.matches() ? commented.group(1) : raw);
  }

  /** The lines of the header as they are in the file. */
  List<String> headerLines() {
    List<String> lines = new ArrayList<>();
    for (int at = start; at < header.end(); ) {
      int next = Lineation.end(bytes, at, header.end());
      lines.add(Lineation.line(bytes, at, next));
      at = next;
    }
    return lines;
  }
}
