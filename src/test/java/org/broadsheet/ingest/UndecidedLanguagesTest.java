package org.broadsheet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.Script;
import org.junit.jupiter.api.Test;

class UndecidedLanguagesTest {

  private final List<UndecidedLanguages.LanguageCount> counts = new ArrayList<>();

  private void add(String source, String script, String language, String guess, int articles) {
    counts.add(
        new UndecidedLanguages.LanguageCount(
            source, script, language, guess, articles, 100L * articles));
  }

  private String of(String source, String script) {
    return new UndecidedLanguages(counts).of(source, script);
  }

  @Test
  void isTheMostFrequentOneOfTheSourceInItsScript() {
    add("a.example", "latin", "en", "en", 90);
    add("a.example", "cyrillic", "uk", "uk", 3);
    add("a.example", "cyrillic", "bg", "bg", 2);
    add("a.example", "cyrillic", null, "mk", 1);
    add("b.example", "cyrillic", "ru", "ru", 50);
    assertEquals("uk", of("a.example", "cyrillic"));
    assertEquals("en", of("a.example", "latin"));
  }

  @Test
  void isElseThatOfTheCorpusInItsScript() {
    add("a.example", "latin", "en", "en", 90);
    add("a.example", "cyrillic", null, "mk", 1);
    add("b.example", "cyrillic", "bg", "bg", 2);
    assertEquals("bg", of("a.example", "cyrillic"));
  }

  @Test
  void isElseTheUsualOneOfTheScript() {
    add("unknown", "latin", "en", "en", 90);
    for (String script : List.of("cyrillic", "greek", "kana", "hangul", "han")) {
      add("unknown", script, null, "und", 1);
    }
    assertEquals("ru", of("unknown", "cyrillic"));
    assertEquals("el", of("unknown", "greek"));
    assertEquals("ja", of("unknown", "kana"));
    assertEquals("ko", of("unknown", "hangul"));
    assertEquals("zh", of("unknown", "han"));
  }

  /** As much text as one article must have tells a language without one that is sure. */
  @Test
  void manyGuessesAreEvidence() {
    add("a.example", "cyrillic", null, "uk", 3);
    add("b.example", "cyrillic", null, "mk", 1);
    assertEquals("uk", of("a.example", "cyrillic"));
    assertEquals("uk", of("b.example", "cyrillic"));
  }

  /** Many languages share the Latin script: there, the best guess is better than none. */
  @Test
  void latinIsGuessed() {
    add("a.example", "cyrillic", "ru", "ru", 90);
    add("a.example", "latin", null, "cs", 1);
    assertEquals("cs", of("a.example", "latin"));
  }

  @Test
  void aTextWithoutLettersIsInTheLanguageOfTheOthers() {
    add("a.example", "cyrillic", "ru", "ru", 90);
    add("a.example", Script.NONE, null, "und", 1);
    assertEquals("ru", of("a.example", Script.NONE));
  }
}
