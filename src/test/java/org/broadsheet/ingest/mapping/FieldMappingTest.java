package org.broadsheet.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.Rejection;
import org.broadsheet.table.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldMappingTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<ArticleField, Function<FoundArticle, String>> GETTERS =
      Map.of(
          ArticleField.TITLE, FoundArticle::title,
          ArticleField.BODY, FoundArticle::body,
          ArticleField.URL, FoundArticle::url,
          ArticleField.SOURCE, FoundArticle::source,
          ArticleField.BYLINE, FoundArticle::byline,
          ArticleField.DATELINE, FoundArticle::dateline,
          ArticleField.PUBLISHED, FoundArticle::published,
          ArticleField.LANGUAGE, FoundArticle::language,
          ArticleField.SECTION, FoundArticle::section,
          ArticleField.KEYWORDS, article -> String.join(", ", article.keywords()));

  private static FoundArticle article(String json) {
    return article(json, Map.of(), List.of());
  }

  private static FoundArticle article(
      String json, Map<ArticleField, String> named, List<String> kept) {
    try {
      // Single quotes keep the examples readable.
      return FieldMappings.article(
          JSON.readTree(json.replace('\'', '"')), new FieldChoice(named, kept));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @JsonIgnoreProperties({"columns", "first", "body", "summary", "source", "rejects"})
  private record Declared(String name, List<String> when, Map<String, List<String>> fields) {
    @Override
    public List<String> when() {
      return when == null
          ? List.of()
          : when.stream().map(names -> names.replaceFirst("\\|.*", "")).toList();
    }

    String mainField() {
      return fields.containsKey("title") ? "title" : "body";
    }
  }

  private static List<Declared> declared() {
    return Resources.yaml("mappings.yaml", new TypeReference<List<Declared>>() {});
  }

  /**
   * Every name of every declared mapping, one at a time beside the fields that choose the mapping.
   */
  static Stream<Arguments> declaredNames() {
    return declared().stream()
        .flatMap(
            mapping ->
                mapping.fields().entrySet().stream()
                    .flatMap(
                        field ->
                            field.getValue().stream()
                                .map(name -> Arguments.of(mapping.name(), field.getKey(), name))));
  }

  @ParameterizedTest
  @MethodSource("declaredNames")
  void eachDeclaredNameIsRead(String mapping, String field, String name)
      throws JsonProcessingException {
    Declared declared =
        declared().stream().filter(d -> d.name().equals(mapping)).findFirst().orElseThrow();
    Map<String, Object> object = new LinkedHashMap<>();
    declared.when().forEach(when -> object.put(when, ""));
    String main = declared.mainField();
    if (!field.equals(main)) {
      object.put(declared.fields().get(main).get(0), "A text");
    }
    object.put(name, "the value");
    FoundArticle article = article(JSON.writeValueAsString(object));
    assertNull(article.rejection());
    ArticleField target = ArticleField.valueOf(field.toUpperCase(Locale.ROOT));
    assertEquals("the value", GETTERS.get(target).apply(article));
  }

  @Test
  void declarationsAreUsable() {
    List<Declared> all = declared();
    assertTrue(all.get(all.size() - 1).when().isEmpty(), "the last one takes what is left");
    for (Declared mapping : all) {
      assertEquals(all.indexOf(mapping) < all.size() - 1, !mapping.when().isEmpty());
      for (String name : mapping.fields().keySet()) {
        assertTrue(
            EnumSet.allOf(ArticleField.class).stream().anyMatch(f -> f.label().equals(name)), name);
      }
      assertTrue(mapping.fields().containsKey(mapping.mainField()), mapping.name());
    }
  }

  @Test
  void newsPleaseIsRecognised() {
    FoundArticle article =
        article(
            """
            {'title': 'Ferries return', 'maintext': 'They sail.', 'url': 'https://a.example/1',
             'source_domain': 'www.a.example', 'authors': ['Jane Doe', 'John Smith'],
             'date_publish': '2020-10-07 09:15:00', 'language': 'en', 'description': 'no',
             'text': 'not this', 'source': 'not this'}
            """);
    assertEquals("They sail.", article.body());
    assertEquals("www.a.example", article.source());
    assertEquals("Jane Doe; John Smith", article.byline());
    assertEquals("2020-10-07 09:15:00", article.published());
    assertEquals("en", article.language());
  }

  @Test
  void inTrafilaturaSourceIsTheAddress() {
    FoundArticle article =
        article(
            """
            {'title': 'Ferries return', 'text': 'They sail.', 'source': 'https://a.example/1',
             'hostname': 'a.example', 'source-hostname': 'A Post', 'author': 'A; B',
             'date': '2020-10-07', 'categories': 'world', 'tags': 'ferry;sea'}
            """);
    assertEquals("https://a.example/1", article.url());
    assertEquals("a.example", article.source());
    assertEquals("A; B", article.byline());
    assertEquals("world", article.section());
    assertEquals(List.of("ferry", "sea"), article.keywords());
  }

  @Test
  void otherRecordsAreReadByCommonNames() {
    FoundArticle article =
        article(
            """
            {'headline': 'Ferries return', 'articleBody': 'They sail.',
             'publisher': {'@type': 'Organization', 'name': 'A Post'},
             'author': [{'name': 'Jane Doe'}, {'name': 'John Smith'}],
             'datePublished': '2020-10-07T09:15:00Z', 'inLanguage': 'en-GB',
             'articleSection': ['World', 'Sea'], 'keywords': ['ferry', ' ', null, 'sea', 7]}
            """);
    assertEquals("Ferries return", article.title());
    assertEquals("They sail.", article.body());
    assertEquals("A Post", article.source());
    assertEquals("Jane Doe; John Smith", article.byline());
    assertEquals("2020-10-07T09:15:00Z", article.published());
    assertEquals("en-GB", article.language());
    assertEquals("World, Sea", article.section());
    assertEquals(List.of("ferry", "sea", "7"), article.keywords());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"publishedAt", "published_at", "PUBLISHED_AT", "Published-At", "Published At"})
  void namesCompareWithoutCaseHyphensUnderscoresAndSpaces(String name) {
    assertEquals("2020", article("{'Title': 'x', '" + name + "': '2020'}").published());
  }

  @Test
  void theFirstNameWithAValueIsTaken() {
    assertEquals("B", article("{'title': ' ', 'headline': 'B', 'name': 'C'}").title());
    assertEquals("A", article("{'name': 'C', 'headline': 'B', 'title': 'A'}").title());
    assertEquals("B", article("{'title': null, 'headline': 'B'}").title());
    assertEquals("B", article("{'title': [], 'headline': 'B'}").title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "none", "null", "NaN", "N/A", " None ", "", "  "})
  void wordsForNothingAreNothing(String word) {
    FoundArticle article =
        article(
            "{'title': 'x', 'author': 'W', 'date': 'W', 'url': 'W', 'source': 'W', 'lang': 'W'}"
                .replace("W", word));
    assertNull(article.byline());
    assertNull(article.published());
    assertNull(article.url());
    assertNull(article.source());
    assertNull(article.language());
  }

  @Test
  void aWordForNothingDoesNotHideTheNextName() {
    assertEquals(
        "2020-10-07",
        article("{'title': 'x', 'published': 'None', 'date': '2020-10-07'}").published());
  }

  @Test
  void numbersAndTruthValuesAreText() {
    FoundArticle article = article("{'title': 1984, 'timestamp': 1602058500, 'section': true}");
    assertEquals("1984", article.title());
    assertEquals("1602058500", article.published());
    assertEquals("true", article.section());
  }

  @Test
  void anObjectIsItsName() {
    assertEquals("BBC", article("{'title': 'x', 'source': {'id': null, 'name': 'BBC'}}").source());
    assertNull(article("{'title': 'x', 'source': {'id': 'bbc'}}").source());
  }

  /** The order does not change from one process to the next, as that of a set may. */
  @Test
  void ofSeveralWrappersTheFirstInTheListCounts() {
    assertEquals("one", article("{'document': {'title': 'two'}, 'doc': {'title': 'one'}}").title());
  }

  @Test
  void whiteSpaceAroundAValueIsDropped() {
    assertEquals("A title", article("{'title': '  A title\\n'}").title());
  }

  @Test
  void theJobNamesFieldsThatAreNotRecognised() {
    String json =
        "{'hl': 'A title', 'main': {'en': {'text': 'They sail.'}}, 'title': 'not this', 'body':"
            + " 'nor this', 'a.b': 'dotted', 'date': '2020'}";
    FoundArticle article =
        article(
            json,
            Map.of(
                ArticleField.TITLE, "hl",
                ArticleField.BODY, "main.en.text",
                ArticleField.SECTION, "a.b"),
            List.of());
    assertEquals("A title", article.title());
    assertEquals("They sail.", article.body());
    assertEquals("dotted", article.section());
    assertEquals("2020", article.published(), "other fields stay as they are recognised");
  }

  @Test
  void aFieldThatTheJobNamesHidesTheRecognisedOnes() {
    FoundArticle article =
        article("{'title': 'x', 'text': 'y'}", Map.of(ArticleField.BODY, "main.text"), List.of());
    assertNull(article.body());
    assertEquals("x", article.title());
  }

  @Test
  void theJobKeepsFields() {
    FoundArticle article =
        article(
            "{'title': 'x', 'leaning': 'left', 'scores': {'bias': 0.5, 'tags': ['a', 'b']}, 'gone':"
                + " null}",
            Map.of(),
            List.of("leaning", "scores.bias", "scores.tags", "gone", "never.there"));
    assertEquals(
        Map.of("leaning", "left", "scores.bias", "0.5", "scores.tags", "a, b"), article.extra());
    assertEquals(Map.of(), article("{'title': 'x', 'leaning': 'left'}").extra());
  }

  @Test
  void withoutTitleAndBodyTheFieldsAreListed() {
    Rejection rejection = article("{'Überschrift': 'x', 'Inhalt': 'y', 'url': 'z'}").rejection();
    assertEquals(Reason.NO_MAPPING, rejection.reason());
    assertTrue(rejection.detail().contains("[Überschrift, Inhalt, url]"), rejection.detail());
    assertTrue(rejection.detail().contains("fields: {body: NAME}"), rejection.detail());
    assertEquals(Reason.NO_MAPPING, article("{}").rejection().reason());
  }

  @Test
  void aSummaryStandsInForABody() {
    FoundArticle article = article("{'title': 'x', 'content': null, 'description': 'In short.'}");
    assertEquals("In short.", article.body());
    assertEquals(BodyStatus.ABSTRACT, article.status());
    assertTrue(article.mapping().endsWith("summary from description"), article.mapping());
    assertEquals("y", article("{'title': 'x', 'text': 'y', 'description': 'z'}").body());
    assertNull(
        article("{'title': 'x', 'description': 'z'}", Map.of(ArticleField.BODY, "main"), List.of())
            .body());
  }

  @Test
  void aBodyMayBeAListOfParagraphs() {
    assertEquals("x, y\n\nz", article("{'title': 't', 'text': ['x, y', null, 'z']}").body());
    assertEquals(
        "x\n\nz",
        article("{'title': 't', 'body': [{'type': 'p', 'text': 'x'}, {'type': 'p', 'text': 'z'}]}")
            .body());
  }

  @Test
  void anObjectByTheNameOfABodyIsNone() {
    assertEquals(
        Reason.NO_MAPPING, article("{'id': 1, 'content': {'title': 'x'}}").rejection().reason());
  }

  @Test
  void keywordsOfAKindAreTheirValues() {
    FoundArticle article =
        article(
            "{'title': 'x', 'keywords': [{'name': 'place', 'value': 'Ys'}, {'name': 'place'}]}");
    assertEquals(List.of("Ys"), article.keywords());
  }

  @Test
  void theMappingThatAsksForMostFieldsIsTaken() {
    String json =
        "{'text': 'x', 'source': 'y', 'added': 'z', 'metadata': {'url': 'https://a.example/1'}}";
    assertTrue(article(json).mapping().startsWith("dolma: "), article(json).mapping());
  }

  @Test
  void otherMappingsThatFitAsWellAreNamed() {
    String json = "{'webTitle': 'x', 'webUrl': 'y', 'maintext': 'm', 'source_domain': 'd'}";
    assertTrue(
        article(json)
            .mapping()
            .startsWith("news-please, though they fit guardian as well: body from maintext"),
        article(json).mapping());
  }

  @ParameterizedTest
  @CsvSource({"'{\"title\": null}'", "'{\"title\": \"\"}'", "'{\"text\": []}'"})
  void anEmptyTitleOrBodyIsNoMissingMapping(String json) {
    FoundArticle article = article(json);
    assertNull(article.rejection(), "the mapping is fine; the parser says that there is no text");
    assertNull(article.title());
    assertNull(article.body());
    assertFalse(article.keywords() == null || article.captions() == null);
  }

  @Test
  void extendedJsonIsPlain() {
    FoundArticle article =
        article(
            "{'_id': {'$oid': '5f7d'}, 'title': 'One', 'text': 'A word.', 'words': {'$numberLong':"
                + " '2'}, 'date': {'$date': {'$numberLong': '1602061200000'}}}",
            Map.of(),
            List.of("_id", "words"));
    assertEquals("1602061200000", article.published());
    assertEquals(Map.of("_id", "5f7d", "words", "2"), article.extra());
    assertEquals(
        "2020-10-07T09:00:00Z",
        article("{'title': 'One', 'date': {'$date': '2020-10-07T09:00:00Z'}}").published());
  }

  @Test
  void whatOnlyPayingReadersGetIsMissing() {
    FoundArticle article =
        article(
            "{'title': 'One', 'content': 'ONLY AVAILABLE IN PAID PLANS', 'description': 'A word.',"
                + " 'author': 'Only available in corporate plans'}");
    assertEquals("A word.", article.body());
    assertEquals(BodyStatus.ABSTRACT, article.status());
    assertNull(article.byline());
  }

  @Test
  void aPathLeadsIntoLists() {
    String json =
        "{'title': 'x', 'parts': [{'kind': 'head', 'v': 'no'}, {'Kind': 'text/html; x', 'v': 'One'},"
            + " {'kind': 'text/html', 'role': 'main', 'v': 'Two'}], 'one': {'v': 'alone'}, '': {'': 'x'}}";
    Map<String, String> expected =
        Map.of(
            "parts[].v", "no\n\nOne\n\nTwo",
            "parts[kind=text/html].v", "One",
            "parts[kind=text/html][role].v", "Two",
            "parts[role=main].v", "Two",
            "one[v].v", "alone",
            "one[].v", "alone");
    expected.forEach(
        (path, text) ->
            assertEquals(
                text, article(json, Map.of(ArticleField.BODY, path), List.of()).body(), path));
    for (String path :
        List.of(
            "parts[role=none].v",
            "parts[",
            "parts[].",
            ".[]",
            "parts[].w.z",
            ".",
            "..",
            "+",
            "a+",
            "<")) {
      assertNull(article(json, Map.of(ArticleField.BODY, path), List.of()).body(), path);
    }
  }

  @Test
  void twoFieldsMayHoldTheBody() {
    Map<ArticleField, String> named = Map.of(ArticleField.BODY, "lead+rest");
    String json = "{'title': 'x', 'lead': 'It sails.', 'rest': '#'}";
    assertEquals(
        "It sails.\n\nIt lands.", article(json.replace("#", "It lands."), named, List.of()).body());
    assertEquals(
        "It sails. It lands.",
        article(json.replace("#", "It sails. It lands."), named, List.of()).body());
  }

  private static final String LONG =
      "The ferry left the quay at noon with forty people on board and came back in the evening. "
          .repeat(4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'title': 'x', 'inhalt': '#'}",
        "{'title': 'x', 'inhalt': '#', 'text': ''}",
        "{'title': 'x', 'inhalt': '#', 'copyright_notice': '##'}",
        "{'title': 'x', 'description': 'In short.', 'inhalt': '#'}",
        "{'title': 'x', 'content': 'The ferry… [+3000 chars]', 'inhalt': '#'}",
        "{'title': 'x', 'text': 'The ferry left the quay at noon with forty people on board and came', 'inhalt': '#'}",
        "{'title': 'x', 'parts': {'de': {'inhalt': '#'}}}",
        "{'title': 'x', 'absatz': ['#']}",
        "{'title': 'x', 'source': {'id': null, 'name': 'y'}, 'publishedAt': 'z', 'content': 'The… [+9 chars]', 'inhalt': '#'}",
        "{'title': 'x', 'news_id': 'N1', 'title_entities': '', 'abstract_entities': '', 'abstract': 'y', 'body': '#'}"
      })
  void aBodyOfAnotherNameIsTakenByItsLength(String json) {
    FoundArticle article = article(json.replace("#", LONG));
    assertEquals(LONG.strip(), article.body());
    assertEquals(BodyStatus.FULL, article.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'title': 'x', 'text': 'A ferry sails.', 'inhalt': '#'}",
        "{'title': 'x', 'inhalt': '#', 'anderes': '#'}"
      })
  void aBodyThatIsDoubtfulIsNamed(String json) {
    FoundArticle article = article(json.replace("#", LONG));
    assertFalse(LONG.strip().equals(article.body()));
    assertTrue(
        article.mapping().contains(FoundArticle.LONGER_TEXT + " from inhalt"), article.mapping());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><p>#</p></body></html>",
        "{\\'a\\': \\'#\\'}",
        "0123456789 01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
      })
  void whatIsNoProseIsNoBody(String text) {
    assertNull(article("{'title': 'x', 'inhalt': '" + text.replace("#", LONG) + "'}").body());
    assertNull(article("{'title': 'x', 'lizenz_license': '" + LONG + "'}").body());
  }

  @Test
  void onlyACutBodyIsTruncated() {
    String json =
        "{'title': 'x', 'source': {'id': null, 'name': 'y'}, 'publishedAt': 'z', 'content': '#'}";
    assertTrue(article(json).mapping().startsWith("newsapi: "), article(json).mapping());
    assertEquals(BodyStatus.FULL, article(json.replace("#", "It sails.")).status());
    assertEquals(BodyStatus.TRUNCATED, article(json.replace("#", "It sa…")).status());
    assertEquals(BodyStatus.TRUNCATED, article(json.replace("#", "It sa… [+9 chars]")).status());
  }

  /** Editors keep a text as a tree, or as a text that holds the tree. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'root': {'type': 'root', 'children': [{'type': 'paragraph', 'children': [{'type': 'text', 'text': 'It '}, {'type': 'link', 'children': [{'type': 'text', 'text': 'sails'}]}, {'type': 'text', 'text': '.'}]}, {'type': 'image', 'caption': 'A quay.'}, {'type': 'heading', 'children': [{'type': 'text', 'text': 'Later'}]}]}}",
        "{'type': 'doc', 'content': [{'type': 'paragraph', 'content': [{'type': 'text', 'text': 'It '}, {'type': 'text', 'text': 'sails.'}]}, {'type': 'heading', 'content': [{'type': 'text', 'text': 'Later'}]}]}",
        "{'nodeType': 'document', 'content': [{'nodeType': 'paragraph', 'content': [{'nodeType': 'text', 'value': 'It sails.'}]}, {'nodeType': 'heading-2', 'content': [{'nodeType': 'text', 'value': 'Later'}]}]}",
        "{'blocks': [{'type': 'unstyled', 'text': 'It sails.'}, {'type': 'header-two', 'text': 'Later'}], 'entityMap': {}}",
        "{'blocks': [{'type': 'paragraph', 'data': {'text': 'It <b>sails</b>.'}}, {'type': 'header', 'data': {'text': 'Later'}}]}",
        "{'version': '0.3.1', 'markups': [['strong']], 'atoms': [], 'cards': [['image', {}], ['html', {'html': '<p>Later</p>'}]], 'sections': [[1, 'p', [[0, [], 0, 'It '], [0, [0], 1, 'sails.']]], [10, 0], [10, 1]]}"
      })
  void aTreeOfTextIsRead(String tree) {
    for (String value : List.of(tree, "'" + tree.replace("'", "\\'") + "'")) {
      assertEquals(
          "It sails.\n\nLater", article("{'title': 'x', 'content': " + value + "}").body());
    }
  }

  @Test
  void recordsInAListAreNoParagraphs() {
    FoundArticle article =
        article(
            "{'id': 'x', 'content': [{'title': 'One', 'text': 'x'}, {'title': 'Two', 'text': 'y'}]}");
    assertEquals(Reason.NO_MAPPING, article.rejection().reason());
  }

  @Test
  void sectionsOfABodyAreParagraphs() {
    String json =
        "{'title': 'x', 'body': ['It rains.', {'title': 'Later', 'text': 'It <b>snows</b>.'},"
            + " {'title': 'See also', 'text': 'Fog', 'url': 'https://post.example/2'}]}";
    assertEquals("It rains.\n\nLater\n\nIt snows.", article(json).body());
  }

  @Test
  void linkedDataMayHaveTheUsualNames() {
    FoundArticle article =
        article("{'@type': 'x', 'headline_text': 'A quay', 'full_text': 'It', 'outlet': 'Post'}");
    assertEquals("A quay", article.title());
    assertEquals("It", article.body());
    assertEquals("Post", article.source());
    assertEquals("A", article("{'@type': 'x', 'name': 'A', 'articleBody': 'B'}").title());
  }

  @Test
  @Timeout(20)
  void muchSpaceInATreeIsNoTrouble() {
    String space = " ".repeat(300_000);
    String tree = "[{'type': 'p', 'text': 'It'}, {'type': 'text', 'text': 'A" + space + "B'}]";
    String body = article("{'title': 'x', 'blocks': " + tree + "}").body();
    assertNull(body);
    FoundArticle article =
        article("{'title': 'x', 'keywords': 'a" + space + "b', 'body': {'blocks': " + tree + "}}");
    assertEquals("It\n\nA" + space + "B", article.body());
  }

  @Test
  void whatIsNoArticleSaysSo() {
    String json = "{'uri': 'u', 'versioncreated': '2024', 'type': 'picture', 'headline': 'A quay'}";
    Rejection rejection = article(json).rejection();
    assertEquals(Reason.NOT_TEXT, rejection.reason());
    assertTrue(rejection.detail().contains("type is picture"), rejection.detail());
    assertNull(
        article(json, Map.of(ArticleField.TITLE, "headline"), List.of()).rejection(),
        "the job knows better");
  }

  @Test
  void aListShowsThatFamilyNamesComeFirst() {
    assertTrue(article("{'title': 'x', 'authors': ['Holm, Jane']}").familyNamesFirst());
    assertFalse(article("{'title': 'x', 'authors': ['Jane Holm, Bergen']}").familyNamesFirst());
    assertFalse(article("{'title': 'x', 'authors': ['Runa Holm']}").familyNamesFirst());
    assertFalse(article("{'title': 'x', 'author': 'Holm, Runa'}").familyNamesFirst());
  }
}
