package org.broadsheet.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PrintedTextTest {

  @Test
  void textWithoutControlCharactersStaysAsItIs() {
    String text = "A ferry\tsails.\r\n\n東京 – “naïve” 😀\u00a0\u200b";
    assertSame(text, PrintedText.withoutControls(text));
    assertEquals("", PrintedText.withoutControls(""));
  }

  @Test
  void controlCharactersGo() {
    assertEquals(
        "A ferry sails.", PrintedText.withoutControls("\u0002A fer\u0001ry\b sails.\u007f\0"));
    assertEquals("page one page two", PrintedText.withoutControls("page one\fpage two"));
    assertEquals("[31mred", PrintedText.withoutControls("\u001b[31mred"));
    for (char c = 0; c < 0xa0; c++) {
      String clean = PrintedText.withoutControls("a" + c + "b");
      boolean isKept = c == '\n' || c == '\r' || c == '\t' || c >= ' ' && c < 0x7f;
      assertEquals(isKept, clean.equals("a" + c + "b"), "character " + (int) c);
      assertFalse(clean.chars().anyMatch(k -> k == 0x7f || k >= 0x80 && k < 0xa0), clean);
    }
  }

  /** Text in windows-1252 that was read as Latin-1. */
  @Test
  void quotationMarksAndDashesComeBack() {
    assertEquals(
        "It’s “new” – €5…",
        PrintedText.withoutControls("It\u0092s \u0093new\u0094 \u0096 \u00805\u0085"));
    assertEquals("ab", PrintedText.withoutControls("a\u0081\u009db"));
  }
}
