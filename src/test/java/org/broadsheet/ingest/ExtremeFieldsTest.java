package org.broadsheet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.broadsheet.SameArticles;
import org.broadsheet.extract.TextRule;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.input.ReadRecord;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.ingest.input.SplitReader;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that hold what nobody expects there: each record is an article or a rejected record. */
class ExtremeFieldsTest {

  private static final List<String> NUMBERS =
      List.of(
          "1e400",
          "-1e400",
          "1e-400",
          "1e308",
          "-0.0",
          "0",
          "-1",
          "1e99999",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999999999999999",
          "0.000000000000000000000000000001",
          "253402300800000",
          "-62135596800001",
          "1741564800",
          "20260310",
          "99999999",
          "2e9");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud800",
          "\udfff\ud800",
          "\u001b[31mred",
          "NaN",
          "Infinity",
          "-Infinity",
          "1e400",
          "0000-00-00",
          "99999-99-99T99:99:99+99:99",
          "-2026-03-10",
          "+292278994-08-17T07:12:55.807Z",
          "2026-13-45T25:61:61Z",
          "31/02/2026",
          "1/1/0001",
          "Thu, 99 Foo 99999 99:99:99 XYZ",
          "http://",
          "http://[::1",
          "https://a.example:99999999999/",
          "javascript:alert(1)",
          "https://" + "a.".repeat(400) + "example/",
          "https://xn--" + "a".repeat(300) + ".example/%zz%",
          "By " + "and ".repeat(500),
          "By " + "Jane Doe, ".repeat(300),
          "(".repeat(1_000),
          "a\n".repeat(2_000),
          "x".repeat(20_000),
          "\u0301".repeat(2_000),
          "漢".repeat(1_500),
          "가".repeat(1_000),
          "ก".repeat(1_000),
          "👩‍👩‍👧‍👦".repeat(300),
          "٣".repeat(400),
          "LONDON (Reuters) - ".repeat(300));

  private static final String[] NAMES = {
    "title",
    "text",
    "url",
    "date",
    "author",
    "source",
    "section",
    "keywords",
    "language",
    "dateline",
    "when",
    "meta"
  };

  private static final int OUTCOME = ParsedRecord.ROWS.schema().fieldIndex("outcome");

  @TempDir Path folder;

  private static final FieldChoice CHOICE =
      new FieldChoice(
          Map.of(ArticleField.PUBLISHED, "when", ArticleField.SECTION, "meta.desk"),
          List.of("when", "meta", "meta.desk", "date"));

  private static CorpusSettings settings(InputSpec input) {
    return new CorpusSettings(
        List.of(input),
        null,
        Period.WEEK,
        50_000_000,
        null,
        null,
        true,
        false,
        Map.of(),
        List.of());
  }

  /** The rows of a file, but for the ends of its parts. */
  private List<ParsedRecord> rows(String name, byte[] bytes, FieldChoice choice)
      throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    InputFile file = new InputFile(path.toUri().toString(), name, bytes.length, 0, 0, null);
    InputSpec input = new InputSpec("", Formats.AUTO, null, choice);
    RecordParser parser = new RecordParser(settings(input));
    List<ParsedRecord> rows = new ArrayList<>();
    for (Split split : Split.beginnings(List.of(file))) {
      SplitReader reader =
          new SplitReader(
              split, input, 50_000_000, Long.MAX_VALUE, () -> false, new Configuration());
      while (reader.hasNext()) {
        ParsedRecord row = parser.parsed(split, reader.next());
        if (row.outcome() != Outcome.END) {
          assertEquals(row.outcome().label(), ParsedRecord.ROWS.row(row).getString(OUTCOME));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Each is an outcome, and none of them that this program failed. */
  private static void assertSound(List<ParsedRecord> rows, String what) {
    for (ParsedRecord row : rows) {
      if (row.outcome() == Outcome.ARTICLE) {
        assertNotEquals(null, row.article().id());
      } else {
        Rejection rejection = row.rejected().rejection();
        assertNotEquals(Reason.PROGRAM_ERROR, rejection.reason(), what + rejection.detail());
      }
    }
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      json.append(
          c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)
              ? String.format("\\u%04x", (int) c)
              : String.valueOf(c));
    }
    return json.append('"').toString();
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 4 : 6)) {
      case 0 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 1 -> quoted(TEXTS.get(random.nextInt(TEXTS.size())));
      case 2 -> List.of("null", "true", "false", "[]", "{}", "[[[]]]").get(random.nextInt(6));
      case 3 -> "[".repeat(40) + NUMBERS.get(random.nextInt(NUMBERS.size())) + "]".repeat(40);
      case 4 ->
          Stream.generate(() -> value(random, depth + 1))
              .limit(random.nextInt(4))
              .collect(Collectors.joining(",", "[", "]"));
      default ->
          Stream.of("name", "$date", "$numberLong", "desk", "#text", "")
              .limit(1 + random.nextInt(6))
              .map(name -> quoted(name) + ":" + value(random, depth + 1))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String object(Random random) {
    return Stream.of(NAMES)
        .filter(name -> random.nextInt(3) > 0)
        .map(name -> quoted(name) + ": " + value(random, 0))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.json", "envelope.json"})
  void valuesOfJson(String name) throws IOException {
    Random random = new Random(name.hashCode());
    List<String> objects = Stream.generate(() -> object(random)).limit(200).toList();
    String file =
        switch (name) {
          case "a.jsonl" -> String.join("\n", objects);
          case "a.json" -> "[" + String.join(",\n", objects) + "]";
          default -> "{\"status\": \"ok\", \"articles\": [" + String.join(",", objects) + "]}";
        };
    List<ParsedRecord> rows = rows(name, file.getBytes(StandardCharsets.UTF_8), CHOICE);
    assertEquals(200, rows.size());
    assertSound(rows, name + ": ");
  }

  @Test
  void aNumberBeyondAllNumbersIsNoDate() throws IOException {
    for (String number : NUMBERS) {
      String line =
          "{\"title\": \"Ferry plan\", \"text\": \"It sails.\", \"date\": " + number + "}";
      List<ParsedRecord> rows =
          rows("n.jsonl", line.getBytes(), new FieldChoice(Map.of(), List.of()));
      assertEquals(Outcome.ARTICLE, rows.get(0).outcome(), number);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void cellsOfATable(String delimiter) throws IOException {
    Random random = new Random(7);
    StringBuilder table = new StringBuilder(String.join(delimiter, NAMES)).append('\n');
    for (int i = 0; i < 100; i++) {
      table.append(
          Stream.of(NAMES)
              .map(
                  name ->
                      random.nextInt(4) == 0
                          ? value(random, 2)
                          : TEXTS.get(random.nextInt(TEXTS.size())))
              .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(delimiter, "", "\n")));
    }
    String name = delimiter.equals("\t") ? "a.tsv" : "a.csv";
    List<ParsedRecord> rows = rows(name, table.toString().getBytes(StandardCharsets.UTF_8), CHOICE);
    assertTrue(rows.size() >= 90, "" + rows.size());
    assertSound(rows, name + ": ");
  }

  /** The same in pages, feeds, agency formats, web archives, texts, and archives of these. */
  @Test
  void fieldsOfEveryFormat() throws IOException {
    Random random = new Random(11);
    List<SameArticles.Article> articles = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      articles.add(
          new SameArticles.Article(
              extreme(random),
              List.of(extreme(random), "The harbour council met today.", extreme(random)),
              random.nextBoolean() ? extreme(random) : "https://www.post.example/2026/03/10/" + i,
              "2026-03-10",
              extreme(random)));
    }
    Path originals = folder.resolve("originals");
    SameArticles.write(articles, originals);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(originals)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      List<ParsedRecord> rows =
          rows(name, Files.readAllBytes(file), new FieldChoice(Map.of(), List.of()));
      assertTrue(!rows.isEmpty(), file.toString());
      assertSound(rows, originals.relativize(file) + ": ");
    }
  }

  private static String extreme(Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    // Java encodes half a pair of characters as a question mark.
    return random.nextBoolean() ? text : text + " " + NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  @Test
  void typesOfParquet() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message article { optional double title; optional binary text; optional int96 date;"
                + " optional int64 when (TIMESTAMP_MICROS); optional fixed_len_byte_array(16) url (DECIMAL(38,2));"
                + " repeated float author; optional group source { repeated double name; optional group deep { optional int32 desk (DATE); } }"
                + " optional group meta (MAP) { repeated group key_value { required binary key (STRING); optional double value; } } }");
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    Path file = folder.resolve("made.parquet");
    double[] doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MAX_VALUE, 4e-324};
    Random random = new Random(3);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      for (int i = 0; i < 200; i++) {
        byte[] noise = new byte[16];
        random.nextBytes(noise);
        double number = doubles[i % doubles.length];
        Group row = groups.newGroup();
        row.append("title", number).append("text", Binary.fromConstantByteArray(noise));
        row.append("date", new NanoTime(random.nextInt(), random.nextLong()));
        row.append("when", i % 2 == 0 ? Long.MIN_VALUE : random.nextLong());
        row.append("url", Binary.fromConstantByteArray(noise));
        row.append("author", (float) number).append("author", Float.NaN);
        row.addGroup("source")
            .append("name", number)
            .addGroup("deep")
            .append("desk", random.nextInt());
        row.addGroup("meta").addGroup("key_value").append("key", "desk").append("value", number);
        writer.write(row);
      }
    }
    List<ParsedRecord> rows = rows("a.parquet", Files.readAllBytes(file), CHOICE);
    assertEquals(200, rows.size());
    assertSound(rows, "a.parquet: ");
  }

  /** Whatever fails at a record, the record is rejected, and the next one is read as ever. */
  @Test
  void aFailureOfThisProgramIsARejectedRecord() {
    InputFile file = new InputFile("", "a.jsonl", 0, 0, 0, null);
    Split split = new Split(3, file, 0, 0, 0, 1);
    RecordParser parser = new RecordParser(settings(new InputSpec("", "jsonl", null, CHOICE)));
    byte[] raw = "{the record}".getBytes(StandardCharsets.UTF_8);
    ParsedRecord failed =
        parser.parsed(split, new ReadRecord("a.jsonl", "jsonl", 7, raw, broken(), null));
    assertEquals(Outcome.REJECTED, failed.outcome());
    Rejection rejection = failed.rejected().rejection();
    assertEquals(Reason.PROGRAM_ERROR, rejection.reason());
    assertEquals("{the record}", failed.rejected().raw());
    assertTrue(rejection.detail().contains("report it"), rejection.detail());
    FoundArticle sound =
        Formats.named("jsonl")
            .cut(
                new java.io.ByteArrayInputStream(
                    "{\"title\": \"Ferry plan\", \"text\": \"It sails.\"}".getBytes()),
                new org.broadsheet.ingest.record.ReadSettings(1_000, CHOICE, null))
            .next()
            .articles()
            .get(0);
    ParsedRecord next =
        parser.parsed(split, new ReadRecord("a.jsonl", "jsonl", 8, raw, sound, null));
    assertEquals(Outcome.ARTICLE, next.outcome());
  }

  /** An article that no format gives: its captions cannot be read. */
  private static FoundArticle broken() {
    List<String> captions =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            throw new IllegalStateException("no caption");
          }

          @Override
          public int size() {
            return 1;
          }
        };
    return new FoundArticle(
        "Ferry plan",
        "It sails.",
        BodyStatus.FULL,
        TextRule.FIELD,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        List.of(),
        captions,
        List.of(),
        Map.of(),
        null,
        null);
  }
}
