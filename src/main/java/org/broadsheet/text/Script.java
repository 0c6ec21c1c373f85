package org.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The script of a text, and the language that is usual in that script. */
public final class Script {

  /** The script of a text without letters. */
  public static final String NONE = "none";

  /** Japanese text has at least one kana for so many Han characters. */
  private static final int MOST_HAN = 20;

  /** The usual language by script; scripts of many languages, such as Latin, have none. */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("cyrillic", "ru"),
          Map.entry("greek", "el"),
          Map.entry("arabic", "ar"),
          Map.entry("hebrew", "he"),
          Map.entry("thai", "th"),
          Map.entry("hangul", "ko"),
          Map.entry("kana", "ja"),
          Map.entry("han", "zh"),
          Map.entry("bopomofo", "zh"),
          Map.entry("devanagari", "hi"),
          Map.entry("bengali", "bn"),
          Map.entry("gurmukhi", "pa"),
          Map.entry("gujarati", "gu"),
          Map.entry("oriya", "or"),
          Map.entry("tamil", "ta"),
          Map.entry("telugu", "te"),
          Map.entry("kannada", "kn"),
          Map.entry("malayalam", "ml"),
          Map.entry("sinhala", "si"),
          Map.entry("lao", "lo"),
          Map.entry("khmer", "km"),
          Map.entry("myanmar", "my"),
          Map.entry("tibetan", "bo"),
          Map.entry("georgian", "ka"),
          Map.entry("armenian", "hy"),
          Map.entry("ethiopic", "am"),
          Map.entry("thaana", "dv"));

  private Script() {}

  /**
   * Finds the script of most letters among the first {@value LanguageDetector#CHARACTERS}
   * characters.
   *
   * @param text the text
   * @return Unicode's name in lower case; {@code kana} for Japanese, whatever its share of Han;
   *     {@link #NONE} for a text without letters
   */
  public static String of(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .limit(LanguageDetector.CHARACTERS)
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .forEach(script -> letters.merge(script, 1, Integer::sum));
    int kana =
        letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
    UnicodeScript most = null;
    for (Map.Entry<UnicodeScript, Integer> entry : letters.entrySet()) {
      most = most == null || entry.getValue() > letters.get(most) ? entry.getKey() : most;
    }
    if (most == UnicodeScript.HIRAGANA || most == UnicodeScript.KATAKANA) {
      return "kana";
    }
    boolean japanese = most == UnicodeScript.HAN && kana * MOST_HAN >= letters.get(most);
    return most == null ? NONE : japanese ? "kana" : most.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds the language of most texts in a script.
   *
   * @param script see {@link #of}
   * @return its code; null where there is no such language
   */
  public static String usualLanguage(String script) {
    return USUAL.get(script);
  }
}
