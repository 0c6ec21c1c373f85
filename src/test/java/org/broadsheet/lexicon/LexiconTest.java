package org.broadsheet.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private static final Path COVERAGE = Path.of("src/test/resources/lexicon-coverage.txt");

  /**
   * Which language has which list is written down, so that a language without a list is one by
   * decision. Whoever adds a language or a list copies the table from this test's report.
   */
  @Test
  void languagesHaveTheListsThatAreWrittenDown() throws IOException {
    assertEquals(Files.readString(COVERAGE), coverage());
  }

  private static String coverage() {
    StringBuilder table =
        new StringBuilder("x: has the list, .: lacks it; below \"others\", all that have it\n\n");
    table.append(String.format("%-26s%s", "", Lexicon.COMMON));
    Lexicon.mainLanguages().forEach(language -> table.append("  ").append(language));
    table.append("  others\n");
    for (String list : Lexicon.lists()) {
      table.append(String.format("%-26s%6s", list, mark(list, Lexicon.COMMON)));
      Lexicon.mainLanguages().forEach(language -> table.append("   ").append(mark(list, language)));
      String others =
          Lexicon.languages().stream()
              .filter(language -> !Lexicon.mainLanguages().contains(language))
              .filter(language -> !Lexicon.of(list, language).isEmpty())
              .collect(Collectors.joining(" "));
      table.append(others.isEmpty() ? "" : "  " + others).append('\n');
    }
    return table.toString();
  }

  private static String mark(String list, String language) {
    return Lexicon.of(list, language).isEmpty() ? "." : "x";
  }

  @Test
  void everyFileIsOfALanguageOfTheIndex() throws IOException {
    Set<String> known = new HashSet<>(Lexicon.languages());
    known.addAll(List.of(Lexicon.COMMON, "index"));
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/lexicon"))) {
      Set<String> found =
          files
              .map(file -> file.getFileName().toString().replace(".yaml", ""))
              .collect(Collectors.toSet());
      assertEquals(known, found);
    }
  }

  @Test
  void everyListIsUsed() throws IOException {
    Set<String> unused = new HashSet<>(Lexicon.lists());
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        unused.removeIf(list -> code.contains('"' + list + '"') || code.contains('{' + list + '}'));
      }
    }
    assertEquals(Set.of(), unused);
  }

  @Test
  void wordsHaveEdgesInAnyScript() {
    Pattern hour = Pattern.compile(Lexicon.withWordEdges("\\bч\\b"));
    assertTrue(hour.matcher("15 ч, 7 октября").find());
    assertFalse(hour.matcher("в 15 часов").find());
    assertFalse(hour.matcher("ночь").find());
    Pattern marked = Pattern.compile(Lexicon.withWordEdges("cafe\\b"));
    assertFalse(marked.matcher("cafe\u0301").find(), "an accent of its own belongs to the word");
    assertTrue(Pattern.compile(Lexicon.withWordEdges("हिन्दी\\b")).matcher("हिन्दी में").find());
    assertEquals("\\\\b", Lexicon.withWordEdges("\\\\b"), "an escaped backslash");
  }

  @Test
  void noEntryStandsTwiceInAList() {
    List<String> files = new ArrayList<>(Lexicon.languages());
    files.add(Lexicon.COMMON);
    for (String list : Lexicon.lists()) {
      for (String language : files) {
        List<String> entries = Lexicon.of(list, language);
        assertEquals(entries.size(), Set.copyOf(entries).size(), list + " of " + language);
      }
    }
  }

  @Test
  void wordsAndPhrasesAreRead() {
    assertEquals(
        List.of("zwei", "drei"), Lexicon.parse(TextNode.valueOf(" zwei\n drei "), "de.yaml"));
    assertEquals(
        List.of("mehr lesen"),
        Lexicon.parse(JsonNodeFactory.instance.arrayNode().add("mehr lesen"), "de.yaml"));
  }

  @Test
  void whatIsNoListStopsTheProgram() {
    for (var value :
        List.of(
            TextNode.valueOf(" "),
            JsonNodeFactory.instance.numberNode(7),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.arrayNode().addNull(),
            JsonNodeFactory.instance.arrayNode().add(7))) {
      Exception e =
          assertThrows(IllegalStateException.class, () -> Lexicon.parse(value, "de.yaml, months"));
      assertTrue(e.getMessage().startsWith("de.yaml, months: "), e.getMessage());
    }
  }

  @Test
  void anUnknownListStopsTheProgram() {
    assertThrows(IllegalStateException.class, () -> Lexicon.all("no_such_list"));
    assertThrows(IllegalStateException.class, () -> Lexicon.of("no_such_list", "en"));
    assertThrows(IllegalStateException.class, () -> Lexicon.pattern("a{no_such_list}"));
    Exception e =
        assertThrows(
            IllegalStateException.class,
            () -> Lexicon.checkKnown("byline_rolls", Lexicon.lists(), "lexicon/de.yaml"));
    assertEquals(
        "lexicon/de.yaml: there is no list 'byline_rolls' in lexicon/index.yaml", e.getMessage());
  }

  @Test
  void aPatternHoldsTheEntriesOfItsLists() {
    assertTrue(Lexicon.pattern("^\\p{Lu}{2}: {title_labels}$").matcher("ab: TITRE").matches());
    assertEquals("a{2,3}\\p{L}", Lexicon.expanded("a{2,3}\\p{L}"));
  }
}
