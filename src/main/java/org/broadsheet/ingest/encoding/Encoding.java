package org.broadsheet.ingest.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Decodes text: in the encoding that a byte-order mark names, else in the declared one unless the
 * text is UTF-8 beyond ASCII, else as UTF-8, and only where the bytes are not valid UTF-8, in the
 * encoding that their frequencies suggest.
 */
public final class Encoding {

  private static final char REPLACEMENT = '\ufffd';

  /** Where pages and detectors name a standard, the text is in Windows' superset of it. */
  private static final Map<String, String> SUPERSETS =
      Map.of(
          "ISO-8859-1", "windows-1252",
          "US-ASCII", "windows-1252",
          "ISO-8859-9", "windows-1254",
          "GB2312", "GBK",
          "Shift_JIS", "windows-31j",
          "EUC-KR", "x-windows-949");

  private Encoding() {}

  /**
   * A decoded text, or the place where decoding failed.
   *
   * @param text the text without byte-order mark; null if the bytes are not valid
   * @param error what is wrong at which byte; null if the bytes are valid
   */
  public record Decoded(String text, String error) {}

  /**
   * Decodes bytes.
   *
   * @param bytes a whole text
   * @param declared the encoding that the input or the job names; null for none
   * @return the text or the error
   */
  public static Decoded decode(byte[] bytes, String declared) {
    return decode(bytes, declared, null, Utf8Evidence.OF_DOCUMENT);
  }

  /**
   * Decodes a line, or another short piece of a file. A single character that could be UTF-8 does
   * not contradict the job.
   *
   * @param bytes the line
   * @param declared the encoding that the job names; null for none
   * @param shared the encoding of those lines of the file that are not UTF-8; null if unknown
   * @return the text or the error
   */
  public static Decoded decode(byte[] bytes, String declared, String shared) {
    return decode(bytes, declared, shared, Utf8Evidence.OF_LINES);
  }

  /**
   * Whether the lines of a file are in UTF-8 though the job names another encoding.
   *
   * @param head the first bytes of the file
   * @param declared the encoding that the job names
   * @return true if they show it
   */
  public static boolean isContradicted(byte[] head, String declared) {
    Charset named = named(declared);
    return WideEncoding.of(head) == null
        && isOther(named)
        && Utf8Evidence.of(head).contradicts(named, Utf8Evidence.OF_LINES);
  }

  private static Decoded decode(byte[] bytes, String declared, String shared, int fewest) {
    Charset marked = WideEncoding.marked(bytes);
    if (marked != null) {
      return strictly(bytes, WideEncoding.markLength(bytes), marked);
    }
    Charset wide = WideEncoding.of(bytes);
    if (wide != null) {
      return strictly(bytes, 0, wide);
    }
    Charset named = named(declared);
    if (isOther(named) && !Utf8Evidence.of(bytes).contradicts(named, fewest)) {
      Decoded decoded = strictly(bytes, 0, named);
      if (decoded.error == null) {
        return decoded;
      }
    }
    Decoded decoded = utf8(bytes);
    if (decoded.error == null || Utf8Evidence.of(bytes).isMostly()) {
      return decoded;
    }
    Decoded likeOthers = shared == null ? decoded : strictly(bytes, 0, named(shared));
    return likeOthers.error == null ? likeOthers : detected(bytes, decoded);
  }

  /** The lenient decoder is the fastest, and leaves a mark for what it could not read. */
  private static Decoded utf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(StrictReader.INVALID) >= 0) {
      return new Decoded(null, "not valid in its encoding; save it as UTF-8");
    }
    return text.indexOf(REPLACEMENT) < 0
        ? new Decoded(text, null)
        : strictly(bytes, 0, StandardCharsets.UTF_8);
  }

  /**
   * Whether bytes are UTF-8.
   *
   * @param bytes the bytes
   * @return true if they are valid
   */
  public static boolean isUtf8(byte[] bytes) {
    return strictly(bytes, 0, StandardCharsets.UTF_8).error == null;
  }

  /** Whether a declared encoding is none of Unicode's, which the bytes themselves show. */
  private static boolean isOther(Charset named) {
    return named != null && !named.name().startsWith("UTF-");
  }

  /**
   * The encoding of a long text by the part of it that begins where it is no longer ASCII.
   *
   * @param sample the part; it ends between two characters
   * @param declared the encoding that the input or the job names; null for none
   */
  static Charset ofSample(byte[] sample, String declared) {
    Utf8Evidence evidence = Utf8Evidence.of(sample);
    Charset named = named(declared);
    boolean isNamed = isOther(named) && !evidence.contradicts(named, Utf8Evidence.OF_DOCUMENT);
    if (isNamed && strictly(sample, 0, named).error == null) {
      return named;
    }
    return evidence.isMostly()
        ? StandardCharsets.UTF_8
        : EncodingDetector.likely(sample)
            .findFirst()
            .orElse(isNamed ? named : StandardCharsets.UTF_8);
  }

  /** In the encoding that the frequencies suggest; the failure where they suggest none. */
  private static Decoded detected(byte[] bytes, Decoded failure) {
    return EncodingDetector.likely(bytes)
        .map(charset -> strictly(bytes, 0, charset))
        .findFirst()
        .orElse(failure);
  }

  /** Decodes the bytes from an index on; fails at the first that is not valid. */
  static Decoded strictly(byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int most = (int) Math.ceil((bytes.length - from) * (double) decoder.maxCharsPerByte());
    CharBuffer out = CharBuffer.allocate(most + 1);
    boolean failed = decoder.decode(in, out, true).isError() || decoder.flush(out).isError();
    return failed
        ? new Decoded(null, notValid(charset, " at byte " + in.position()))
        : new Decoded(out.flip().toString(), null);
  }

  /** What is wrong, and what would help. */
  static String notValid(Charset charset, String where) {
    return "not valid "
        + charset
        + where
        + "; save it as UTF-8, or name its encoding, for example input: [{path: ..., encoding: windows-1251}]";
  }

  /**
   * The encoding of a name.
   *
   * @param name a name as printed; may be null
   * @return the encoding or its superset; null if there is no encoding of that name
   */
  public static Charset named(String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(name.strip());
      return Charset.forName(SUPERSETS.getOrDefault(charset.name(), charset.name()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Whether a job may name an encoding.
   *
   * @param name a name
   * @return true if there is an encoding of that name
   */
  public static boolean isKnown(String name) {
    return named(name) != null;
  }

  /**
   * The beginning of bytes of any kind, for people to look at.
   *
   * @param bytes the bytes
   * @param characters how many characters at most
   * @return the beginning, with a replacement character for what is not UTF-8
   */
  public static String beginning(byte[] bytes, int characters) {
    int length = Math.min(bytes.length, 4 * characters);
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int end =
        text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }
}
