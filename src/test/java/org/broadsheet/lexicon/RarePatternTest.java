package org.broadsheet.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RarePatternTest {

  private static final List<String> LISTS =
      List.of("later_dates", "credit_leads", "source_labels", "rights_reserved", "byline_prefixes");

  private static final String FOLDED = "ſKİıİßẞςΣ𐐀𐐨ÅåǅΰӁⅣ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{later_dates}",
        "^{credit_leads}(?=[\\s:：(]|\\p{L}|$)(?<rest>.*)$",
        "^[(*\\s]{0,4}{source_labels}\\s?[:：]\\s?(?<rest>.{2,80}?)[).\\s]*$",
        "[sk]{2}|ß|𐐀.|(?:i|å)+|(?!x)\\p{Lu}1|(?=a)[a-c]",
      })
  void findsWhatThePatternFinds(String regex) {
    Pattern pattern = Lexicon.pattern(regex);
    RarePattern rare = RarePattern.of(pattern);
    Random random = new Random(3);
    for (int i = 0; i < 30_000; i++) {
      String text = text(random);
      assertSame(pattern.matcher(text), rare, text);
      Matcher whole = pattern.matcher(text);
      assertEquals(whole.matches() ? whole.toMatchResult().end() : -1, end(rare.match(text)), text);
    }
  }

  private static void assertSame(Matcher all, RarePattern rare, String text) {
    Matcher found = rare.find(text, 0);
    while (all.find()) {
      assertEquals(all.start(), found == null ? -1 : found.start(), text);
      assertEquals(all.end(), found.end(), text);
      found = rare.find(text, found.end());
    }
    assertEquals(-1, end(found), text);
  }

  private static int end(Matcher found) {
    return found == null ? -1 : found.end();
  }

  /** Beginnings of entries in any letter case, and what folds to a letter of another script. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      List<String> entries = Lexicon.all(LISTS.get(random.nextInt(LISTS.size())));
      String entry = entries.get(random.nextInt(entries.size())).replaceAll("[^\\p{L}\\s:]", "");
      String part = entry.substring(0, random.nextInt(entry.length() + 1));
      text.append(random.nextBoolean() ? entry : part.toUpperCase());
      int at = random.nextInt(FOLDED.length());
      text.append(random.nextBoolean() ? RandomText.of(random, 2) : FOLDED.substring(at, at + 1));
      text.append(random.nextInt(3) == 0 ? ": " : "");
    }
    return text.toString();
  }

  @Test
  void everyCharacterThatMayBeginAMatchIsAsked() {
    Pattern pattern = Lexicon.pattern("{credit_leads}");
    RarePattern rare = RarePattern.of(pattern);
    for (String entry : Lexicon.all("credit_leads")) {
      String text = entry.replaceAll("[^\\p{L}\\s:]", "");
      for (String form : List.of(text, text.toUpperCase(), text.replace('s', 'ſ'))) {
        assertEquals(pattern.matcher(form).find(), rare.find(form, 0) != null, form);
      }
    }
  }

  @Test
  void aPatternThatLooksBehindIsRefused() {
    Pattern pattern = Lexicon.pattern("\\b{byline_breaks}\\b");
    assertThrows(IllegalArgumentException.class, () -> RarePattern.of(pattern));
  }
}
