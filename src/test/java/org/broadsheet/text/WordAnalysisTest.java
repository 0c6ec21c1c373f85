package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.broadsheet.table.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordAnalysisTest {

  private static String term(String language, String word) {
    return WordAnalysis.of(language, AnalysisSettings.DEFAULT).term(word);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Israel's, israel",
        "Israel’s, israel",
        "Israelʼs, israel",
        "Israel＇s, israel",
        "ISRAEL'S, israel",
        "Ferries, ferries",
        "comp.graphics, comp.graphics",
        "O'Neill, o'neill",
        "O’Neill, o'neill",
        "3rd, 3rd",
        "covid19, covid19",
        "boss's, boss",
        "gov\u00ADernment, government",
      })
  void anEnglishWordCountsInLowerCaseWithoutPossessive(String word, String term) {
    assertEquals(term, term("en", word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the", "The", "AND", "it's", "It’s", "don't", "DON’T", "also", "However", "will", "who's",
        "let's", "ain't", "it’ll", "s"
      })
  void aStopWordOfEnglishDoesNotCount(String word) {
    assertNull(term("en", word), word);
  }

  /** As newspapers print them today, whatever the spelling of the stop list. */
  @ParameterizedTest
  @CsvSource({
    "fa, این که یک می برای های",
    "el, της είναι στις από τους ότι ΤΗΣ",
    "sr, да на се и je u na što",
    "ro, și şi acești aceşti totuși dintr",
    "de, dass daß muss DASS",
    "hy, և",
    "hi, में के लिए",
    "ar, في من",
    "pl, no on jest się oraz",
    "uk, що та він було",
    "zh, 的 是 表示",
    "ja, の です している",
    "ko, 것은 이번",
  })
  void aStopWordDoesNotCountInAnySpelling(String language, String words) {
    WordAnalysis analysis = WordAnalysis.of(language, AnalysisSettings.DEFAULT);
    for (String word : words.split(" ")) {
      assertNull(analysis.term(word), word);
    }
  }

  @ParameterizedTest
  @CsvSource({"ro, fată", "de, masse", "el, ποσό", "sr, вода"})
  void aWordThatOnlyLooksLikeOneCounts(String language, String word) {
    assertEquals(word, term(language, word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020", "3.5", "1,000", "²", "½", "٣", "😀", "_"})
  void aWordWithoutALetterDoesNotCount(String word) {
    assertNull(term("en", word), word);
    assertNull(term("xx", word), word);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "fr, l'eau, eau",
        "fr, L’Équipe, équipe",
        "fr, qu'Emmanuel, emmanuel",
        "fr, aujourd'hui, aujourd'hui",
        "fr, d’Artagnan, artagnan",
        "it, dell'acqua, acqua",
        "it, l’Aquila, aquila",
        "it, un'isola, isola",
        "ca, l'aigua, aigua",
        "en, l'eau, l'eau",
        "de, Israel's, israel's",
        "xx, l'eau, l'eau"
      })
  void anArticleWrittenOntoAWordIsRemovedWhereTheLanguageHasIt(
      String language, String word, String term) {
    assertEquals(term, term(language, word));
  }

  @Test
  void whatFollowsAnElisionMayBeAStopWord() {
    assertNull(term("fr", "qu'il"));
    assertNull(term("fr", "d’une"));
  }

  @Test
  void turkishLowersItsTwoLettersIApart() {
    assertEquals("istanbul", term("tr", "İSTANBUL"));
    assertEquals("ısparta", term("tr", "ISPARTA"));
    assertEquals("isparta", term("en", "ISPARTA"));
  }

  @ParameterizedTest
  @CsvSource({"ﬁnance, finance", "Ｆｅｒｒｙ, ferry", "cafe\u0301, café", "𝔸bc, abc", "ＡＢＣ１, abc1"})
  void formsOfOneWordInUnicodeAreOneTerm(String word, String term) {
    assertEquals(term, term("en", word));
    assertEquals(term, term("xx", word));
  }

  @Test
  void stemmingIsOnlyDoneWhereAsked() {
    WordAnalysis stemming = WordAnalysis.of("en", new AnalysisSettings(true, List.of()));
    assertEquals("ferri", stemming.term("Ferries"));
    assertEquals("ferri", stemming.term("ferry’s"));
    assertEquals("ferries", term("en", "Ferries"));
    assertNull(stemming.term("the"), "stop words are known before they are stemmed");
    assertEquals(
        "ferries",
        WordAnalysis.of("xx", new AnalysisSettings(true, List.of())).term("Ferries"),
        "no stemmer");
    assertEquals("häuser", term("de", "Häuser"));
    assertEquals(
        "haus", WordAnalysis.of("de", new AnalysisSettings(true, List.of())).term("Häuser"));
  }

  @ParameterizedTest
  @CsvSource({"정부는, 정부", "대통령이, 대통령", "서울에서, 서울", "발표했다, 발표", "경제성장률을, 경제성장률", "아름다운, 아름다운"})
  void koreanWordsLoseTheirParticles(String word, String term) {
    assertEquals(term, term("ko", word));
  }

  /** One sign may stand for four words: a term of one word has no space all the same. */
  @Test
  void aWordHasNoSpace() {
    assertEquals("صلىاللهعليهوسلم", term("ar", "ﷺ"));
  }

  @Test
  void stopWordsOfTheUserDoNotCount() {
    WordAnalysis analysis =
        WordAnalysis.of("en", new AnalysisSettings(true, List.of("Said", "ferries")));
    assertNull(analysis.term("said"));
    assertNull(analysis.term("FERRIES"));
    assertEquals("ferri", analysis.term("ferry"));
    assertNull(analysis.term("the"));
  }

  @Test
  void anUnknownLanguageHasNoStopWords() {
    assertEquals("the", term("xx", "The"));
    assertEquals("israel's", term(Language.UNKNOWN, "Israel’s"));
  }

  @ParameterizedTest
  @CsvSource({"en, the", "de, und", "fr, les", "es, los", "ru, что", "tr, ve", "no, ikke"})
  void otherLanguagesHaveStopWordsOfTheirOwn(String language, String word) {
    assertNull(term(language, word));
    assertNotNull(term("xx", word));
  }

  static Stream<String> declaredLanguages() {
    return Resources.yaml("languages.yaml", new TypeReference<Map<String, Object>>() {})
        .keySet()
        .stream();
  }

  /**
   * Each stop list and stemmer is there; a term is never blank, and the same word gives it again.
   */
  @ParameterizedTest
  @MethodSource("declaredLanguages")
  void everyDeclaredLanguageLoadsAndAnalyses(String language) {
    assertEquals(language, Language.code(language), "the key is the code that articles have");
    for (boolean stems : new boolean[] {false, true}) {
      WordAnalysis analysis = WordAnalysis.of(language, new AnalysisSettings(stems, List.of()));
      Random random = new Random(19);
      TextScanner scanner = new TextScanner();
      TextScanner.Scan scan = scanner.scan("", RandomText.of(random, 4_000), null);
      TokenSpans.SpanCursor words = new TokenSpans.SpanCursor(scan.spans());
      while (words.next()) {
        String word = scan.text().substring(words.start(), words.end());
        String term = analysis.term(word);
        if (term != null) {
          assertEquals(false, term.isBlank(), word);
          assertEquals(term, analysis.term(word), "a second time");
        }
      }
    }
  }
}
