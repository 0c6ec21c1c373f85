package org.broadsheet.table;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every declaration of a result table is complete and follows the rules for published names. */
class ResultTableTest {

  private static final String SNAKE_CASE = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  private static final Pattern RATIO =
      Pattern.compile("(?:^|\\s)([a-z][a-z0-9_]*) / ([a-z][a-z0-9_]*)");

  static List<ResultTable> tables() {
    return ResultTable.all();
  }

  static Stream<Arguments> columns() {
    return tables().stream()
        .flatMap(table -> table.columns().stream().map(c -> Arguments.of(table.name(), c.name())));
  }

  private static ColumnDefinition column(String table, String column) {
    return ResultTable.named(table).column(column);
  }

  @Test
  void everyDeclarationIsInTheIndex() throws IOException, URISyntaxException {
    Path index =
        Path.of(ResultTable.class.getClassLoader().getResource("tables/index.yaml").toURI());
    try (Stream<Path> files = Files.list(index.getParent())) {
      Set<String> declared = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .filter(name -> !name.equals("index"))
          .forEach(declared::add);
      assertEquals(declared, new TreeSet<>(ResultTable.names()));
    }
  }

  @Test
  void aTableIsFoundByItsName() {
    for (ResultTable table : tables()) {
      assertSame(table, ResultTable.named(table.name()));
    }
    assertEquals(
        List.copyOf(ResultTable.names()), tables().stream().map(ResultTable::name).toList());
    assertThrows(IllegalArgumentException.class, () -> ResultTable.named("nonsense"));
    assertThrows(IllegalArgumentException.class, () -> column("articles", "nonsense"));
    assertThrows(UnsupportedOperationException.class, () -> ResultTable.names().clear());
  }

