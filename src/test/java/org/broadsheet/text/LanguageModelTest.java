package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.broadsheet.table.Resources;
import org.junit.jupiter.api.Test;

/** The model says what OpenNLP's own detector says. */
class LanguageModelTest {

  private static final List<String> TEXTS =
      List.of(
          "The harbour was closed on Friday, and ferries waited outside.",
          "Der Hafen war am Freitag geschlossen; die Fähren warteten draußen.",
          "Le port était fermé vendredi et les ferries attendaient au large.",
          "Гавань в пятницу была закрыта, паромы ждали снаружи.",
          "港は金曜日に閉鎖され、フェリーは沖で待っていた。",
          "항구는 금요일에 폐쇄되었고 여객선은 밖에서 기다렸다.",
          "أُغلق الميناء يوم الجمعة وانتظرت العبارات في الخارج.",
          "HAHAHAHA soooooo goooood :-) RT @ferry #harbour https://post.example/a?b=1 me@post.example",
          "İSTANBUL'da ΛΙΜΑΝΙ \ud83d\ude00\ud83d\udea2 12,345 67890   tabs\t\tand\n\n\nlines",
          "well-known half-way co-op: 12:30, a@b",
          "ＦＵＬＬＷＩＤＴＨ ｌｅｔｔｅｒｓ and \ufb01ligatures, \ue000 of one's own",
          "a",
          "",
          "x".repeat(500),
          "\ud83d lone surrogate \udc00");

  private static LanguageDetectorME detector() throws IOException {
    try (InputStream in = Resources.open("langdetect-183.bin")) {
      return new LanguageDetectorME(new LanguageDetectorModel(in));
    }
  }

  /** The sample's articles, and cuttings from all texts. */
  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>(TEXTS);
    try (Stream<Path> files = Files.walk(Path.of("data"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    Random random = new Random(5);
    int whole = texts.size();
    for (int i = 0; i < 300; i++) {
      String text = texts.get(random.nextInt(whole));
      String other = texts.get(random.nextInt(whole));
      texts.add(cutting(text, random) + " " + cutting(other, random));
    }
    return texts;
  }

  private static String cutting(String text, Random random) {
    int start = random.nextInt(text.length() + 1);
    return text.substring(start, Math.min(text.length(), start + random.nextInt(200)));
  }

  @Test
  void theAnswerDoesNotDependOnEarlierTexts() throws IOException {
    LanguageModel used = new LanguageModel();
    LanguageModel forgetful = new LanguageModel(50);
    for (String text : texts().subList(0, 60)) {
      LanguageModel.Best fresh = new LanguageModel().best(text);
      assertEquals(fresh, used.best(text), text);
      assertEquals(fresh, forgetful.best(text), text);
    }
  }

  @Test
  void sameLanguageAndProbability() throws IOException {
    LanguageDetectorME detector = detector();
    LanguageModel model = new LanguageModel();
    for (String text : texts()) {
      var expected = detector.predictLanguage(text);
      LanguageModel.Best best = model.best(text);
      assertEquals(expected.getLang(), best.code(), text);
      assertEquals(expected.getConfidence(), best.probability(), 1e-12, text);
    }
  }
}
