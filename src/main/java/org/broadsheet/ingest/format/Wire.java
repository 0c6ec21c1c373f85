package org.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.MarkedBlocks;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;

/**
 * The messages that agencies send, ANPA-1312 and IPTC 7901, one after another: control characters
 * divide each into a header, a text and a trailer.
 */
final class Wire implements RecordFormat {

  /** What divides the parts of a message once its control characters are gone. */
  static final char PART_END = '\f';

  /** What divides the fields of a header. */
  static final char FIELD_END = '\t';

  private static final byte START_OF_HEADER = 1;
  private static final byte START_OF_TEXT = 2;
  private static final byte END_OF_TEXT = 3;
  private static final byte END_OF_MESSAGE = 4;
  private static final byte END_OF_INSTRUCTION = 0x0b;
  private static final byte START_OF_INSTRUCTION = 0x0c;
  private static final byte SYNCHRONOUS_IDLE = 0x16;
  private static final byte UNIT_SEPARATOR = 0x1f;
  private static final int LONGEST_HEADER = 2_000;
  private static final int LONGEST_INSTRUCTION = 200;
  private static final int FEWEST_CHARACTERS = 8;

  /** The header of IPTC 7901 where a program has taken the control characters away. */
  private static final Pattern BARE_HEADER =
      Pattern.compile(
          "^\\s*[a-z]{2,5}\\d{3,4} [1-9] [a-z]{1,3} \\d{1,5} {1,8}[a-z-]{2,10} \\d{3,4}\\s*\\n");

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return new MarkedBlocks(
        in,
        settings.maxRecordBytes(),
        new byte[] {START_OF_HEADER},
        block -> articles(block, settings.charset()));
  }

  /** Whether a file begins with the header of a message. */
  static boolean opens(byte[] head) {
    int start = 0;
    while (start < head.length && (head[start] == SYNCHRONOUS_IDLE || isLineEnd(head[start]))) {
      start++;
    }
    return start < head.length && head[start] == START_OF_HEADER
        ? isHeader(head, start + 1)
        : BARE_HEADER
            .matcher(new String(head, 0, Math.min(head.length, 100), StandardCharsets.ISO_8859_1))
            .lookingAt();
  }

  private static boolean isLineEnd(byte b) {
    return b == '\r' || b == '\n' || b == ' ';
  }

  /** Whether a few printed characters, and no zero, stand between here and the text. */
  private static boolean isHeader(byte[] head, int start) {
    int characters = 0;
    for (int i = start; i < Math.min(head.length, start + LONGEST_HEADER); i++) {
      if (head[i] == START_OF_TEXT || head[i] == 0) {
        return head[i] == START_OF_TEXT && characters >= FEWEST_CHARACTERS;
      }
      characters += Character.isLetterOrDigit(head[i]) ? 1 : 0;
    }
    return false;
  }

  /** A message whose header lost its first character has only the end of the one before it. */
  private static List<FoundArticle> articles(byte[] block, String charset) {
    List<FoundArticle> articles = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= block.length; i++) {
      if (i == block.length || block[i] == END_OF_MESSAGE) {
        byte[] message = Arrays.copyOfRange(block, start, i);
        if (articles.isEmpty() || hasText(message)) {
          articles.add(article(message, charset));
        }
        start = i + 1;
      }
    }
    return articles;
  }

  private static boolean hasText(byte[] message) {
    for (byte b : message) {
      if (b == START_OF_TEXT) {
        return true;
      }
    }
    return false;
  }

  private static FoundArticle article(byte[] message, String charset) {
    Encoding.Decoded decoded = Encoding.decode(divided(message), charset);
    return decoded.error() == null
        ? WireMessage.of(decoded.text()).article()
        : FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error());
  }

  /**
   * A message without its control characters, but for one between the parts and one between the
   * fields of a header. They are the same bytes in all encodings that agencies use.
   */
  private static byte[] divided(byte[] message) {
    ByteArrayOutputStream divided = new ByteArrayOutputStream(message.length);
    byte next = START_OF_TEXT;
    for (int i = 0; i < message.length; i++) {
      byte b = message[i];
      if (b == next && b != 0) {
        divided.write(PART_END);
        next = b == START_OF_TEXT ? END_OF_TEXT : 0;
      } else if (b == START_OF_INSTRUCTION) {
        i = endOfInstruction(message, i);
      } else if (b == UNIT_SEPARATOR) {
        divided.write(FIELD_END);
      } else if (b < 0 || b >= ' ' && b != 0x7f || b == '\n' || b == '\r' || b == '\t') {
        divided.write(b);
      }
    }
    return divided.toByteArray();
  }

  /** Where an instruction to the typesetter ends; where it begins if its line does not end it. */
  private static int endOfInstruction(byte[] message, int start) {
    int most = Math.min(message.length, start + LONGEST_INSTRUCTION);
    for (int i = start; i < most && message[i] != '\n'; i++) {
      if (message[i] == END_OF_INSTRUCTION) {
        return i;
      }
    }
    return start;
  }
}
