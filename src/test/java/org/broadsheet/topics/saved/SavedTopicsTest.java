package org.broadsheet.topics.saved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.broadsheet.UserException;
import org.broadsheet.topics.learning.BagOfWords;
import org.broadsheet.topics.learning.CentreModel;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.learning.LdaModel;
import org.broadsheet.topics.learning.SemanticModel;
import org.broadsheet.topics.learning.SemanticSpace;
import org.broadsheet.topics.learning.TopicModel;
import org.broadsheet.topics.learning.TopicVocabulary;
import org.broadsheet.topics.saved.PartWriter.Column;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedTopicsTest {

  private static final String[] WORDS =
      IntStream.range(0, 40).mapToObj(i -> "wörter" + i).toArray(String[]::new);
  private static final int TOPICS = 3;

  @TempDir Path run;

  @BeforeEach
  void finish() throws IOException {
    Files.writeString(run.resolve("run.json"), "{}");
  }

  private static TopicVocabulary vocabulary(String language) {
    String[] surfaces = Arrays.stream(WORDS).map(w -> "W" + w).toArray(String[]::new);
    long[] df = IntStream.range(0, WORDS.length).mapToLong(i -> 1 + i % 7).toArray();
    return new TopicVocabulary(language, WORDS, surfaces, df, 60, 8.0 / 3);
  }

  /** Articles with different words in a different order each. */
  private static List<BagOfWords> sample(String name, int count) {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int[] terms = random.ints(9, 0, WORDS.length).distinct().toArray();
              int[] tfs = random.ints(terms.length, 1, 5).toArray();
              return new BagOfWords(name + i, terms, tfs, 14);
            })
        .toList();
  }

  private static TopicModel semantic(TopicVocabulary vocabulary) {
    SemanticSpace space =
        SemanticSpace.of(sample("a", 60), vocabulary.weighting(), WORDS.length, 0.3f);
    float[][] centres =
        IntStream.range(0, TOPICS)
            .mapToObj(i -> space.vector(sample("a", 60).get(7 * i)).clone())
            .toArray(float[][]::new);
    return new SemanticModel(space, centres);
  }

  private static TopicModel centres(TopicVocabulary vocabulary) {
    SplittableRandom random = new SplittableRandom(6);
    float[][] centres = new float[TOPICS][WORDS.length];
    for (float[] centre : centres) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] = (float) random.nextDouble();
      }
    }
    return new CentreModel(vocabulary.weighting(), centres);
  }

  private static TopicModel lda() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] lambda = new double[TOPICS][];
    Arrays.setAll(lambda, i -> random.doubles(WORDS.length, 0.01, 50).toArray());
    return new LdaModel(lambda, new double[] {0.1, 1.0 / 3, 0.7});
  }

  /** Topics in two languages; one topic of the first language has no number. */
  private static SavedTopics saved(TopicModel first, TopicModel second) {
    return new SavedTopics(
        "2026-05-04T10-00-00Z-abc",
        List.of(
            LanguageTopics.ofPublished(vocabulary("en"), first, new int[] {2, 0, 5}),
            LanguageTopics.ofPublished(vocabulary("de"), second, new int[] {1, 3, 4})),
        List.of(
            new SavedTopic(1, "de", 0, "hafen, fähre", 0.4, 0.1),
            new SavedTopic(2, "en", 0, "court", 1.0 / 3, 0.001),
            new SavedTopic(3, "de", 1, "", 0.25, 0),
            new SavedTopic(4, "de", 2, "日", 0.125, 0.2),
            new SavedTopic(5, "en", 2, "port", 0.9, 0.3)));
  }

  private static SavedTopics semanticAndLda() {
    return saved(semantic(vocabulary("en")), lda());
  }

  private static SavedTopics centresAndLda() {
    return saved(centres(vocabulary("en")), lda());
  }

  /** The files of topics by their names. */
  private static Map<String, byte[]> files(SavedTopics saved, int partBytes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    SavedTopics.FileWriter parts =
        (name, content) -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          content.write(out);
          files.put(name, out.toByteArray());
        };
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    new SavedTopicsWriter(parts, partBytes).write(saved, description);
    files.put(SavedTopics.DESCRIPTION, description.toByteArray());
    return files;
  }

  private static Map<String, byte[]> files(SavedTopics saved) throws IOException {
    return files(saved, 1 << 20);
  }

  private void put(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(run.resolve(SavedTopics.FOLDER));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(run.resolve(file.getKey()), file.getValue());
    }
  }

  private SavedTopics read() {
    return SavedTopics.read(run.toString(), new Configuration());
  }

  private static void assertSame(SavedTopics expected, SavedTopics actual) throws IOException {
    Map<String, byte[]> before = files(expected);
    Map<String, byte[]> after = files(actual);
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
  }

  private void assertRefused(String what) {
    String message =
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThrows(UserException.class, this::read, what),
                what)
            .getMessage();
    assertTrue(
        message.startsWith("topics.model: ")
            && message.endsWith(
                "topics.model was saved by another version of Broadsheet, or is damaged; run the job that made it"
                    + " again"),
        what + ": " + message);
  }

  @Test
  void whatIsReadScoresAsWhatWasSaved() throws IOException {
    for (SavedTopics saved : List.of(semanticAndLda(), centresAndLda())) {
      put(files(saved));
      SavedTopics read = read();
      assertEquals(saved.run(), read.run());
      assertEquals(saved.topics(), read.topics());
      for (int i = 0; i < 2; i++) {
        LanguageTopics before = saved.languages().get(i);
        LanguageTopics after = read.languages().get(i);
        assertArrayEquals(before.used(), after.used());
        assertArrayEquals(before.vocabulary().terms(), after.vocabulary().terms());
        assertArrayEquals(before.vocabulary().surfaces(), after.vocabulary().surfaces());
        assertArrayEquals(before.vocabulary().df(), after.vocabulary().df());
        assertEquals(before.vocabulary().articles(), after.vocabulary().articles());
        assertEquals(before.vocabulary().meanLength(), after.vocabulary().meanLength());
        assertScoresAlike(before.model(), after.model());
      }
    }
  }

  /** Articles that were learned from, and others; to the last bit. */
  private static void assertScoresAlike(TopicModel before, TopicModel after) {
    assertEquals(before.topics(), after.topics());
    for (BagOfWords article :
        Stream.concat(sample("a", 60).stream(), sample("new", 90).stream()).toList()) {
      double[] expected = new double[TOPICS];
      double[] actual = new double[TOPICS];
      before.score(article, expected);
      after.score(article, actual);
      assertArrayEquals(expected, actual, article.id());
      if (before instanceof SemanticModel a && after instanceof SemanticModel b) {
        assertEquals(a.space().neighbours(article), b.space().neighbours(article));
      }
    }
    assertEquals(before.similarity(0, 2), after.similarity(0, 2));
  }

  @Test
  void theSameTopicsAreTheSameBytes() throws IOException {
    SavedTopics saved = semanticAndLda();
    put(files(saved));
    assertSame(saved, read());
    assertSame(semanticAndLda(), saved);
  }

  @Test
  void largeTablesAreInSeveralParts() throws IOException {
    SavedTopics saved = semanticAndLda();
    Map<String, byte[]> files = files(saved, 1_500);
    assertTrue(files.containsKey("topics.model/articles-en-2.parquet"), files.keySet()::toString);
    assertTrue(files.containsKey("topics.model/terms-de-2.parquet"), files.keySet()::toString);
    put(files);
    assertSame(saved, read());
  }

  @Test
  void noTopicsAreTopicsToo() throws IOException {
    SavedTopics none = new SavedTopics("run-1", List.of(), List.of());
    put(files(none));
    assertEquals(none, read());
  }

  @Test
  void whatIsNoneIsAMistakeOfTheUser() throws IOException {
    assertTrue(assertThrows(UserException.class, this::read).getMessage().contains("found topics"));
    Files.delete(run.resolve("run.json"));
    assertTrue(assertThrows(UserException.class, this::read).getMessage().contains("no finished"));
  }

  @Test
  void newerTopicsAreNamedSo() throws IOException {
    put(files(centresAndLda()));
    edit(json -> json.put("format_version", 2).remove("languages"));
    String message = assertThrows(UserException.class, this::read).getMessage();
    assertTrue(message.contains("was written by a newer Broadsheet"), message);
  }

  private Path description() {
    return run.resolve(SavedTopics.DESCRIPTION);
  }

  private void edit(Consumer<ObjectNode> change) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = (ObjectNode) mapper.readTree(description().toFile());
    change.accept(json);
    describe(mapper.writeValueAsString(json));
  }

  private void describe(String text) throws IOException {
    Files.writeString(description(), text);
    Files.writeString(
        run.resolve(SavedTopics.DESCRIPTION + ".sha256"),
        SavedFiles.checksumLine(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode language(ObjectNode json) {
    return (ObjectNode) json.path("languages").get(0);
  }

  /** The only part of a table of the first language. */
  private static ObjectNode part(ObjectNode json, String table) {
    for (var part : language(json).path("parts")) {
      if (part.path("table").asText().equals(table)) {
        return (ObjectNode) part;
      }
    }
    throw new AssertionError(table);
  }

  /** Puts another part in the place of one, and says so. */
  private void replace(String table, int rows, byte[] bytes) throws IOException {
    Files.write(run.resolve("topics.model/" + table + "-en-1.parquet"), bytes);
    edit(
        json ->
            part(json, table)
                .put("rows", rows)
                .put("bytes", bytes.length)
                .put("sha256", SavedFiles.sha256(bytes)));
  }

  private void replace(String table, int rows, Column... columns) throws IOException {
    List<Column> numbered = new ArrayList<>();
    numbered.add(new Column("number", IntStream.range(0, rows).toArray()));
    numbered.addAll(List.of(columns));
    replace(table, rows, PartWriter.write(table, numbered, 0, rows));
  }

  private static Column[] topics(float[][] centres, Column... more) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("topic_id", new int[] {2, 0, 5}),
                new Column("label", new String[] {"court", "", "port"}),
                new Column("cohesion", new double[] {1.0 / 3, 0, 0.9}),
                new Column("outlier_bound", new double[] {0.001, 0, 0.3}),
                new Column("centre", centres)));
    columns.addAll(List.of(more));
    return columns.toArray(Column[]::new);
  }

  @Test
  void whatALaterVersionAddsIsNotLookedAt() throws IOException {
    SavedTopics saved = centresAndLda();
    put(files(saved));
    float[][] centres = ((CentreModel) saved.languages().get(0).model()).centres();
    replace(
        "topics",
        TOPICS,
        topics(
            centres,
            new Column("colour", new String[] {"red", "green", "blue"}),
            new Column("spread", new double[3][2])));
    Files.write(run.resolve("topics.model/more.bin"), new byte[9]);
    edit(
        json -> {
          json.put("made_by", "a later version").putArray("notes").addObject();
          language(json).put("weights", "bm25+");
          part(json, "topics").put("codec", "none");
          ObjectNode more = language(json).withArray("parts").addObject();
          more.setAll(part(json, "topics"));
          more.put("table", "colours").put("name", "terms-de-1.parquet");
          more.put("bytes", run.resolve("topics.model/terms-de-1.parquet").toFile().length());
        });
    assertSame(saved, read());
  }

  @Test
  void aPartThatDoesNotFitIsRefused() throws IOException {
    float[][] centres = new float[TOPICS][WORDS.length];
    put(files(centresAndLda()));
    replace("topics", TOPICS, topics(centres));
    read();
    replace("topics", TOPICS, topics(new float[TOPICS][WORDS.length - 1]));
    assertRefused("centres of another length");
    float[][] uneven = {new float[WORDS.length - 1], new float[WORDS.length + 1], centres[0]};
    replace("topics", TOPICS, topics(uneven));
    assertRefused("centres of several lengths");
    replace("topics", TOPICS, topics(new float[][] {centres[0], {Float.NaN}, centres[0]}));
    assertRefused("no number");
    replace("topics", TOPICS, new Column("topic_id", new int[] {2, 0, 5}));
    assertRefused("columns are missing");
    Column[] columns = topics(centres);
    columns[0] = new Column("topic_id", new long[] {2, 0, 5});
    replace("topics", TOPICS, columns);
    assertRefused("a column of another type");
    columns[0] = new Column("topic_id", new int[] {2, 2, 5});
    replace("topics", TOPICS, columns);
    assertRefused("a number twice");
    columns[0] = new Column("topic_id", new int[] {2, 0, Integer.MAX_VALUE});
    replace("topics", TOPICS, columns);
    assertRefused("a number that is too high");
    columns[0] = new Column("number", new int[] {0, 2, 1});
    List<Column> unordered = List.of(columns);
    replace("topics", TOPICS, PartWriter.write("topics", unordered, 0, TOPICS));
    assertRefused("rows out of order");
    replace("topics", TOPICS - 1, topics(centres));
    assertRefused("fewer rows");
  }

  @Test
  void wordsOfArticlesAreInOrder() throws IOException {
    put(files(semanticAndLda()));
    int[] articles = new int[400];
    int[] terms = new int[400];
    Arrays.setAll(articles, i -> i / 20);
    Arrays.setAll(terms, i -> i % 20);
    Column weights = new Column("weight", new float[400]);
    edit(json -> language(json).put("sample_terms", 400));
    replace(
        "article_terms", 400, new Column("article", articles), new Column("term", terms), weights);
    read();
    terms[7] = 6;
    replace(
        "article_terms", 400, new Column("article", articles), new Column("term", terms), weights);
    assertRefused("a word twice");
    terms[7] = 7;
    terms[399] = WORDS.length;
    replace(
        "article_terms", 400, new Column("article", articles), new Column("term", terms), weights);
    assertRefused("no such word");
    terms[399] = 19;
    articles[399] = 60;
    replace(
        "article_terms", 400, new Column("article", articles), new Column("term", terms), weights);
    assertRefused("no such article");
  }

  @Test
  void aDescriptionThatClaimsWhatIsNotIsRefused() throws IOException {
    Map<String, byte[]> files = files(semanticAndLda());
    Map<String, Consumer<ObjectNode>> changes = new LinkedHashMap<>();
    for (String key : List.of("terms", "topics", "sample", "sample_terms", "dimensions")) {
      for (long number : List.of(-1L, 0L, 1L, 999_999L, (long) Integer.MAX_VALUE, 1L << 62)) {
        changes.put(key + " " + number, json -> language(json).put(key, number));
      }
      changes.put("no " + key, json -> language(json).remove(key));
      changes.put("text " + key, json -> language(json).put(key, "many"));
      changes.put("fraction " + key, json -> language(json).put(key, 3.5));
    }
    for (String key : List.of("rows", "bytes")) {
      for (long number : List.of(-1L, 0L, 1L, 999_999L, (long) Integer.MAX_VALUE, 1L << 62)) {
        changes.put(key + " " + number, json -> part(json, "articles").put(key, number));
      }
    }
    for (String name :
        List.of(
            "../run.json",
            "..",
            "/etc/passwd",
            "a/b.parquet",
            "..\\x.parquet",
            "none.parquet",
            "",
            "terms-en-1.parquet\u0000",
            "terms-en-1.parquet")) {
      changes.put("name " + name, json -> part(json, "topics").put("name", name));
    }
    changes.put("sha256", json -> part(json, "topics").put("sha256", "0".repeat(64)));
    changes.put("no parts", json -> language(json).remove("parts"));
    changes.put("twice", json -> json.withArray("languages").add(language(json).deepCopy()));
    changes.put("language", json -> language(json).put("language", "../en"));
    changes.put("kind", json -> language(json).put("kind", "lda"));
    changes.put("other kind", json -> language(json).put("kind", "neural"));
    changes.put("length", json -> language(json).put("mean_length", 0));
    changes.put("smoothing", json -> language(json).put("smoothing", 2));
    changes.put("format", json -> json.put("format", "something"));
    changes.put("version", json -> json.put("format_version", 0));
    changes.put("run", json -> json.put("run_id", "a\u001b[2J"));
    changes.put("nothing", json -> json.removeAll());
    for (Map.Entry<String, Consumer<ObjectNode>> change : changes.entrySet()) {
      put(files);
      edit(change.getValue());
      assertRefused(change.getKey());
    }
  }

  @Test
  void whatIsNoDescriptionIsRefused() throws IOException {
    put(files(centresAndLda()));
    String text = Files.readString(description());
    for (String other :
        List.of(
            "",
            " ",
            "[]",
            "null",
            "17",
            text + text,
            text.substring(0, text.length() / 2),
            "[".repeat(2_000_000),
            "{\"a\":".repeat(700_000),
            text.replaceFirst("\"format_version\" : 1", "\"format_version\" : 1e999999999"),
            text.replaceFirst("\"terms\" : 40", "\"terms\" : " + "9".repeat(500_000)),
            text.replaceFirst("\"mean_length\" : [0-9.]+", "\"mean_length\" : 1e400"),
            text + " ".repeat(5_000_000))) {
      describe(other);
      assertRefused(other.substring(0, Math.min(80, other.length())));
    }
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Path folder = run.resolve(SavedTopics.FOLDER);
    put(files(centresAndLda()));
    Path part = folder.resolve("topics-en-1.parquet");
    Files.delete(part);
    assertRefused("a missing part");
    Files.createSymbolicLink(part, part);
    assertRefused("a link to itself");
    Files.delete(part);
    Files.createSymbolicLink(part, Path.of("/dev/zero"));
    assertRefused("a device");
    Files.delete(part);
    Files.createDirectory(part);
    assertRefused("a folder");
    Files.delete(description());
    assertRefused("no description");
    Files.createSymbolicLink(description(), Path.of("/dev/zero"));
    assertRefused("a device for a description");
    Files.delete(description());
    Files.createSymbolicLink(description(), folder);
    assertRefused("a folder for a description");
  }

  /** What earlier versions kept topics in; nothing of it is made into objects. */
  @Test
  void aSerialisedFileIsRefused() throws IOException {
    HashSet<Object> nested = new HashSet<>();
    HashSet<Object> inner = nested;
    for (int i = 0; i < 100; i++) {
      HashSet<Object> left = new HashSet<>();
      HashSet<Object> right = new HashSet<>(List.of("x"));
      inner.addAll(List.of(left, right));
      left.add(right);
      inner = right;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeInt(1);
      out.writeObject(nested);
    }
    Files.write(run.resolve(SavedTopics.FOLDER), bytes.toByteArray());
    assertRefused("an earlier version");
  }

  /** A part with a checksum of its own, so that it is looked into. */
  @Test
  void aDamagedPartThatIsVouchedForIsRefusedOrRead() throws IOException {
    Map<String, byte[]> files = files(semanticAndLda());
    SplittableRandom random = new SplittableRandom(23);
    List<String> tables = List.of("terms", "topics", "articles", "article_terms");
    for (int i = 0; i < 200; i++) {
      put(files);
      String table = tables.get(i % tables.size());
      byte[] bytes = files.get("topics.model/" + table + "-en-1.parquet").clone();
      int back = i % 3 == 0 ? bytes.length : Math.min(bytes.length, 2_000);
      bytes[bytes.length - 1 - random.nextInt(back)] = (byte) random.nextInt(256);
      Files.write(run.resolve("topics.model/" + table + "-en-1.parquet"), bytes);
      edit(json -> part(json, table).put("sha256", SavedFiles.sha256(bytes)));
      readOrRefused();
    }
  }

  private SavedTopics readOrRefused() {
    try {
      return assertTimeoutPreemptively(Duration.ofSeconds(5), this::read);
    } catch (UserException e) {
      return null;
    }
  }

  @Test
  void whatIsDamagedIsRefusedOrTheSame() throws IOException {
    SavedTopics saved = semanticAndLda();
    Map<String, byte[]> files = files(saved);
    SplittableRandom random = new SplittableRandom(17);
    List<String> names = List.copyOf(files.keySet());
    for (int i = 0; i < 300; i++) {
      String name = names.get(i % names.size());
      byte[] bytes = files.get(name).clone();
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      put(files);
      Files.write(
          run.resolve(name), i % 5 == 0 ? Arrays.copyOf(bytes, random.nextInt(at + 1)) : bytes);
      SavedTopics read = readOrRefused();
      if (read != null) {
        assertSame(saved, read);
      }
    }
  }

  /** A local file has a checksum beside it, which Hadoop writes and looks at. */
  @Test
  void whatHadoopFindsDamagedIsRefused() throws IOException {
    Map<String, byte[]> files = files(centresAndLda());
    FileSystem fs = FileSystem.getLocal(new Configuration());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      try (var out = fs.create(new org.apache.hadoop.fs.Path(run.toString(), file.getKey()))) {
        out.write(file.getValue());
      }
    }
    read();
    byte[] text = Files.readAllBytes(description());
    text[text.length - 2] = ' ';
    Files.write(description(), text);
    assertRefused("a checksum of Hadoop");
  }
}