  @Test
  void theFirstTableIsArticles() {
    assertEquals("articles", tables().get(0).name());
    assertEquals("corpus", tables().get(0).group());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsNamedDescribedAndHasAGrain(ResultTable table) {
    assertTrue(table.name().matches(SNAKE_CASE), table.name());
    assertTrue(table.about().strip().endsWith("."), "whole sentences: " + table.about());
    assertTrue(table.about().length() >= 20, table.about());
    assertFalse(table.group().isBlank());
    Set<String> names = new HashSet<>();
    for (ColumnDefinition column : table.columns()) {
      assertTrue(names.add(column.name()), "twice: " + column.name());
    }
    assertFalse(table.grain().isEmpty());
    assertEquals(
        table.grain().size(), new HashSet<>(table.grain()).size(), "grain without repeats");
    for (String name : table.grain()) {
      assertFalse(table.column(name).optional(), name + " tells rows apart");
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theSchemaHasTheDeclaredColumnsWithTheirMeaning(ResultTable table) {
    StructType schema = table.schema();
    assertEquals(table.columns().size(), schema.size());
    for (int i = 0; i < schema.size(); i++) {
      StructField field = schema.apply(i);
      ColumnDefinition column = table.columns().get(i);
      assertEquals(column.name(), field.name());
      assertEquals(column.about(), field.getComment().get());
      assertEquals(column.dataType(), field.dataType());
      assertTrue(field.nullable(), "the audit, not the file, says what may be null");
    }
  }

  @ParameterizedTest
  @MethodSource("columns")
  void aColumnIsNamedTypedAndDescribed(String table, String name) {
    ColumnDefinition column = column(table, name);
    assertTrue(name.matches(SNAKE_CASE), name);
    assertDoesNotThrow(column::dataType);
    assertFalse(column.sqlType().isBlank());
    assertNotNull(column.about());
    assertTrue(column.about().strip().endsWith("."), "whole sentences: " + column.about());
    assertNotNull(column.example());
    assertFalse(column.example().isBlank());
    assertTrue(
        column.min() == null || column.max() == null || column.min() < column.max(),
        "an empty range");
  }

  @ParameterizedTest
  @MethodSource("columns")
  void theExampleIsAValueOfTheColumn(String table, String name) {
    ColumnDefinition column = column(table, name);
    String example = column.example();
    switch (column.type()) {
      case "int" -> checkRange(column, Integer.parseInt(example));
      case "long" -> checkRange(column, Long.parseLong(example));
      case "double" -> checkRange(column, Double.parseDouble(example));
      case "boolean" -> assertTrue(example.equals("true") || example.equals("false"), example);
      case "date" -> assertNotNull(LocalDate.parse(example));
      case "timestamp" ->
          assertNotNull(
              LocalDateTime.parse(
                  example, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)));
      case "strings", "longs" -> assertTrue(example.matches("\\[.*\\]"), example);
      case "count_map" -> assertTrue(example.matches("\\{\\w+=\\d+\\}"), example);
      case "string_map" -> assertTrue(example.matches("\\{.+=.+\\}"), example);
      default -> assertEquals("string", column.type());
    }
  }

  private static void checkRange(ColumnDefinition column, double value) {
    assertTrue(column.min() == null || value >= column.min(), "below min: " + value);
    assertTrue(column.max() == null || value <= column.max(), "above max: " + value);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void onlyNumbersHaveARange(String table, String name) {
    ColumnDefinition column = column(table, name);
    boolean number = Set.of("int", "long", "double").contains(column.type());
    assertTrue(number || column.min() == null && column.max() == null, column.type());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void namesSayWhatKindOfValueIsInAColumn(String table, String name) {
    ColumnDefinition column = column(table, name);
    boolean share = name.equals("share") || name.endsWith("_share");
    if (share) {
      assertEquals("double", column.type());
      assertEquals(0.0, column.min());
      assertEquals(1.0, column.max());
    }
    assertEquals(column.type().equals("boolean"), name.startsWith("is_"), "flags begin with is_");
    if (name.endsWith("_date") || name.equals("period")) {
      assertEquals("date", column.type());
    }
    if (column.type().equals("timestamp")) {
      assertTrue(name.endsWith("_at"), name);
    }
    if (Set.of("tf", "df", "articles", "tokens", "sources").contains(name)) {
      assertEquals("long", column.type(), "one type for a count in all tables");
    }
  }

  /** "A rate is never stored without its numerator and denominator." */
  @ParameterizedTest
  @MethodSource("tables")
  void aRatioStandsBesideItsParts(ResultTable table) {
    Set<String> names = new HashSet<>();
    table.columns().forEach(column -> names.add(column.name()));
    List<String> missing = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      Matcher ratio = RATIO.matcher(column.about());
      while (column.name().matches("share|.*_share|.*_per_million") && ratio.find()) {
        for (int part = 1; part <= 2; part++) {
          if (!names.contains(ratio.group(part))) {
            missing.add(column.name() + " needs " + ratio.group(part));
          }
        }
      }
      if (column.name().endsWith("share") && !RATIO.matcher(column.about()).find()) {
        missing.add(column.name() + " does not say what is divided by what");
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void theReferenceNamesTheReasonsOfTheProgram() {
    String about = column("rejected_records", "reason").about().strip();
    assertEquals(
        "One of: "
            + Arrays.stream(Reason.values()).map(Reason::label).collect(Collectors.joining(", "))
            + ".",
        about);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void noWordIsBrokenAtTheEndOfALine(String table, String name) {
    String about = column(table, name).about();
    assertFalse(about.matches("(?s).*[a-z]- .*"), about);
  }

  @Test
  void anUnknownTypeIsADefectOfTheDeclaration() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ColumnDefinition("a", "text", false, null, null, false, "About.", "x"));
    assertEquals("unknown type of column: text", e.getMessage());
  }

  @Test
  void typesAreThoseOfSql() {
    assertEquals("BIGINT", column("terms", "tf").sqlType());
    assertEquals("ARRAY<STRING>", column("articles", "authors").sqlType());
    assertEquals("MAP<STRING, STRING>", column("articles", "extra").sqlType());
    assertEquals("TIMESTAMP", column("articles", "published_at").sqlType());
  }
}
