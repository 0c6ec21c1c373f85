package org.broadsheet.ingest.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bytes of a text as characters: in the encoding that a byte-order mark tells of, else the one
 * that is declared, else UTF-8, and only where they are not valid in it, in the encoding that their
 * frequencies speak for.
 */
public final class Encoding {

  /** Least confidence, in per cent, that counts in the detection of an encoding. */
  private static final int CONFIDENT = 30;

  /** What speaks for the encoding of most of the Web where the letters say little. */
  private static final int FOR_THE_WEST = 20;

  /** Bytes that the detection looks at. */
  private static final int SAMPLE = 1 << 16;

  /** Bytes in which zeros tell of UTF-16. */
  private static final int HEAD = 256;

  private static final char REPLACEMENT = '\ufffd';

  /** What pages and detectors call by the name of a standard is Windows' superset of it. */
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
   * A decoded text, or where decoding failed.
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
  static Decoded decode(byte[] bytes, String declared) {
    return decode(bytes, declared, null);
  }

  /**
   * Decodes a line, or another short piece of a file.
   *
   * @param bytes the line
   * @param declared the encoding that the input or the job names; null for none
   * @param shared the encoding of those lines of the file that are not UTF-8; null if unknown
   * @return the text or the error
   */
  static Decoded decode(byte[] bytes, String declared, String shared) {
    Charset marked = marked(bytes);
    if (marked != null) {
      return strictly(bytes, markLength(bytes), marked);
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      return strictly(bytes, 0, wide);
    }
    Charset named = named(declared);
    if (named != null && !named.name().startsWith("UTF-")) {
      Decoded decoded = strictly(bytes, 0, named);
      if (decoded.error == null) {
        return decoded;
      }
    }
    Decoded decoded = utf8(bytes);
    if (decoded.error == null) {
      return decoded;
    }
    Decoded likeOthers = shared == null ? decoded : strictly(bytes, 0, named(shared));
    return likeOthers.error == null ? likeOthers : detected(bytes, decoded);
  }

  /**
   * The encoding that the lines of a beginning have in common: one line alone may be too short to
   * tell.
   *
   * @param head the first bytes of a file
   * @return its name; null where most lines are UTF-8, or nothing tells
   */
  static String ofLines(byte[] head) {
    int utf8 = 0;
    int others = 0;
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int start = 0, end; start < head.length; start = end + 1) {
      end = start;
      boolean ascii = true;
      while (end < head.length && head[end] != '\n') {
        ascii &= head[end++] >= 0;
      }
      if (!ascii && end < head.length) {
        byte[] line = Arrays.copyOfRange(head, start, end + 1);
        boolean valid = strictly(line, 0, StandardCharsets.UTF_8).error == null;
        utf8 += valid ? 1 : 0;
        others += valid ? 0 : 1;
        lines.writeBytes(line);
      }
    }
    return others > utf8
        ? likely(lines.toByteArray()).findFirst().map(Charset::name).orElse(null)
        : null;
  }

  /** The lenient decoder is the fastest, and leaves a mark of what it could not read. */
  private static Decoded utf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? new Decoded(text, null)
        : strictly(bytes, 0, StandardCharsets.UTF_8);
  }

  /** As the frequencies of the bytes speak for; the failure where they speak for nothing. */
  private static Decoded detected(byte[] bytes, Decoded failure) {
    return likely(bytes).map(charset -> strictly(bytes, 0, charset)).findFirst().orElse(failure);
  }

  /** Encodings in which bytes are a text, the likeliest first. */
  private static Stream<Charset> likely(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
    // In a text with few letters beyond ASCII, Eastern and Western Europe are hard to tell apart.
    int bonus = isMostlyAscii(bytes) ? FOR_THE_WEST : 0;
    return Arrays.stream(detector.detectAll())
        .sorted(Comparator.comparingInt(match -> -confidence(match, bonus)))
        .filter(match -> confidence(match, bonus) >= CONFIDENT)
        .map(match -> named(match.getName()))
        .filter(charset -> charset != null)
        .filter(charset -> isText(strictly(bytes, 0, charset)));
  }

  private static int confidence(CharsetMatch match, int bonus) {
    boolean western =
        match.getName().equals("ISO-8859-1") || match.getName().equals("windows-1252");
    return match.getConfidence() + (western ? bonus : 0);
  }

  private static boolean isMostlyAscii(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return 3 * high < bytes.length;
  }

  private static boolean isText(Decoded decoded) {
    return decoded.error == null && !hasControls(decoded.text);
  }

  private static boolean hasControls(String text) {
    return text.chars()
        .anyMatch(
            c ->
                c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'
                    || c >= 0x7f && c < 0xa0);
  }

  private static Decoded strictly(byte[] bytes, int from, Charset charset) {
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
        ? new Decoded(
            null,
            "not valid "
                + charset
                + " at byte "
                + in.position()
                + "; save it as UTF-8, or name its encoding, for example input: [{path: ..., encoding: windows-1251}]")
        : new Decoded(out.flip().toString(), null);
  }

  /**
   * The encoding of a name.
   *
   * @param name a name as printed; may be null
   * @return the encoding or its superset; null where there is none of that name
   */
  static Charset named(String name) {
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
   * The encoding of a beginning whose characters take two bytes or more each: such a text cannot be
   * cut into lines byte by byte.
   *
   * @param head the first bytes of a file
   * @return UTF-16 or UTF-32; null for any other encoding
   */
  public static Charset wide(byte[] head) {
    Charset marked = marked(head);
    if (marked != null) {
      return marked.equals(StandardCharsets.UTF_8) ? null : marked;
    }
    int[] zeros = new int[2];
    int length = Math.min(head.length, HEAD) & ~1;
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    // Of ASCII in UTF-16, every second byte is zero, and no other.
    boolean little = zeros[0] == 0 && 3 * zeros[1] > length;
    boolean big = zeros[1] == 0 && 3 * zeros[0] > length;
    return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
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

  /**
   * Whether bytes are no text in any encoding that {@link #decode} knows or could be asked for: a
   * character zero, in UTF-16 only where a byte-order mark or the pattern of zeros tells of it.
   *
   * @param bytes the bytes
   * @return true for pictures, archives and the like
   */
  static boolean isBinary(byte[] bytes) {
    Charset wide = wide(bytes);
    int width = wide == null ? 1 : wide.name().toUpperCase(Locale.ROOT).contains("32") ? 4 : 2;
    for (int i = 0; i + width <= bytes.length; i += width) {
      int any = 0;
      for (int j = 0; j < width; j++) {
        any |= bytes[i + j];
      }
      if (any == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the zeros among bytes are mistakes in what is a text otherwise.
   *
   * @param bytes the bytes
   * @return true if one byte of ten at most is zero, and none is another control character
   */
  static boolean hasStrayZeros(byte[] bytes) {
    int zeros = 0;
    for (byte b : bytes) {
      zeros += b == 0 ? 1 : 0;
      if (b > 0 && b < '\t' || b > '\r' && b < ' ') {
        return false;
      }
    }
    return 10 * zeros <= bytes.length;
  }

  /** The encoding that a byte-order mark tells of; null without one. */
  private static Charset marked(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
      return Charset.forName("UTF-32BE");
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
  }

  private static int markLength(byte[] bytes) {
    return switch (marked(bytes).name()) {
      case "UTF-8" -> 3;
      case "UTF-16LE", "UTF-16BE" -> 2;
      default -> 4;
    };
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
