package org.broadsheet.ingest.format;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.table.Resources;

/**
 * A declared mapping from the fields of a known data set to those of an article, see {@code
 * mappings.yaml}.
 *
 * @param name the data set; with others that its records fit as well
 * @param when the fields that tell its records from others
 * @param columns the names of its columns, where its files have none
 * @param first what the first column holds then
 * @param status what its bodies are, where they are not whole
 * @param fields article field to the names to try, in order
 * @param summaries the names of what stands in for a body
 */
record FieldMapping(
    String name,
    List<String> when,
    List<String> columns,
    Pattern first,
    BodyStatus status,
    Map<ArticleField, List<String>> fields,
    List<String> summaries) {

  private static final List<FieldMapping> DECLARED =
      Resources.yaml("mappings.yaml", new TypeReference<List<Declaration>>() {}).stream()
          .map(Declaration::mapping)
          .toList();

  /** All names that any mapping knows, to tell a line of names from one of values. */
  private static final Set<String> KNOWN =
      DECLARED.stream()
          .flatMap(mapping -> mapping.fields.values().stream().flatMap(List::stream))
          .collect(Collectors.toSet());

  /** Longest name of a column. */
  private static final int LONGEST_NAME = 60;

  private record Declaration(
      String name,
      List<String> when,
      List<String> columns,
      String first,
      String body,
      Map<String, List<String>> fields,
      List<String> summary) {

    FieldMapping mapping() {
      Map<ArticleField, List<String>> byField = new TreeMap<>();
      fields.forEach(
          (field, names) ->
              byField.put(ArticleField.valueOf(field.toUpperCase(Locale.ROOT)), normalised(names)));
      return new FieldMapping(
          name,
          normalised(when),
          columns,
          first == null ? null : Pattern.compile(first),
          body == null ? BodyStatus.FULL : BodyStatus.valueOf(body.toUpperCase(Locale.ROOT)),
          byField,
          normalised(summary));
    }

    private static List<String> normalised(List<String> names) {
      return names == null ? List.of() : names.stream().map(RecordFields::normalised).toList();
    }
  }

  /**
   * Reads the article of an object.
   *
   * @param object a JSON object
   * @param choice what the job says about fields
   * @return the article, or the rejection of an object without title and body
   */
  static FoundArticle article(JsonNode object, FieldChoice choice) {
    RecordFields fields = RecordFields.of(object);
    return new MappedArticle(fields, of(fields), choice).read();
  }

  /**
   * The mapping with most fields to tell its records by, the first one of several; all of them are
   * in its name.
   */
  private static FieldMapping of(RecordFields fields) {
    List<FieldMapping> fitting = new ArrayList<>();
    int most = 0;
    for (FieldMapping mapping : DECLARED) {
      if (mapping.when.size() >= most && mapping.fits(fields)) {
        if (mapping.when.size() > most) {
          fitting.clear();
        }
        most = mapping.when.size();
        fitting.add(mapping);
      }
    }
    return fitting.size() == 1 ? fitting.get(0) : fitting.get(0).asOneOf(fitting);
  }

  private boolean fits(RecordFields fields) {
    for (String name : when) {
      if (fields.at(name) == null) {
        return false;
      }
    }
    return true;
  }

  private FieldMapping asOneOf(List<FieldMapping> fitting) {
    String others =
        fitting.stream().skip(1).map(FieldMapping::name).collect(Collectors.joining(" or "));
    String names = name + ", though they fit " + others + " as well";
    return new FieldMapping(names, when, columns, first, status, fields, summaries);
  }

  /**
   * The names of the columns of a table whose first row holds values.
   *
   * @param cells the first row
   * @return the declared names of a known data set, else {@code column_1} and so on; null if the
   *     row itself holds the names
   */
  static List<String> columns(List<String> cells) {
    for (FieldMapping mapping : DECLARED) {
      if (mapping.columns != null
          && mapping.columns.size() == cells.size()
          && mapping.first.matcher(cells.get(0)).matches()) {
        return mapping.columns;
      }
    }
    return areNames(cells)
        ? null
        : IntStream.rangeClosed(1, cells.size()).mapToObj(i -> "column_" + i).toList();
  }

  /** Whether any data set has a field of that name. */
  static boolean isKnown(String name) {
    return KNOWN.contains(RecordFields.normalised(name));
  }

  /** One known name is enough; else all must look like names, and differ. */
  private static boolean areNames(List<String> cells) {
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      names.add(RecordFields.normalised(cell));
    }
    if (names.stream().anyMatch(KNOWN::contains)) {
      return true;
    }
    return cells.stream().allMatch(FieldMapping::mayBeName)
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
