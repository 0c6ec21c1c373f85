package org.broadsheet.ingest.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * In which encodings the bytes of an RTF file are: that of the file, or that of the font they are
 * printed in.
 */
final class RtfEncoding {

  /** The character sets of fonts, as code pages of Windows. 0 and 1 are the one of the file. */
  private static final Map<Integer, Integer> PAGE_OF_CHARSET =
      Map.ofEntries(
          Map.entry(77, 10_000),
          Map.entry(128, 932),
          Map.entry(129, 949),
          Map.entry(130, 1361),
          Map.entry(134, 936),
          Map.entry(136, 950),
          Map.entry(161, 1253),
          Map.entry(162, 1254),
          Map.entry(163, 1258),
          Map.entry(177, 1255),
          Map.entry(178, 1256),
          Map.entry(186, 1257),
          Map.entry(204, 1251),
          Map.entry(222, 874),
          Map.entry(238, 1250));

  /** Code pages that are not called {@code windows-} and their number. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(437, "IBM437"),
          Map.entry(850, "IBM850"),
          Map.entry(852, "IBM852"),
          Map.entry(866, "IBM866"),
          Map.entry(874, "x-windows-874"),
          Map.entry(932, "windows-31j"),
          Map.entry(936, "GBK"),
          Map.entry(949, "x-windows-949"),
          Map.entry(950, "x-windows-950"),
          Map.entry(1361, "x-Johab"),
          Map.entry(10_000, "x-MacRoman"),
          Map.entry(10_007, "x-MacCyrillic"),
          Map.entry(65_001, "UTF-8"));

  private static final Set<Integer> DOUBLE_BYTE = Set.of(932, 936, 949, 950, 1361);

  private static final int WESTERN = 1252;

  private final Map<Integer, Integer> fonts = new HashMap<>();
  private int page = WESTERN;

  /** The file names its code page. */
  void page(int number) {
    page = charset(number) == null ? page : number;
  }

  /** The file names the character set of a font. */
  void font(int font, int charset) {
    Integer known = PAGE_OF_CHARSET.get(charset);
    if (known != null) {
      fonts.put(font, known);
    }
  }

  /** The code page of what is printed in a font. */
  int pageOf(int font) {
    return fonts.getOrDefault(font, page);
  }

  /** Whether a byte is the first of two. */
  static boolean isLead(int page, int value) {
    return DOUBLE_BYTE.contains(page)
        && value > 0x80
        && value < 0xff
        && !(page == 932 && value >= 0xa0 && value < 0xe0);
  }

  /** The text of bytes in a code page; each byte a letter where they are not valid in it. */
  static String decoded(byte[] bytes, int page) {
    try {
      return charset(page).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static Charset charset(int page) {
    try {
      return Charset.forName(NAMES.getOrDefault(page, "windows-" + page));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
