package org.broadsheet.ingest.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.encoding.Encoding;

/**
 * Reads the text of an RTF file (Rich Text Format 1.9.1) from its start to its end: a blank line
 * after each paragraph, a tab between the cells of a table, whose rows are lines.
 */
final class RtfText {

  private static final int DEEPEST = 10_000;
  private static final int LONGEST_WORD = 32;
  private static final int LARGEST_PARAMETER = 1 << 24;
  private static final int UTF_8 = 65_001;

  /** What opens a group that is no text of the document. So does any word after an asterisk. */
  private static final Set<String> SKIPPED =
      Set.of(
          ("fonttbl filetbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl info header headerl headerr"
                  + " headerf footer footerl footerr footerf footnote ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn"
                  + " annotation atnid atnauthor atntime atnicn pict object nonshppict shp do fldinst bkmkstart bkmkend"
                  + " xe tc rxe txe pntext pntxta pntxtb listtext themedata colorschememapping latentstyles datastore"
                  + " generator template nonesttables private xmlnstbl")
              .split(" "));

  /** What stands for characters. */
  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("line", "\n"),
          Map.entry("lbr", "\n"),
          Map.entry("tab", "\t"),
          Map.entry("cell", "\t"),
          Map.entry("nestcell", "\t"),
          Map.entry("row", "\n"),
          Map.entry("nestrow", "\n"),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("bullet", "•"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("qmspace", " "));

  /** What a group inherits from the one around it. */
  private static final class GroupState {
    private boolean skipped;
    private boolean fonts;
    private boolean hidden;
    private int font;
    private int fallback = 1;

    private GroupState inherited() {
      GroupState inner = new GroupState();
      inner.skipped = skipped;
      inner.fonts = fonts;
      inner.hidden = hidden;
      inner.font = font;
      inner.fallback = fallback;
      return inner;
    }
  }

  private final byte[] rtf;
  private final DocumentText text;
  private final RtfEncoding encoding = new RtfEncoding();
  private final boolean isUtf8;
  private final Deque<GroupState> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private GroupState group = new GroupState();
  private int at;

  /** The code page of the bytes that are not decoded yet. */
  private int page = encoding.pageOf(0);

  private boolean afterLead;
  private boolean inTable;
  private int defaultFont;
  private int namedFont;

  /** How many characters follow that stand in for the one before, for programs without it. */
  private int standIns;

  private RtfText(byte[] rtf, int most) {
    this.rtf = rtf;
    this.text = new DocumentText(most);
    this.isUtf8 = Encoding.isUtf8(rtf);
  }

  /**
   * The text of a file.
   *
   * @param rtf its bytes
   * @param most how many characters at most
   * @return the text
   */
  static String of(byte[] rtf, int most) throws IOException {
    RtfText reader = new RtfText(rtf, most);
    reader.read();
    return reader.text.toString();
  }

  private void read() throws IOException {
    while (at < rtf.length) {
      int next = rtf[at++] & 0xff;
      switch (next) {
        case '{' -> open();
        case '}' -> close();
        case '\\' -> control();
        case '\r', '\n', 0 -> {
          // Files are broken into lines anywhere.
        }
        default -> character(next, next < 0x80 || !isUtf8 ? encoding.pageOf(group.font) : UTF_8);
      }
    }
    flush();
  }

  private void open() throws IOException {
    if (outer.size() >= DEEPEST) {
      throw new IOException("its groups lie in one another more than " + DEEPEST + " deep");
    }
    flush();
    standIns = 0;
    outer.push(group);
    group = group.inherited();
  }

  private void close() throws IOException {
    flush();
    standIns = 0;
    group = outer.isEmpty() ? group : outer.pop();
  }

