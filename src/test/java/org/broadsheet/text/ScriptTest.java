package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ночные паромы снова ходят      | cyrillic   | ru
          Τα νυχτερινά πλοία επέστρεψαν  | greek      | el
          عادت العبارات الليلية          | arabic     | ar
          המעבורות חזרו לשוט             | hebrew     | he
          เรือข้ามฟากกลับมาแล้ว              | thai       | th
          야간 여객선이 다시 운항한다       | hangul     | ko
          夜間フェリーが再開              | kana       | ja
          夜間連絡船運航再開、港湾当局が発表 | kana     | ja
          夜间渡轮恢复通航                | han        | zh
          रात की नावें फिर चलीं              | devanagari | hi
          Night ferries return, 3.5%     | latin      |
          Паром «Sea Star» вернулся      | cyrillic   | ru
          """)
  void isThatOfMostLetters(String text, String script, String language) {
    assertEquals(script, Script.of(text));
    assertEquals(language, Script.usualLanguage(script));
  }

  /** Digits, and the long mark that kana share, are in no script of their own. */
  @Test
  void aTextWithoutLettersHasNone() {
    for (String text : new String[] {"", "3,5 - 4!", "😀", "ー"}) {
      assertEquals(Script.NONE, Script.of(text));
    }
    assertNull(Script.usualLanguage(Script.NONE));
  }
}
