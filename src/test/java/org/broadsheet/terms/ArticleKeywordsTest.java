package org.broadsheet.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.broadsheet.terms.ArticleKeywords.Keyword;
import org.junit.jupiter.api.Test;

class ArticleKeywordsTest {

  private static List<String> chosen(int most, Keyword... words) {
    return ArticleKeywords.chosen(List.of(words), most, TermSettings.Weight.TF_IDF).stream()
        .map(Keyword::term)
        .toList();
  }

  @Test
  void theStrongestComeFirst() {
    Keyword[] words = {
      new Keyword("a", 1, 0.5, 1), new Keyword("b", 9, 0.9, 1), new Keyword("c", 2, 2, 1)
    };
    assertEquals(List.of("c", "b", "a"), chosen(10, words));
    assertEquals(List.of("c", "b"), chosen(2, words));
  }

  @Test
  void ofEqualOnesTheMoreFrequentThenTheFirstInOrder() {
    assertEquals(
        List.of("d", "a", "c"),
        chosen(3, new Keyword("c", 1, 1, 1), new Keyword("a", 1, 1, 1), new Keyword("d", 2, 1, 1)));
  }

  @Test
  void aWordOfEveryArticleSetsNoneApart() {
    assertEquals(List.of("b"), chosen(10, new Keyword("a", 9, 0, 1), new Keyword("b", 1, 0.1, 1)));
  }

  @Test
  void aCorpusOfOneArticleIsAboutItsMostFrequentWords() {
    assertEquals(
        List.of("ferry", "harbour"),
        chosen(
            2,
            new Keyword("a", 1, 0, 1),
            new Keyword("harbour", 3, 0, 1),
            new Keyword("ferry", 4, 0, 1)));
    assertEquals(List.of(), chosen(2));
  }
}
