package org.broadsheet.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  private static final List<String> WORDS =
      List.of("topics", "terms", "output", "input", "partitions", "name");

  @ParameterizedTest
  @CsvSource({
    "topic, topics",
    "topcis, topics",
    "term, terms",
    "outptu, output",
    "inputs, input",
    "partition, partitions",
    "partitoins, partitions",
    "naem, name"
  })
  void namesTheNearestWord(String written, String meant) {
    assertEquals("; did you mean " + meant + "?", Suggestion.among(WORDS, written));
  }

  @Test
  void listsTheWordsWhereNoneIsNear() {
    assertEquals(
        "; known are topics, terms, output, input, partitions, name",
        Suggestion.among(WORDS, "syndication"));
  }

  @Test
  void saysNothingWhereThereIsNothing() {
    assertEquals("", Suggestion.among(Set.of(), "topics"));
  }

  @Test
  void ofTwoThatAreAsNearTheFirstInTheAlphabetIsNamed() {
    assertEquals("; did you mean aaa?", Suggestion.among(List.of("aac", "aaa"), "aab"));
    assertEquals("; did you mean aaa?", Suggestion.among(List.of("aaa", "aac"), "aab"));
  }

  @Test
  void longerWordsMayDifferMore() {
    assertEquals(
        "; did you mean max_record_bytes?",
        Suggestion.among(List.of("max_record_bytes", "min_words"), "maxRecordBytes"));
    assertEquals("; known are ab", Suggestion.among(List.of("ab"), "xyz"));
  }

  @Test
  void whoNamesTheWordsGetsOnlyANearOne() {
    assertEquals("; did you mean ab?", Suggestion.near(List.of("ab"), "abc"));
    assertEquals("", Suggestion.near(List.of("ab"), "domain"));
    assertEquals("", Suggestion.near(List.of(), "x"));
  }
}
