package org.broadsheet.ingest.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.BodyStatus;

/**
 * A declared mapping from the fields of a known data set to those of an article, see {@code
 * mappings.yaml}.
 *
 * @param name the data set; with the others that a record fits as well
 * @param when the fields by which its records are recognised, each by one of several names
 * @param columns the names of its columns, where its files have none
 * @param first what the first column holds in such files
 * @param status how much of a text its bodies are
 * @param fields article field to the names to try, in order
 * @param summaries the names of fields that replace a missing body
 * @param source who publishes its articles, where none is printed; null for nobody
 * @param rejects the fields that show what is no article, and their values
 */
record FieldMapping(
    String name,
    List<List<String>> when,
    List<String> columns,
    Pattern first,
    BodyStatus status,
    Map<ArticleField, List<String>> fields,
    List<String> summaries,
    String source,
    Map<String, List<String>> rejects) {

  /** A mapping as it is declared. */
  record DeclaredMapping(
      String name,
      List<String> when,
      List<String> columns,
      String first,
      String body,
      Map<String, List<String>> fields,
      List<String> summary,
      String source,
      Map<String, List<String>> rejects) {

    FieldMapping mapping() {
      Map<ArticleField, List<String>> byField = new TreeMap<>();
      fields.forEach(
          (field, names) ->
              byField.put(ArticleField.valueOf(field.toUpperCase(Locale.ROOT)), normalised(names)));
      return new FieldMapping(
          name,
          when == null ? List.of() : when.stream().map(DeclaredMapping::alternatives).toList(),
          columns,
          first == null ? null : Pattern.compile(first),
          body == null ? BodyStatus.FULL : BodyStatus.valueOf(body.toUpperCase(Locale.ROOT)),
          byField,
          normalised(summary),
          source,
          rejects == null ? Map.of() : rejects);
    }

    private static List<String> alternatives(String names) {
      return normalised(List.of(names.split("\\|")));
    }

    private static List<String> normalised(List<String> names) {
      return names == null ? List.of() : names.stream().map(RecordFields::normalised).toList();
    }
  }

  /** Whether a record has the fields by which records of the data set are recognised. */
  boolean fits(RecordFields fields) {
    for (List<String> names : when) {
      if (!hasAny(fields, names)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAny(RecordFields fields, List<String> names) {
    for (String name : names) {
      if (fields.at(name) != null) {
        return true;
      }
    }
    return false;
  }

  /** What shows that a record is no article, for example {@code type is picture}; else null. */
  String rejectedBy(RecordFields fields) {
    for (Map.Entry<String, List<String>> field : rejects.entrySet()) {
      String value = RecordFields.text(fields.at(field.getKey()));
      if (value != null && field.getValue().contains(value.toLowerCase(Locale.ROOT))) {
        return field.getKey() + " is " + value;
      }
    }
    return null;
  }

  /** The same mapping, named as the first of several that fit. */
  FieldMapping asOneOf(List<FieldMapping> fitting) {
    String others =
        fitting.stream().skip(1).map(FieldMapping::name).collect(Collectors.joining(" or "));
    String names = name + ", though they fit " + others + " as well";
    return new FieldMapping(
        names, when, columns, first, status, fields, summaries, source, rejects);
  }
}
