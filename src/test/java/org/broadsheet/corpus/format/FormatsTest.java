package org.broadsheet.corpus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

  private static Optional<String> recognised(String name, String head) {
    return Formats.recognise(name, head.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, text",
    "a.TXT, text",
    "a.md, text",
    "a.jsonl, jsonl",
    "a.ndjson, jsonl",
    "a.jl, jsonl",
    "a.jsonl.gz, jsonl",
    "a.txt.zst, text",
    "a.b.c.txt.bz2, text"
  })
  void theEndingDecidesFirst(String name, String format) {
    assertEquals(Optional.of(format), recognised(name, "anything"));
    assertEquals(Optional.of(format), recognised(name, "{\"a\": 1}"));
    assertEquals(Optional.of(format), recognised(name, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.csv",
        "a.CSV.gz",
        "a.html",
        "a.parquet",
        "a.warc.gz",
        "a.pdf",
        "a.zip",
        "a.xml"
      })
  void aFormatWithoutReaderIsNotGuessed(String name) {
    assertEquals(Optional.empty(), recognised(name, "Plain text"));
    assertEquals(Optional.empty(), recognised(name, "{\"title\": \"x\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"103232", "article", "a.json", "a.2020-10-07", "b.dat", "a.gz", ".hidden"})
  void elseTheContentDecides(String name) {
    assertEquals(Optional.of("jsonl"), recognised(name, "{\"title\": 1}"));
    assertEquals(Optional.of("jsonl"), recognised(name, "\ufeff \n{\"title\": 1}"));
    assertEquals(Optional.of("text"), recognised(name, "Ferries return\n\nThey sail."));
    assertEquals(Optional.of("text"), recognised(name, ""));
    assertEquals(Optional.empty(), recognised(name, "[{\"title\": 1}]"));
    assertEquals(Optional.empty(), recognised(name, "<html>"));
    assertEquals(Optional.empty(), recognised(name, "PAR1\0\0\0"));
  }

  /** A file called "sql" or "doc" has no ending at all. */
  @ParameterizedTest
  @ValueSource(strings = {"doc", "sql", "html.gz"})
  void aNameWithoutDotHasNoEnding(String name) {
    assertEquals(Optional.of("text"), recognised(name, "Ferries return"));
  }

  @Test
  void everyNameHasAFormat() {
    assertFalse(Formats.names().isEmpty());
    for (String name : Formats.names()) {
      assertNotNull(Formats.named(name), name);
    }
    assertFalse(Formats.names().contains(Formats.AUTO));
    assertNull(Formats.named("nonsense"));
  }

  @Test
  void reasonsAreAClosedVocabulary() {
    assertEquals("no-mapping", Reason.NO_MAPPING.label());
    assertEquals("not-an-object", Reason.NOT_AN_OBJECT.label());
    for (Reason reason : Reason.values()) {
      assertEquals(reason.label(), reason.label().toLowerCase(Locale.ROOT));
    }
  }
}
