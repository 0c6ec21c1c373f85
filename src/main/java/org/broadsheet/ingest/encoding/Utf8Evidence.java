package org.broadsheet.ingest.encoding;

import java.nio.charset.Charset;

/**
 * How much of a text is UTF-8. In any other encoding, letters beyond ASCII hardly ever form the
 * sequences that UTF-8 asks for.
 *
 * @param characters the characters beyond ASCII that are valid UTF-8
 * @param faults the bytes beyond ASCII that are not
 */
record Utf8Evidence(int characters, int faults) {

  /** So many valid characters for one fault make it a fault in UTF-8. */
  private static final int MOSTLY = 4;

  /** Characters of two bytes each may look like UTF-8 in a short text, but hardly so many. */
  private static final int BEYOND_CHANCE = 8;

  /** Characters that tell UTF-8 from an encoding that is declared for a whole document. */
  static final int OF_DOCUMENT = 1;

  /** Characters that tell it from the encoding that the job names for lines. */
  static final int OF_LINES = 3;

  static Utf8Evidence of(byte[] bytes) {
    int characters = 0;
    int faults = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        int more = following(bytes, i);
        characters += more > 0 ? 1 : 0;
        faults += more < 0 ? 1 : 0;
        i += Math.max(0, more);
      }
    }
    return new Utf8Evidence(characters, faults);
  }

  /** How many bytes follow in a valid character; none if the text ends in it; -1 for a fault. */
  private static int following(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int more = lead < 0xc2 || lead > 0xf4 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    for (int i = 1; i <= more; i++) {
      if (at + i == bytes.length) {
        return 0;
      }
      int next = bytes[at + i] & 0xff;
      if (next < 0x80 || next > 0xbf || i == 1 && isRefused(lead, next)) {
        return -1;
      }
    }
    return more;
  }

  /** Forms that are longer than they need be, surrogates, and what is beyond Unicode. */
  private static boolean isRefused(int lead, int next) {
    return switch (lead) {
      case 0xe0 -> next < 0xa0;
      case 0xed -> next > 0x9f;
      case 0xf0 -> next < 0x90;
      case 0xf4 -> next > 0x8f;
      default -> false;
    };
  }

  /**
   * Whether the text is in UTF-8 though it is said to be in another encoding. A few broken bytes
   * may be in UTF-8 as well, unless the other one has characters of several bytes.
   *
   * @param said the other encoding
   * @param fewest how many characters of UTF-8 tell it from an encoding of single bytes
   */
  boolean contradicts(Charset said, int fewest) {
    if (characters < fewest) {
      return false;
    }
    boolean isBeyondChance = characters >= BEYOND_CHANCE;
    return faults == 0
        ? isBeyondChance || isSingleByte(said)
        : isBeyondChance && isMostly() && isSingleByte(said);
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
  }

  /** Whether the text is in UTF-8, though broken in places. */
  boolean isMostly() {
    return characters > MOSTLY * faults;
  }
}
