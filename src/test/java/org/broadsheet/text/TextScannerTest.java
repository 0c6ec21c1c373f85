package org.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScannerTest {

  private final TextScanner scanner = new TextScanner();

  private TextScanner.Scan body(String body) {
    return scanner.scan("", body, null);
  }

  private static List<String> words(TextScanner.Scan scan) {
    List<String> words = new ArrayList<>();
    TokenSpans.SpanCursor spans = new TokenSpans.SpanCursor(scan.spans());
    while (spans.next()) {
      words.add(scan.text().substring(spans.start(), spans.end()));
    }
    return words;
  }

  /** The words, with a bar before each that opens a sentence or heading. */
  private static String marked(TextScanner.Scan scan) {
    List<String> words = new ArrayList<>();
    TokenSpans.SpanCursor spans = new TokenSpans.SpanCursor(scan.spans());
    while (spans.next()) {
      String word = scan.text().substring(spans.start(), spans.end());
      words.add(spans.opensSentence() ? "|" + word : word);
    }
    return String.join(" ", words);
  }

  @Test
  void theAnalysedTextIsTheTitleALineBreakAndTheBody() {
    TextScanner.Scan scan =
        scanner.scan("Night ferries return", "The ferries sail. Fares rise.", null);
    assertEquals("Night ferries return\nThe ferries sail. Fares rise.", scan.text());
    assertEquals("|Night ferries return |The ferries sail |Fares rise", marked(scan));
    assertEquals(3, scan.titleWords());
    assertEquals(5, scan.words());
    assertEquals(2, scan.sentences());
    assertEquals(1, scan.paragraphs());
  }

  @Test
  void nothingIsFoundInNothing() {
    TextScanner.Scan scan = scanner.scan("", "", null);
    assertEquals("\n", scan.text());
    assertArrayEquals(new byte[0], scan.spans());
    assertEquals(List.of(0, 0, 0, 0), counts(scan));
  }

  private static List<Integer> counts(TextScanner.Scan scan) {
    return List.of(scan.titleWords(), scan.words(), scan.sentences(), scan.paragraphs());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n\n\n", " \r\n\t\r\n "})
  void whiteSpaceIsNoParagraph(String white) {
    assertEquals(List.of(0, 0, 0, 0), counts(scanner.scan(white, white, null)));
  }

  @Test
  void aParagraphWithoutWordsIsNoSentence() {
    assertEquals(List.of(0, 0, 0, 1), counts(body("* * *")));
    assertEquals(List.of(0, 4, 2, 3), counts(body("It rained.\n\n* * *\n\nIt stopped.")));
  }

  @Test
  void aTitleWithoutBodyCountsItsWords() {
    assertEquals(List.of(2, 0, 0, 0), counts(scanner.scan("Night ferries", "", null)));
    assertEquals(
        List.of(4, 2, 1, 1), counts(scanner.scan("Night ferries\nare back", "They sail.", null)));
  }

  /** A scanner is used for one article after another: nothing of the last one may stay. */
  @Test
  void forgetsTheArticleBefore() {
    TextScanner.Scan first = scanner.scan("Night ferries", "They sail. They float", null);
    scanner.scan("Other", "Something else, with more words than before.\n\nAnd more.", null);
    TextScanner.Scan again = scanner.scan("Night ferries", "They sail. They float", null);
    assertEquals(marked(first), marked(again));
    assertEquals(counts(first), counts(again));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          The ferry sails at dawn          ⇒ 5 ⇒ The/ferry/sails/at/dawn
          a well-known sea-going ferry     ⇒ 6 ⇒ a/well/known/sea/going/ferry
          tonnes rose 3.5 per cent to 1,200 ⇒ 7 ⇒ tonnes/rose/3.5/per/cent/to/1,200
          Israel's and the dog’s don't     ⇒ 5 ⇒ Israel's/and/the/dog’s/don't
          'quoted' "words" (and) [more]    ⇒ 4 ⇒ quoted/words/and/more
          the dockers' strike              ⇒ 3 ⇒ the/dockers/strike
          see https://a.example/b-c?d=1 now ⇒ 2 ⇒ see/now
          write to Jo.Doe@a-b.example.com  ⇒ 2 ⇒ write/to
          www.a.example or a@b             ⇒ 3 ⇒ or/a/b
          a.example, a news site           ⇒ 4 ⇒ a.example/a/news/site
          详见https://a.example/x。中国政府       ⇒ 4 ⇒ 详/见/中国/政府
          comp.graphics at a.b             ⇒ 3 ⇒ comp.graphics/at/a.b
          the U.S. army                    ⇒ 3 ⇒ the/U.S/army
          snake_case $5 50% #tag @name     ⇒ 5 ⇒ snake_case/5/50/tag/name
          東京 港                           ⇒ 2 ⇒ 東京/港
          中国政府表示将继续推动经济发展       ⇒ 8 ⇒ 中国/政府/表示/将/继续/推动/经济/发展
          東京都知事は会見した。               ⇒ 5 ⇒ 東京/都知事/は/会見/した
          รัฐบาลไทยประกาศมาตรการใหม่            ⇒ 5 ⇒ รัฐบาล/ไทย/ประกาศ/มาตรการ/ใหม่
          iPhone在中国 5G时代                ⇒ 5 ⇒ iPhone/在/中国/5G/时代
          한국어 신문                       ⇒ 2 ⇒ 한국어/신문
          МОСКВА, 7 окт                    ⇒ 3 ⇒ МОСКВА/7/окт
          --- … !? ***                     ⇒ 0 ⇒
          """)
  void wordsFollowTheRulesOfUnicode(String text, int count, String words) {
    List<String> expected = words == null ? List.of() : List.of(words.split("/"));
    TextScanner.Scan scan = body(text);
    assertEquals(expected, words(scan));
    assertEquals(count, scan.words());
  }

  @Test
  void wordsOfTheUserStayWhole() {
    String text = "习近平主席访问莫斯科";
    assertEquals(List.of("习", "近平", "主席", "访问", "莫斯科"), words(body(text)));
    TextScanner scanner = new TextScanner(List.of("习近平", "习近平主席", "问莫"));
    assertEquals(List.of("习近平主席", "访", "问莫", "斯", "科"), words(scanner.scan("", text, "zh")));
  }

  @Test
  void noPhraseGoesAcrossAnAddress() {
    assertEquals("|see |now", marked(body("see https://a.example/b now")));
    assertEquals(1, body("We see https://a.example/b now.").sentences());
  }

  @Test
  void aSequenceOfEmojiIsOneWord() {
    assertEquals(List.of("Yes", "👩‍👩‍👧", "🇫🇷"), words(body("Yes 👩‍👩‍👧 🇫🇷!")));
  }

  @Test
  void aCombiningMarkBelongsToItsLetter() {
    assertEquals(List.of("cafe\u0301", "noir"), words(body("cafe\u0301 noir")));
  }

  @Test
  void aWordThatIsTooLongIsCutButNeverInsideACharacter() {
    for (String letter : List.of("a", "𐌰")) {
      TextScanner.Scan scan = body("x" + letter.repeat(1_000) + " end");
      List<String> words = words(scan);
      assertEquals("end", words.get(words.size() - 1));
      assertEquals("x" + letter.repeat(1_000), String.join("", words.subList(0, words.size() - 1)));
      for (String word : words) {
        assertTrue(!Character.isLowSurrogate(word.charAt(0)), "half a character");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          It rained. It stopped.                      ⇒ 2 ⇒ |It rained |It stopped
          Did it rain? Yes! It did…                   ⇒ 3 ⇒ |Did it rain |Yes |It did
          It rained                                   ⇒ 0 ⇒ |It rained
          It rained. It stopped                       ⇒ 2 ⇒ |It rained |It stopped
          Mr. Smith met Dr. Jones at St. Paul's.      ⇒ 1 ⇒ |Mr Smith met Dr Jones at St Paul's
          The U.S. President and J. K. Rowling spoke. ⇒ 1 ⇒ |The U.S President and J K Rowling spoke
          On Oct. 7 it rained, i.e. Sunday was wet.   ⇒ 1 ⇒ |On Oct 7 it rained i.e Sunday was wet
          Prices rose 3.5 per cent.                   ⇒ 1 ⇒ |Prices rose 3.5 per cent
          Read a.example for more.                    ⇒ 1 ⇒ |Read a.example for more
          "It rained." She left.                      ⇒ 2 ⇒ |It rained |She left
          “It rained.” She left.                      ⇒ 2 ⇒ |It rained |She left
          “Stop!” he said.                            ⇒ 1 ⇒ |Stop he said
          “Stop!” He left.                            ⇒ 2 ⇒ |Stop |He left
          (It rained.) Then it stopped.               ⇒ 2 ⇒ |It rained |Then it stopped
          It rained ... and stopped.                  ⇒ 1 ⇒ |It rained and stopped
          It rained. 12 roads were closed.            ⇒ 2 ⇒ |It rained |12 roads were closed
          It rained. “Again,” she said.               ⇒ 2 ⇒ |It rained |Again she said
          Es regnete z.B. Montag und am 3. Mai.       ⇒ 2 ⇒ |Es regnete z.B Montag und am 3 |Mai
          下雨了。停了！                                ⇒ 2 ⇒ |下雨 了 |停了
          Шёл дождь. Потом снег.                      ⇒ 2 ⇒ |Шёл дождь |Потом снег
          هل أمطرت؟ نعم.                               ⇒ 2 ⇒ |هل أمطرت |نعم
          It was called off:                          ⇒ 1 ⇒ |It was called off
          """)
  void sentencesEndBeforeWhatOpensOne(String text, int sentences, String marked) {
    TextScanner.Scan scan = body(text);
    assertEquals(marked, marked(scan));
    assertEquals(sentences, scan.sentences());
  }

  @Test
  void aHeadingIsAParagraphButNoSentence() {
    TextScanner.Scan scan =
        body("It rained.\n\nAttempt to seize power\n\nIt stopped. It dried.\n\nMines targeted");
    assertEquals(4, scan.paragraphs());
    assertEquals(3, scan.sentences());
    assertEquals(
        "|It rained |Attempt to seize power |It stopped |It dried |Mines targeted", marked(scan));
  }

  @Test
  void aLongParagraphWithoutAMarkIsASentence() {
    assertEquals(0, body("w ".repeat(12)).sentences());
    assertEquals(1, body("w ".repeat(13)).sentences());
    assertEquals(1, body("It rained and\n\n" + "w ".repeat(13)).sentences());
  }

  @Test
  void eachParagraphClosesItsSentence() {
    TextScanner.Scan scan = body("it rained on monday.\nand it stopped on tuesday.");
    assertEquals(2, scan.sentences());
    assertEquals("|it rained on monday |and it stopped on tuesday", marked(scan));
  }

  @Test
  void blankLinesPartParagraphs() {
    assertEquals(2, body("One one.\n\nTwo two.").paragraphs());
    assertEquals(2, body("\n \nOne one.\n \t \n\n\nTwo two.\n\n").paragraphs());
    assertEquals(2, body("One one.\r\n\r\nTwo two.\r\n").paragraphs());
  }

  @Test
  void aLineOfNoBreakSpacesIsBlank() {
    assertEquals(2, body("One one.\n\u00a0\nTwo two.").paragraphs());
  }

  @Test
  void aLineBreakPartsParagraphsInUnwrappedText() {
    String line = "This line is as long as its author wanted it to be, ".repeat(4).strip() + ".";
    assertEquals(3, body(line + "\n" + line + "\n" + line).paragraphs());
    assertEquals(3, body("Short list:\n- apples\n- a much longer entry of the list").paragraphs());
  }

  private static final String WRAPPED =
      """
      The harbour authority said on Tuesday that the night ferries will sail
      again from the first of March, after dockers and the company agreed on
      shorter shifts. The strike had lasted for three weeks, and lorries had
      been waiting.
      """;

  @Test
  void aLineBreakIsASpaceInHardWrappedText() {
    TextScanner.Scan scan = body(WRAPPED + "\n" + WRAPPED);
    assertEquals(2, scan.paragraphs());
    assertEquals(4, scan.sentences());
    assertEquals(2 * 39, scan.words());
    assertEquals(2, body(WRAPPED.replace("\n", "\r\n") + "\r\n" + WRAPPED).paragraphs());
  }

  @Test
  void anIndentedLineOpensAParagraphInHardWrappedText() {
    assertEquals(2, body(WRAPPED + "   " + WRAPPED).paragraphs());
    assertEquals(2, body(WRAPPED + "\t" + WRAPPED).paragraphs());
    assertEquals(1, body(WRAPPED + WRAPPED).paragraphs());
  }

  @Test
  void oneWideLineShowsThatTheTextIsNotWrapped() {
    String wide = "w".repeat(101);
    assertEquals(1 + 4, body(wide + "\n" + WRAPPED).paragraphs());
    assertEquals(1, body("w".repeat(100) + "\n" + WRAPPED).paragraphs());
  }

  @Test
  void whetherTheTextIsWrappedIsReadFromTheBodyAlone() {
    String title = "A title of more than a hundred characters, ".repeat(3);
    assertEquals(1, scanner.scan(title, WRAPPED, null).paragraphs());
  }

  @Test
  void theWordsOfTheBodyTellHowVariedAndLongTheyAre() {
    TextScanner.Scan scan =
        scanner.scan("Unrelated title", "The ferry’s captain. " + "THE ferry's ".repeat(50), null);
    assertEquals(103, scan.words());
    // "The" and "ferry's" in every window, "captain" in three of the four.
    assertEquals(4, scan.mattrWindows());
    assertEquals(3 + 3 + 3 + 2, scan.mattrTypes());
    assertEquals(51 + 51 * 2 + 2, scan.syllables());
  }

  @Test
  void syllablesAreThoseOfEnglish() {
    assertEquals(3, scanner.scan("", "The ferry", "en").syllables());
    assertEquals(3, scanner.scan("", "The ferry", null).syllables());
    assertEquals(0, scanner.scan("", "Die Fähre", "de").syllables());
    assertEquals(0, scanner.scan("The ferry", "", "en").syllables());
  }
}
