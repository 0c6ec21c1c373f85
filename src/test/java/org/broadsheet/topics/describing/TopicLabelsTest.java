package org.broadsheet.topics.describing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicLabelsTest {

  /** Terms, each more distinctive than the next. */
  private static List<TopicTerm> terms(String... words) {
    List<TopicTerm> terms = new ArrayList<>();
    for (String word : words) {
      terms.add(
          new TopicTerm(terms.size(), word.toLowerCase(), word, 1, 1, 1, 1, -terms.size(), 1));
    }
    return terms;
  }

  @Test
  void theMostDistinctiveTermsNameATopic() {
    List<TopicTerm> terms =
        List.of(
            new TopicTerm(0, "people", "people", 9, 9, 9, 99, 0.01, 1),
            new TopicTerm(0, "ferry", "Ferry", 8, 8, 8, 8, 0.3, 1),
            new TopicTerm(0, "port", "port", 7, 7, 7, 9, 0.2, 1),
            new TopicTerm(0, "tide", "tide", 6, 6, 6, 6, 0.1, 1));
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
  void wordsOfALabelAreNotSimilar() {
    assertEquals(
        "shares, stock, offer",
        new TopicLabels("en", Map.of())
            .label(terms("shares", "share", "stock", "stocks", "offer")));
  }

  @Test
  void aWordIsShownAsThePhraseThatItIsMostlyIn() {
    Map<String, TopicPhrases.WordPair> phrases =
        Map.of(
            "minister", new TopicPhrases.WordPair("prime minister", "Prime Minister", 9),
            "prime", new TopicPhrases.WordPair("prime minister", "Prime Minister", 9),
            "nations", new TopicPhrases.WordPair("six nations", "Six Nations", 9));
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
  void wordsAreSimilarIfTheyBeginWithTheSameLetters() {
    assertTrue(TopicLabels.areSimilar("europe", "european"));
    assertTrue(TopicLabels.areSimilar("oil", "oil"));
    assertFalse(TopicLabels.areSimilar("oil", "oils"), "too short to tell");
    assertFalse(TopicLabels.areSimilar("inter", "internationally"));
    assertFalse(TopicLabels.areSimilar("court", "judge"));
  }
}
