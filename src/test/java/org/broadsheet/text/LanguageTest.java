package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "EN, en",
    "' en ', en",
    "en-GB, en",
    "en_US, en",
    "eng, en",
    "English, en",
    "english, en",
    "ENGLISH, en",
    "'English (UK)', en",
    "de-AT, de",
    "deu, de",
    "ger, de",
    "German, de",
    "Deutsch, de",
    "fre, fr",
    "fra, fr",
    "Français, fr",
    "español, es",
    "Spanish, es",
    "русский, ru",
    "rus, ru",
    "zh-Hant-TW, zh",
    "chi, zh",
    "cmn, zh",
    "'Chinese (Simplified)', zh",
    "pt-br, pt",
    "nob, no",
    "nb, no",
    "nn-NO, no",
    "Norwegian, no",
    "iw, he",
    "heb, he",
    "Hebrew, he",
    "in, id",
    "ind, id",
    "Indonesian, id",
    "ji, yi",
    "Yiddish, yi",
    "Türkçe, tr",
    "gsw, gsw",
    "ast-ES, ast"
  })
  void readsCodesAndNames(String printed, String code) {
    assertEquals(code, Language.code(printed));
  }

  @ParameterizedTest
  @CsvSource({"Norwegian Bokmål, no", "Norwegian Nynorsk, no", "nno, no", "pes, fa", "ckb, ku"})
  void bringsVarietiesToOneCodeHoweverPrinted(String printed, String code) {
    assertEquals(code, Language.code(printed));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "und", "UND", "-"})
  void findsNothingInNothing(String printed) {
    assertNull(Language.code(printed), printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "None", "n/a", "xx", "12", "q", "Klingonese"})
  void doesNotInventACode(String printed) {
    assertNull(Language.code(printed), printed);
  }

  /** One language has one code, whichever of Java's names and codes it is printed by. */
  @Test
  void aCodeIsTheCodeOfItself() {
    for (String iso : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(iso);
      Set<String> printed =
          Set.copyOf(
              List.of(
                  iso,
                  locale.getISO3Language(),
                  locale.getDisplayLanguage(Locale.ENGLISH),
                  locale.getDisplayLanguage(locale)));
      for (String name : printed) {
        String code = Language.code(name);
        if (code != null) {
          assertEquals(code, Language.code(code), name);
          assertTrue(code.matches("[a-z]{2,3}"), name + " gives " + code);
        }
      }
      assertEquals(
          Language.code(iso), Language.code(locale.getDisplayLanguage(Locale.ENGLISH)), iso);
    }
  }
}
