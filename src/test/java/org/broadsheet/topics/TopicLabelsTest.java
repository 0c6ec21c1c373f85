package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicLabelsTest {

  /** Terms, each more distinctive than the next. */
  private static List<NumberedTopics.Term> terms(String... words) {
    List<NumberedTopics.Term> terms = new ArrayList<>();
    for (String word : words) {
      terms.add(
          new NumberedTopics.Term(
              terms.size(), word.toLowerCase(), word, 1, 1, 1, 1, -terms.size(), 1));
    }
    return terms;
  }

  @Test
  void theMostDistinctiveTermsNameATopic() {
    List<NumberedTopics.Term> terms =
        List.of(
            new NumberedTopics.Term(0, "people", "people", 9, 9, 9, 99, 0.01, 1),
            new NumberedTopics.Term(0, "ferry", "Ferry", 8, 8, 8, 8, 0.3, 1),
            new NumberedTopics.Term(0, "port", "port", 7, 7, 7, 9, 0.2, 1),
            new NumberedTopics.Term(0, "tide", "tide", 6, 6, 6, 6, 0.1, 1));
    assertEquals("Ferry, port, tide", new TopicLabels("en", Map.of()).label(terms));
  }

  @Test
  void aWordThatNamesATopicNamesNoOther() {
    TopicLabels labels = new TopicLabels("en", Map.of());
    assertEquals("UKIP, party, election", labels.label(terms("UKIP", "party", "election")));
    assertEquals(
        "racist, poster, councillor",
        labels.label(terms("UKIP", "elections", "racist", "party", "poster", "councillor")));
    assertEquals("UKIP, party", labels.label(terms("UKIP", "party")), "there is nothing else");
  }

  @Test
  void wordsOfALabelDoNotReadAlike() {
    assertEquals(
        "shares, stock, offer",
        new TopicLabels("en", Map.of())
            .label(terms("shares", "share", "stock", "stocks", "offer")));
  }

  @Test
  void aWordIsShownAsThePhraseThatItIsMostlyIn() {
    Map<String, Phrases.Phrase> phrases =
        Map.of(
            "minister", new Phrases.Phrase("prime minister", "Prime Minister", 9),
            "prime", new Phrases.Phrase("prime minister", "Prime Minister", 9),
            "nations", new Phrases.Phrase("six nations", "Six Nations", 9));
    assertEquals(
        "Prime Minister, vote, party",
        new TopicLabels("en", phrases).label(terms("minister", "prime", "vote", "party")));
    assertEquals(
        "Six Nations, rugby, scrum",
        new TopicLabels("en", phrases).label(terms("six", "nations", "rugby", "scrum")));
  }

  @Test
  void numbersWeekdaysAndMonthsComeLast() {
    assertEquals(
        "loft, night, cottage",
        new TopicLabels("en", Map.of())
            .label(terms("five", "Tuesday", "loft", "March", "night", "cottage")));
    assertEquals("loft, five", new TopicLabels("en", Map.of()).label(terms("five", "loft")));
    assertEquals(
        "Hafen, Zoll, Schiff",
        new TopicLabels("de", Map.of())
            .label(terms("zwei", "Dienstag", "März", "Hafen", "Zoll", "Schiff")));
    assertEquals("five", new TopicLabels("und", Map.of()).label(terms("five")));
  }

  @Test
  void wordsReadAlikeIfTheyBeginWithTheSameLetters() {
    assertTrue(TopicLabels.readAlike("europe", "european"));
    assertTrue(TopicLabels.readAlike("oil", "oil"));
    assertFalse(TopicLabels.readAlike("oil", "oils"), "too short to tell");
    assertFalse(TopicLabels.readAlike("inter", "internationally"));
    assertFalse(TopicLabels.readAlike("court", "judge"));
  }
}
