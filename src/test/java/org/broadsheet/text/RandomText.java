package org.broadsheet.text;

import java.util.Random;

/** Random Unicode for tests: ordinary words and marks, and whatever else a file may hold. */
public final class RandomText {

  private static final String[] PIECES = {
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    ". ",
    ".",
    "! ",
    "? ",
    "… ",
    "。",
    "’s ",
    "'s ",
    "-",
    "”",
    "“",
    "(",
    ")",
    ":",
    ", ",
    "/",
    "@",
    "#",
    "1",
    "23",
    "3.5",
    "U.S. ",
    "Dr. ",
    "e.g. ",
    "The ",
    "ferry ",
    "Ferry",
    "Israel's ",
    "l’eau ",
    "İstanbul ",
    "straße ",
    "МОСКВА ",
    "новости ",
    "東京",
    "ひらがな",
    "カタカナ",
    "한국어 ",
    "ภาษาไทย",
    "العربية ",
    "हिन्दी",
    "😀",
    "👩‍👩‍👧",
    "🇫🇷",
    "e\u0301",
    "ﬁ",
    "①",
    "\u00a0",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u2028",
    "\u0000",
    "\ufffe",
    "\ud800",
    "\udc00",
    "ﷺ",
    "ŉ",
    "𝔸𝔹",
    "𐌰𐌱𐌲",
    "http://a.example/b?c=d ",
    "_",
    "\u00ad"
  };

  private RandomText() {}

  /** A text of about so many pieces: some are fixed, some any code point, lone surrogates too. */
  public static String of(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      switch (random.nextInt(8)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        case 2 -> text.append((char) ('a' + random.nextInt(26)));
        default -> text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
