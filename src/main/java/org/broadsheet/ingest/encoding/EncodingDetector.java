package org.broadsheet.ingest.encoding;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** Detects the encoding of text by the frequencies of its bytes. */
public final class EncodingDetector {

  /** The least confidence, in per cent, that is taken for a detection. */
  private static final int CONFIDENT = 30;

  /** Added to the confidence in the encoding of most of the Web where few letters tell. */
  private static final int FOR_THE_WEST = 20;

  /** Bytes that the detection looks at. */
  private static final int SAMPLE = 1 << 16;

  private EncodingDetector() {}

  /**
   * The encoding that the lines of a beginning have in common: one line alone may be too short to
   * tell.
   *
   * @param head the first bytes of a file
   * @return its name; null where most lines are UTF-8, or where none is likely
   */
  public static String ofLines(byte[] head) {
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
        boolean valid = Encoding.strictly(line, 0, StandardCharsets.UTF_8).error() == null;
        utf8 += valid ? 1 : 0;
        others += valid ? 0 : 1;
        lines.writeBytes(line);
      }
    }
    return others > utf8
        ? likely(lines.toByteArray()).findFirst().map(Charset::name).orElse(null)
        : null;
  }

  /** The encodings that bytes may be in, the likeliest first. */
  static Stream<Charset> likely(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
    // In a text with few letters beyond ASCII, Eastern and Western Europe are hard to tell apart.
    int bonus = isMostlyAscii(bytes) ? FOR_THE_WEST : 0;
    return Arrays.stream(detector.detectAll())
        .sorted(Comparator.comparingInt(match -> -confidence(match, bonus)))
        .filter(match -> confidence(match, bonus) >= CONFIDENT)
        .map(match -> Encoding.named(match.getName()))
        .filter(charset -> charset != null)
        .filter(charset -> isText(Encoding.strictly(bytes, 0, charset)));
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

  private static boolean isText(Encoding.Decoded decoded) {
    return decoded.error() == null && !hasControls(decoded.text());
  }

  private static boolean hasControls(String text) {
    return text.chars()
        .anyMatch(
            c ->
                c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'
                    || c >= 0x7f && c < 0xa0);
  }
}
