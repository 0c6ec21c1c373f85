package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

  private static final String ENGLISH =
      "The harbour authority said on Tuesday that the night ferries will sail again from the first"
          + " of March, after dockers and the company agreed on shorter shifts and a small rise in"
          + " pay. The strike had lasted for three weeks, and hundreds of lorries had been waiting"
          + " along the coast road. Islanders greeted the news with relief and some impatience.";

  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Die Hafenbehörde teilte am Dienstag mit, dass die Nachtfähren ab dem ersten März wieder fahren. Der Streik hatte drei Wochen gedauert, und Hunderte von Lastwagen warteten an der Küstenstraße. Die Bewohner der Insel nahmen die Nachricht mit Erleichterung auf, auch wenn viele von ihnen weiter auf eine höhere Zahl von Abfahrten hoffen.
          fr | L'autorité portuaire a annoncé mardi que les traversées de nuit reprendront le premier mars, après un accord entre les dockers et la compagnie. La grève avait duré trois semaines et des centaines de camions attendaient le long de la côte. Les habitants de l'île ont accueilli la nouvelle avec soulagement et un peu d'impatience, ont-ils dit.
          es | La autoridad portuaria anunció el martes que los transbordadores nocturnos volverán a navegar el primero de marzo, después de un acuerdo entre los estibadores y la empresa. La huelga había durado tres semanas y cientos de camiones esperaban en la carretera de la costa. Los habitantes de la isla recibieron la noticia con alivio y algo de impaciencia.
          ru | Портовые власти сообщили во вторник, что ночные паромы снова начнут ходить с первого марта, после того как докеры и компания договорились о более коротких сменах. Забастовка продолжалась три недели, и сотни грузовиков стояли вдоль дороги на побережье. Жители острова встретили эту новость с облегчением и некоторым нетерпением, говорят они.
          tr | Liman idaresi salı günü yaptığı açıklamada, işçiler ile şirketin daha kısa vardiyalar konusunda anlaşmasının ardından gece feribotlarının bir martta yeniden sefere başlayacağını bildirdi. Grev üç hafta sürmüş ve yüzlerce kamyon sahil yolunda beklemişti. Ada sakinleri haberi rahatlama ve biraz da sabırsızlıkla karşıladı, dediler onlar bugün.
          """)
  void knowsTheLanguageOfALongText(String code, String text) {
    LanguageDetector.Detected detected = detector.detect(text);
    assertEquals(code, detected.code());
    assertTrue(text.length() >= LanguageDetector.CHARACTERS, "the test's own text is long");
    assertTrue(detected.confident(), code + " " + detected.confidence());
    assertTrue(detected.confidence() > 0.5 && detected.confidence() <= 1);
  }

  @Test
  void aTextIsEvidenceFromThreeHundredCharactersOn() {
    String exactly = ENGLISH.substring(0, LanguageDetector.CHARACTERS);
    assertEquals("en", detector.detect(exactly).code());
    assertTrue(detector.detect(exactly).confident());
    LanguageDetector.Detected shorter = detector.detect(exactly.substring(1));
    assertEquals("en", shorter.code());
    assertFalse(shorter.confident(), "299 characters");
  }

  @Test
  void countsCharactersNotUnits() {
    // 299 characters in more than 300 units.
    String text = "😀".repeat(20) + ENGLISH.substring(0, 279);
    assertTrue(text.length() >= LanguageDetector.CHARACTERS);
    assertFalse(detector.detect(text).confident());
  }

  @Test
  void looksAtTheBeginningOnly() {
    String start = ENGLISH.substring(0, LanguageDetector.CHARACTERS);
    LanguageDetector.Detected alone = detector.detect(start);
    assertEquals(alone, detector.detect(start + " und nun geht es auf Deutsch weiter".repeat(50)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "12,345 - 67.8 %", "😀😀😀", "…!?"})
  void aTextWithoutLettersIsUnknown(String text) {
    assertEquals(
        new LanguageDetector.Detected(Language.UNKNOWN, 0, false), detector.detect(text), text);
  }

  @Test
  void survivesHalfASurrogatePairAtTheEnd() {
    String text = "a" + "😀".repeat(400);
    assertFalse(detector.detect(text).confidence() > 1);
    assertFalse(detector.detect("abc \ud83d").confident());
  }

  @Test
  void aStartFullOfNamesIsFollowedByASecondLook() {
    String names =
        "Ivo Qarras, Mila Tenov, Oskar Brandt, Lucia Perez, Jan Novak, Ali Demir. ".repeat(5);
    assertFalse(detector.detect(names).confident());
    LanguageDetector.Detected detected = detector.detect(names + ENGLISH.repeat(5));
    assertEquals("en", detected.code());
    assertTrue(detected.confident());
  }
}
