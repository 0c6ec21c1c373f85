package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentsTest {

  private static final String ONE = "{\"title\": \"One\", \"text\": \"A \\\"]}{[ word.\"}";
  private static final String TWO = "{\"title\": \"Two\", \"tags\": [{\"name\": \"x\"}]}";

  private static List<String> titles(String json) {
    return Cut.titles(new JsonDocuments(), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[#, %]",
        "\ufeff\n [\n#\n,\n%\n]\n",
        "#%",
        "#\n\n%\n",
        "{\"articles\": [#, %]}",
        "{\"status\": \"ok\", \"totalResults\": 2, \"articles\": [#, %], \"next\": {\"page\": 2}}",
        "{\"response\": {\"docs\": [#, %]}}",
        "{\"data\": {\"a\": {\"b\": [1, 2], \"items\": [#, %]}}}",
        "{\"2020\": [#], \"2021\": [%]}",
        "{\"id-1\": #, \"id-2\": %}",
        "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"Thing\"}, #, %]}",
        "{\"hits\": {\"total\": 2, \"hits\": [{\"_source\": #}, {\"_source\": %}]}}",
      })
  void articlesAreFoundWhereverTheyLie(String shape) {
    List<String> found = titles(shape.replace("#", ONE).replace("%", TWO));
    assertEquals(2, found.size(), found.toString());
    assertTrue(found.get(0).endsWith(" One") && found.get(1).endsWith(" Two"), found.toString());
  }

  /** A mark that is never closed turns all later ones about. */
  @Test
  void anObjectWithoutAnEndCostsItselfAlone() {
    String pretty = "{\n \"title\": \"%s\",\n \"text\": \"x\"\n}\n";
    String json =
        pretty.formatted("One")
            + "{\n \"title\": \"Cu\n"
            + pretty.formatted("Two")
            + pretty.formatted("Three");
    assertEquals(List.of("1 One", "2 bad-record", "3 Two", "4 Three"), titles(json));
    assertEquals(List.of("1 bad-record", "2 Two"), titles("{\"title\": {\"a\n" + TWO));
    titles("{\"a\n".repeat(20_000));
  }

  @Test
  void anArticleWithOthersInItIsOne() {
    assertEquals(
        List.of("1 One"),
        titles("{\"title\": \"One\", \"text\": \"x\", \"related\": [" + TWO + "]}"));
  }

  private static final String LINKS =
      "[{\"title\": \"Link\", \"url\": \"https://post.example/a\"}, {\"title\": \"Link 2\", \"url\": \"x\"}]";

  /** Its links are no articles, be it whole, broken or cut. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"One\", \"related\": #, \"bad\": tru}",
        "{\"title\": \"One\", \"text\": \"x\", \"related\": #, \"bad\": tru}",
        "{\"text\": \"x\", \"related\": #, \"bad\": 'y'}"
      })
  void theLinksOfABrokenArticleAreNone(String json) {
    assertEquals(List.of("1 bad-record", "2 Two"), titles(json.replace("#", LINKS) + TWO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"One\", \"related\": #, \"more\": \"cut",
        "{\"title\": \"One\", \"related\": #",
        "{\"title\": \"One\", \"text\": \"x\", \"related\": #"
      })
  void theLinksOfACutArticleAreNone(String json) {
    assertEquals(List.of("1 unreadable-file"), titles(json.replace("#", LINKS)));
  }

  @Test
  void theLinksOfATooLongArticleAreNone() {
    String json =
        "{\"title\": \"One\", \"related\": "
            + LINKS
            + ", \"text\": \""
            + "x".repeat(2_000)
            + "\"}"
            + TWO;
    RawRecords records =
        new JsonDocuments()
            .cut(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Cut.upTo(1_000));
    assertEquals(Reason.TOO_LONG, Cut.rejection(records.next()).reason());
    assertEquals("Two", records.next().articles().get(0).title());
  }

  /** As in a JSON feed, and in dumps that say what they are called. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"The feed\", \"items\": [#, %]}",
        "{\"name\": \"The corpus\", \"authors\": [{\"name\": \"Jane\", \"url\": \"x\"}], \"articles\": [#, %]}",
        "{\"schema\": {\"fields\": [{\"name\": \"title\", \"type\": \"string\"}]}, \"data\": [#, %]}",
        "{\"page\": {\"content\": #}, \"next\": {\"content\": %}}",
        "{\"items\": [{\"title\": \"One\" \"text\": \"broken\"}, #, %], \"bad\": oops}"
      })
  void theNameOfAnEnvelopeIsNoTitle(String shape) {
    String item = "{\"title\": \"%s\", \"text\": \"Words.\", \"url\": \"https://post.example/%s\"}";
    String json =
        shape.replace("#", item.replace("%s", "One")).replace("%", item.replace("%s", "Two"));
    List<String> found = titles(json);
    found.remove("1 bad-record");
    assertEquals(List.of("One", "Two"), found.stream().map(title -> title.substring(2)).toList());
  }

  @Test
  void whatIsAroundANewsArticleIsNone() {
    assertEquals(
        List.of("1 One"),
        titles(
            "{\"@graph\": [{\"@type\": \"WebPage\", \"name\": \"Page\", \"datePublished\": \"2020-01-02\"}, {\"@type\":"
                + " \"NewsArticle\", \"headline\": \"One\"}, {\"@type\": \"Organization\", \"name\": \"Post\"}]}"));
  }

  @Test
  void anArrayOfEnvelopesHoldsTheArticlesOfAll() {
    String page = "{\"status\": \"ok\", \"articles\": [#]}";
    String one = "{\"title\": \"One\", \"text\": \"x\", \"url\": \"https://post.example/1\"}";
    assertEquals(
        List.of("1 One", "2 Two", "3 One", "4 no-mapping"),
        titles(
            "["
                + page.replace("#", one + "," + TWO)
                + page.replace("#", one)
                + ", {\"status\": \"error\"}]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": [\"One\", \"Two\"], \"text\": [\"x\", null], \"tags\": [[\"a\"], []]}",
        "{\"title\": {\"0\": \"One\", \"1\": \"Two\"}, \"text\": {\"0\": \"x\", \"1\": \"y\"}}",
        "{\"columns\": [\"id\", \"title\"], \"index\": [0, 1], \"data\": [[7, \"One\"], [8, \"Two\"]]}"
      })
  void aDataFrameIsReadByRows(String json) {
    assertEquals(List.of("1 One", "2 Two"), titles(json));
  }

  @Test
  void listsOfAnyLengthsAreNoDataFrame() {
    assertEquals(
        List.of("1 One"),
        titles("{\"title\": [\"One\"], \"text\": [\"A first line.\", \"A second.\"]}"));
  }

  @Test
  void whatIsBrokenCostsItselfAlone() {
    assertEquals(
        List.of("1 One", "2 bad-record", "3 not-an-object", "4 Two"),
        titles("[" + ONE + ", {\"title\": oops}, 17, " + TWO + "]"));
    assertEquals(
        List.of("1 One", "2 bad-record", "3 Two"),
        titles("{\"articles\": [" + ONE + ", {'title': 'x'}, " + TWO + "]}"));
  }

  @Test
  void whatIsCutIsReadUpToTheCut() {
    String whole = "[" + ONE + ", " + TWO + "]";
    for (int length = 1; length < whole.length(); length++) {
      List<String> found = titles(whole.substring(0, length));
      String last = found.get(found.size() - 1);
      assertTrue(last.endsWith("unreadable-file"), length + ": " + found);
      assertEquals(length > ONE.length(), found.contains("1 One"), length + ": " + found);
    }
    assertEquals(
        List.of("1 One", "2 unreadable-file"),
        titles("{\"articles\": [" + ONE + ", {\"title\": \"T"));
  }

  /** Larger than a record may be, so that it can only be walked through. */
  @Test
  void anEnvelopeNeedNotFitIntoMemory() {
    StringBuilder json = new StringBuilder("{\"meta\": {\"a\": [1]}, \"items\": [");
    for (int i = 0; i < 500; i++) {
      json.append(i > 0 ? "," : "").append("{\"title\": \"").append(i).append("\"}");
    }
    byte[] bytes = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    RawRecords records = new JsonDocuments().cut(new ByteArrayInputStream(bytes), Cut.upTo(1_000));
    int count = 0;
    while (records.hasNext()) {
      assertEquals(String.valueOf(count++), records.next().articles().get(0).title());
    }
    assertEquals(500, count);
  }

  @Test
  void aRecordThatIsTooLongCostsItselfAlone() {
    String json = "[" + ONE + ", {\"title\": \"" + "x".repeat(5_000) + "\"}, " + TWO + "]";
    RawRecords records =
        new JsonDocuments()
            .cut(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Cut.upTo(1_000));
    List<String> found = new ArrayList<>();
    records.forEachRemaining(
        record -> {
          FoundArticle article = record.articles().get(0);
          found.add(
              article.title() != null ? article.title() : article.rejection().reason().label());
        });
    assertEquals(List.of("One", "too-long", "Two"), found);
  }

  @Test
  void nestingOfAnyDepthEnds() {
    for (String open : List.of("[", "{\"a\":", "{\"articles\":[")) {
      titles(open.repeat(100_000));
      titles("{\"title\": \"x\", \"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    }
  }

  /** A value of any size is stepped over, not held. */
  @Test
  void anEndlessStringIsNotHeld() {
    byte[] part = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    List<InputStream> parts = new ArrayList<>();
    parts.add(new ByteArrayInputStream("[{\"title\": \"".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 300; i++) {
      parts.add(new ByteArrayInputStream(part));
    }
    parts.add(new ByteArrayInputStream(("\"}, " + ONE + "]").getBytes(StandardCharsets.UTF_8)));
    RawRecords records =
        new JsonDocuments()
            .cut(new SequenceInputStream(Collections.enumeration(parts)), Cut.upTo(10_000));
    assertEquals(Reason.TOO_LONG, Cut.rejection(records.next()).reason());
    assertEquals("One", records.next().articles().get(0).title());
  }

  @Test
  void bytesOfEachRecordAreItsOwn() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    RawRecords records =
        Cut.records(
            new JsonDocuments(), ("[" + ONE + "," + TWO + "]").getBytes(StandardCharsets.UTF_8));
    records.forEachRemaining(record -> all.writeBytes(record.bytes()));
    assertEquals(ONE + TWO, all.toString(StandardCharsets.UTF_8));
  }

  private static final String PICTURE =
      "{\"uri\": \"u\", \"type\": \"picture\", \"versioncreated\": \"2024-01-02\", \"headline\": \"A quay\","
          + " \"renditions\": {\"main\": {\"title\": \"Large\"}, \"thumb\": {\"title\": \"Small\"}}}";

  @Test
  void thePartsOfAPictureAreNoArticles() {
    assertEquals(List.of("1 not-text"), titles(PICTURE));
    assertEquals(List.of("1 not-text", "2 One"), titles("[" + PICTURE + "," + ONE + "]"));
    assertEquals(List.of("1 not-text", "2 One"), titles("{\"x\": [" + PICTURE + "," + ONE + "]}"));
    assertEquals(
        List.of("1 no-mapping"),
        titles("{\"art\": \"photo\", \"images\": [{\"title\": \"Large\"}]}"));
  }

  @Test
  void whatIsRelatedToAnArticleIsNone() {
    String other =
        "{\"title\": \"Other\", \"text\": \"Words.\", \"url\": \"https://post.example/2\"}";
    assertEquals(
        List.of("1 One"),
        titles("{\"title\": \"One\", \"related_articles\": [" + other + "], \"date\": \"2024\"}"));
    assertEquals(List.of("1 Other"), titles("{\"related\": [" + other + "]}"));
  }

  @Test
  void thePartsOfATooLongArticleAreNone() {
    String json =
        "{\"title\": \"One\", \"images\": [{\"title\": \"x\", \"text\": \"y\", \"url\": \"z\"}], \"pad\": \""
            + "x".repeat(2_000)
            + "\"}"
            + ONE;
    RawRecords records =
        new JsonDocuments()
            .cut(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Cut.upTo(1_000));
    assertEquals(Reason.TOO_LONG, Cut.rejection(records.next()).reason());
    assertEquals("One", records.next().articles().get(0).title());
  }

  /** A post is an article; a page and a draft are rejected, users and tags are no records. */
  @Test
  void ofAnExportOfGhostOnlyPostsAreArticles() {
    String post =
        "{\"id\": %d, \"title\": \"%s\", \"slug\": \"s\", \"html\": \"<p>x</p>\", \"plaintext\": \"x\", \"type\":"
            + " \"%s\", \"status\": \"%s\", \"published_at\": \"2024-01-02\", \"author_id\": 7}";
    String json =
        "{\"meta\": {\"version\": \"5\"}, \"data\": {\"posts\": ["
            + post.formatted(1, "About", "page", "published")
            + ","
            + post.formatted(2, "One", "post", "published")
            + ","
            + post.formatted(3, "Soon", "post", "draft")
            + "], \"users\": [{\"id\": 7, \"name\": \"Jane Doe\", \"created_at\": \"2024\"}]}}";
    assertEquals(List.of("1 not-text", "2 One", "3 not-text"), titles(json));
    List<String> bylines = new ArrayList<>();
    Cut.records(new JsonDocuments(), json.getBytes(StandardCharsets.UTF_8))
        .forEachRemaining(record -> bylines.add(record.articles().get(0).byline()));
    assertEquals("Jane Doe", bylines.get(1));
  }

  @Test
  void aColumnOfNamesIsReadAlike() {
    String json =
        "[{\"title\": \"a\", \"author\": \"Holm, Runa\"}, {\"title\": \"b\", \"author\": \"%s\"}]";
    for (String name : List.of("Vik, Tor", "V\\u00edk, Tor", "Tor Vik", "")) {
      byte[] bytes = json.formatted(name).getBytes(StandardCharsets.UTF_8);
      boolean isProven = name.contains(",");
      for (String format : List.of("json", "jsonl")) {
        assertEquals(
            isProven,
            Formats.named(format).settled(bytes, Cut.upTo(1_000)).familyNamesFirst(),
            format + name);
      }
    }
  }
}
