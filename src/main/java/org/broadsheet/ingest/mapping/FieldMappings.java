package org.broadsheet.ingest.mapping;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.table.Resources;

/** The declared mappings of known data sets, see {@code mappings.yaml}. */
public final class FieldMappings {

  private static final List<FieldMapping> DECLARED =
      Resources.yaml("mappings.yaml", new TypeReference<List<FieldMapping.DeclaredMapping>>() {})
          .stream()
          .map(FieldMapping.DeclaredMapping::mapping)
          .toList();

  /** All names that any mapping knows, to tell a line of names from one of values. */
  private static final Set<String> KNOWN =
      DECLARED.stream()
          .flatMap(mapping -> mapping.fields().values().stream().flatMap(List::stream))
          .collect(Collectors.toSet());

  /** All names that any mapping knows for a body. */
  private static final Set<String> BODIES =
      DECLARED.stream()
          .flatMap(mapping -> mapping.fields().getOrDefault(ArticleField.BODY, List.of()).stream())
          .collect(Collectors.toSet());

  /** All names that the mapping for any data set knows for an address or a date. */
  private static final Set<String> OF_RECORDS =
      Stream.of(ArticleField.URL, ArticleField.PUBLISHED)
          .flatMap(field -> DECLARED.get(DECLARED.size() - 1).fields().get(field).stream())
          .collect(Collectors.toSet());

  /** Longest name of a column. */
  private static final int LONGEST_NAME = 60;

  private FieldMappings() {}

  /**
   * Reads the article of an object.
   *
   * @param object a JSON object
   * @param choice what the job says about fields
   * @return the article, or the rejection of an object without title and body
   */
  public static FoundArticle article(JsonNode object, FieldChoice choice) {
    return article(object, choice, false);
  }

  /**
   * Reads the article of an object, one of several whose bylines are written alike.
   *
   * @param object a JSON object
   * @param choice what the job says about fields
   * @param familyNamesFirst whether {@code Doe, Jane} is one name in them
   * @return the article, or the rejection of an object without title and body
   */
  public static FoundArticle article(
      JsonNode object, FieldChoice choice, boolean familyNamesFirst) {
    RecordFields fields = RecordFields.of(object);
    return new MappedArticle(fields, of(fields), choice).read(familyNamesFirst);
  }

  /**
   * The mapping that is recognised by most fields. The first of several that are equally good, with
   * all of them in its name.
   */
  private static FieldMapping of(RecordFields fields) {
    List<FieldMapping> fitting = new ArrayList<>();
    int most = 0;
    for (FieldMapping mapping : DECLARED) {
      if (mapping.when().size() >= most && mapping.fits(fields)) {
        if (mapping.when().size() > most) {
          fitting.clear();
        }
        most = mapping.when().size();
        fitting.add(mapping);
      }
    }
    return fitting.size() == 1 ? fitting.get(0) : fitting.get(0).asOneOf(fitting);
  }

  /**
   * The names of the columns of a table whose first row holds values.
   *
   * @param cells the first row
   * @return the declared names of a known data set, else {@code column_1} and so on; null if the
   *     row itself holds the names
   */
  public static List<String> columns(List<String> cells) {
    for (FieldMapping mapping : DECLARED) {
      if (mapping.columns() != null
          && mapping.columns().size() == cells.size()
          && mapping.first().matcher(cells.get(0)).matches()) {
        return mapping.columns();
      }
    }
    return areNames(cells)
        ? null
        : IntStream.rangeClosed(1, cells.size()).mapToObj(i -> "column_" + i).toList();
  }

  /** Whether an item of a list is a record by itself: it has a title, and an address or a date. */
  static boolean isRecord(JsonNode item) {
    return RichText.hasTitle(item)
        && item.properties().stream()
            .anyMatch(field -> OF_RECORDS.contains(RecordFields.normalised(field.getKey())));
  }

  /** Whether a value is a list in which each item has a title: records, or sections of a body. */
  static boolean isListOfTitled(JsonNode node) {
    return node != null
        && node.isArray()
        && !node.isEmpty()
        && node.valueStream().allMatch(RichText::hasTitle);
  }

  /** Whether the last name of a path is that of a body in any data set. */
  static boolean isBody(String path) {
    String name = RecordFields.normalised(path.substring(path.lastIndexOf('.') + 1));
    return BODIES.contains(name) || name.startsWith("body") || name.startsWith("full");
  }

  /**
   * Whether any data set has a field of a name.
   *
   * @param name a name as printed
   * @return true if a mapping knows it
   */
  public static boolean isKnown(String name) {
    return KNOWN.contains(RecordFields.normalised(name));
  }

  /**
   * Whether cells name columns. One known name is enough; else all must look like names, and
   * differ.
   */
  private static boolean areNames(List<String> cells) {
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      names.add(RecordFields.normalised(cell));
    }
    if (names.stream().anyMatch(KNOWN::contains)) {
      return true;
    }
    return cells.stream().allMatch(FieldMappings::mayBeName)
        && Set.copyOf(names).size() == names.size();
  }

  private static boolean mayBeName(String cell) {
    return cell.length() <= LONGEST_NAME
        && !cell.isEmpty()
        && Character.isLetter(cell.codePointAt(0))
        && cell.indexOf('.') < 0
        && cell.indexOf('/') < 0;
  }
}