  private void control() throws IOException {
    int next = at < rtf.length ? rtf[at] : ' ';
    if (isLetter(next)) {
      word();
      return;
    }
    at++;
    switch (next) {
      case '\'' -> hexadecimal();
      case '*' -> group.skipped = true;
      case '~' -> append("\u00a0");
      case '_' -> append("-");
      case '\r', '\n' -> endParagraph();
      case '\\', '{', '}' -> character(next, page);
      default -> {
        // Where a word may be broken, and marks of indexes.
      }
    }
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private void hexadecimal() throws IOException {
    int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
    int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
    if (high >= 0 && low >= 0) {
      at += 2;
      character(16 * high + low, encoding.pageOf(group.font));
    }
  }

  /** A byte of text: of a letter of two bytes, the second one may be written as it is. */
  private void character(int value, int codePage) throws IOException {
    if (standIns > 0) {
      standIns--;
      return;
    }
    if (group.skipped || group.hidden) {
      return;
    }
    if (value < 0x80 && !afterLead) {
      flush();
      text.append((char) value);
      return;
    }
    if (codePage != page && !afterLead) {
      flush();
      page = codePage;
    }
    bytes.write(value);
    afterLead = !afterLead && RtfEncoding.isLead(page, value);
  }

  private void flush() throws IOException {
    afterLead = false;
    if (bytes.size() > 0) {
      text.append(RtfEncoding.decoded(bytes.toByteArray(), page));
      bytes.reset();
    }
  }

  private void append(String characters) throws IOException {
    flush();
    if (!group.skipped && !group.hidden) {
      text.append(characters);
    }
  }

  private void endParagraph() throws IOException {
    append(inTable ? "\n" : "\n\n");
  }

  private void word() throws IOException {
    int start = at;
    while (at < rtf.length && isLetter(rtf[at]) && at - start < LONGEST_WORD) {
      at++;
    }
    String word = new String(rtf, start, at - start, StandardCharsets.US_ASCII);
    boolean isNegative = at + 1 < rtf.length && rtf[at] == '-' && isDigit(rtf[at + 1]);
    at += isNegative ? 1 : 0;
    int digits = at;
    int value = 0;
    while (at < rtf.length && isDigit(rtf[at])) {
      value = Math.min(LARGEST_PARAMETER, 10 * value + rtf[at++] - '0');
    }
    Integer parameter = at == digits ? null : isNegative ? -value : value;
    at += at < rtf.length && rtf[at] == ' ' ? 1 : 0;
    flush();
    take(word, parameter);
  }

  private void take(String word, Integer parameter) throws IOException {
    int value = parameter == null ? 0 : parameter;
    if (standIns > 0) {
      standIns -= word.equals("u") ? 0 : 1;
    }
    if (word.equals("bin")) {
      at = Math.min(rtf.length, at + Math.max(0, value));
    } else if (SKIPPED.contains(word)) {
      group.skipped = true;
      group.fonts |= word.equals("fonttbl");
    } else if (group.fonts) {
      takeFont(word, value);
    } else if (!takeSetting(word, value, parameter == null || value != 0)) {
      takeText(word, value);
    }
  }

  private void takeFont(String word, int value) {
    switch (word) {
      case "f" -> namedFont = value;
      case "fcharset" -> encoding.font(namedFont, value);
      default -> {
        // How the font looks.
      }
    }
  }

  private boolean takeSetting(String word, int value, boolean on) {
    switch (word) {
      case "ansicpg" -> encoding.page(value);
      case "mac" -> encoding.page(10_000);
      case "pc" -> encoding.page(437);
      case "pca" -> encoding.page(850);
      case "deff" -> {
        defaultFont = value;
        group.font = value;
      }
      case "f" -> group.font = value;
      case "plain" -> {
        group.font = defaultFont;
        group.hidden = false;
      }
      case "v", "deleted" -> group.hidden = on;
      case "uc" -> group.fallback = Math.max(0, value);
      case "pard" -> inTable = false;
      case "intbl" -> inTable = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void takeText(String word, int value) throws IOException {
    switch (word) {
      case "par", "sect", "page" -> endParagraph();
      case "u" -> {
        append(unicode(value));
        standIns = group.fallback;
      }
      default -> {
        String characters = CHARACTERS.get(word);
        if (characters != null) {
          append(characters);
        }
      }
    }
  }

  /** Numbers above 32,767 are written as negative ones. */
  private static String unicode(int value) {
    int code = value < 0 ? value + (1 << 16) : value;
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }
}
