package org.broadsheet.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {

  private static YamlTree parse(String yaml) throws IOException {
    return YamlTree.parse(yaml, "job.yaml", true);
  }

  @Test
  void everyValueIsTextAListOrAMap() throws IOException {
    YamlTree tree =
        parse("a: 1\nb: [x, 2.5, true, null]\nc: {d: 'q', e: ~}\nf: 2020-10-07\ng: 1_000\n");
    assertEquals("1", tree.map().get("a").value());
    assertEquals(
        List.of("x", "2.5", "true"),
        tree.map().get("b").list().subList(0, 3).stream().map(YamlTree::value).toList());
    assertNull(tree.map().get("b").list().get(3).value());
    assertEquals("q", tree.map().get("c").map().get("d").value());
    assertNull(tree.map().get("c").map().get("e").value());
    assertEquals("2020-10-07", tree.map().get("f").value());
    assertEquals("1_000", tree.map().get("g").value());
  }

  @Test
  void everyValueKnowsItsLine() throws IOException {
    YamlTree tree =
        parse("# a comment\na: 1\n\nb:\n  c: 2\n  d:\n    - x\n    - e: 3\n      f: 4\n");
    assertEquals("job.yaml:2", tree.map().get("a").place());
    YamlTree b = tree.map().get("b");
    assertEquals("job.yaml:4", b.place());
    assertEquals("job.yaml:5", b.map().get("c").place());
    List<YamlTree> d = b.map().get("d").list();
    assertEquals("job.yaml:7", d.get(0).place());
    assertEquals("job.yaml:8", d.get(1).place());
    assertEquals("job.yaml:9", d.get(1).map().get("f").place());
    YamlTree unnumbered = YamlTree.parse("a: 1", "--set x", false);
    assertEquals("--set x", unnumbered.map().get("a").place());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n"})
  void anEmptyTextHasNoValue(String yaml) throws IOException {
    assertNull(parse(yaml).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n---\nb: 2\n", "a: 1\n---\n", "a\n--- b\n"})
  void aSecondDocumentIsRefused(String yaml) {
    IOException e = assertThrows(IOException.class, () -> parse(yaml));
    assertEquals("a second document (---) is not read; remove it", YamlTree.reason(e));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      value = {
        "[terms ⇒ expected ',' or ']', but got <stream end>",
        "a: b: c ⇒ mapping values are not allowed here",
        "@ ⇒ found character '@' that cannot start any token. (Do not use @ for indentation)"
      },
      quoteCharacter = '`')
  void theReasonSaysWhatIsWrong(String yaml, String reason) {
    assertEquals(reason, YamlTree.reason(assertThrows(IOException.class, () -> parse(yaml))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: [1", "a: 'x", "\ta: 1", "a: 1\n b: 2", "{", "a: b: c", "- x\na: 1", "@"})
  void whatIsNoYamlIsAnIoException(String yaml) {
    assertThrows(IOException.class, () -> parse(yaml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \u0007", "a: \u0000", "\u001b[0m"})
  void aControlCharacterIsNoYamlEither(String yaml) {
    assertThrows(IOException.class, () -> parse(yaml));
  }

  @Test
  void aKeyThatIsGivenTwiceIsNoYaml() {
    assertThrows(IOException.class, () -> parse("topics: {k: 5}\nterms: {}\ntopics: {seed: 2}\n"));
  }

  @Test
  void anAliasIsNotTakenForText() {
    IOException e = assertThrows(IOException.class, () -> parse("a: &words [x, y]\nb: *words\n"));
    assertEquals("an alias (*name) is not read; write the value again", YamlTree.reason(e));
  }

  @Test
  void valuesArePutAtDottedPaths() throws IOException {
    YamlTree tree = parse("a: 1\nb: {c: 2}\nd: [x, {e: 3}]\nn:\n");
    YamlTree value = new YamlTree("new", "--set");
    tree.put("a", value);
    tree.put("b.c", value);
    tree.put("b.more", value);
    tree.put("d.0", value);
    tree.put("d.1.e", value);
    tree.put("n.deep.er", value);
    tree.put("fresh.key", value);
    assertEquals(
        Map.of(
            "a", "new",
            "b", Map.of("c", "new", "more", "new"),
            "d", List.of("new", Map.of("e", "new")),
            "n", Map.of("deep", Map.of("er", "new")),
            "fresh", Map.of("key", "new")),
        tree.plain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "d.2", "d.x", "d.-1", "d.99999999999", "d.0.x", "a.b.c"})
  void nothingIsPutWhereThereIsNoPlace(String path) throws IOException {
    YamlTree tree = parse("a: 1\nd: [x, y]\n");
    YamlTree value = new YamlTree("new", "--set");
    assertThrows(IllegalArgumentException.class, () -> tree.put(path, value));
    assertEquals(Map.of("a", "1", "d", List.of("x", "y")), tree.plain());
  }
}
