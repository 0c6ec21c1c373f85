package org.broadsheet.extract.savedtext;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;
import org.broadsheet.table.Resources;

/**
 * How a news database writes the articles that it exports as text, see {@code exports.yaml}.
 *
 * @param name its name
 * @param mark the line between two articles; null where a file is one
 * @param needs what an article has somewhere
 * @param head the lines above the first label; null for none
 * @param groups the groups of the head, with the field of each
 * @param label a line with a label; null where there are none
 * @param labels the field of each label
 * @param imprint what of the line about the publication is a field; null where there is none
 * @param tail the lines below a text that are no part of it; null for none
 */
record ExportLayout(
    String name,
    Pattern mark,
    Pattern needs,
    Pattern head,
    Map<String, ExportField> groups,
    Pattern label,
    Map<String, ExportField> labels,
    FieldPattern imprint,
    Pattern tail) {

  /** Characters of an article in which its head is looked for. */
  private static final int HEAD = 20_000;

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+\\d?)>");
  private static final List<ExportLayout> DECLARED =
      Resources.yaml("exports.yaml", new TypeReference<Declarations>() {}).compiled();

  private record Declarations(Map<String, String> fragments, List<LayoutDeclaration> layouts) {
    List<ExportLayout> compiled() {
      return layouts.stream().map(layout -> layout.compiled(fragments)).toList();
    }
  }

  private record LayoutDeclaration(
      String name,
      String mark,
      String needs,
      String head,
      String label,
      Map<String, List<String>> labels,
      String imprint,
      String tail) {

    ExportLayout compiled(Map<String, String> fragments) {
      Map<String, ExportField> byLabel = new HashMap<>();
      if (labels != null) {
        labels.forEach((field, all) -> all.forEach(one -> byLabel.put(one, ExportField.of(field))));
      }
      Map<String, String> known = new HashMap<>(fragments);
      known.put("labels", anyOf(byLabel.keySet()));
      return new ExportLayout(
          name,
          pattern(mark, known),
          pattern(needs, known),
          pattern(head, known),
          groups(head == null ? "" : head),
          pattern(label, known),
          byLabel,
          imprint == null ? null : FieldPattern.of(imprint, known),
          pattern(tail, known));
    }

    private static String anyOf(Set<String> labels) {
      return labels.stream()
          .sorted(Comparator.comparing(String::length).reversed())
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));
    }
  }

  /** Compiles a regular expression in which names in braces stand for fragments; null for null. */
  static Pattern pattern(String regex, Map<String, String> fragments) {
    if (regex == null) {
      return null;
    }
    String whole = regex;
    for (Map.Entry<String, String> fragment : fragments.entrySet()) {
      whole = whole.replace("{" + fragment.getKey() + "}", fragment.getValue());
    }
    return Pattern.compile(Lexicon.withWordEdges(whole), Pattern.MULTILINE);
  }

  /** The groups of a regular expression, with the field that each is named after. */
  static Map<String, ExportField> groups(String regex) {
    return GROUP
        .matcher(regex)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .collect(Collectors.toMap(group -> group, ExportField::of));
  }

  /** The end of those units of a body that are above its tail; null is no tail. */
  static int endOfText(List<String> units, Pattern tail) {
    int end = units.size();
    while (tail != null && end > 0 && tail.matcher(units.get(end - 1)).matches()) {
      end--;
    }
    return end;
  }

  /**
   * Looks for the head in the text of an article, whose lines have no white space at their ends.
   */
  Matcher headOf(String text) {
    return head.matcher(PrintedText.head(text, HEAD));
  }

  /** The layouts in the order in which they are tried. */
  static List<ExportLayout> all() {
    return DECLARED;
  }

  /** The layout of a name. */
  static ExportLayout named(String name) {
    return DECLARED.stream().filter(layout -> layout.name.equals(name)).findFirst().orElseThrow();
  }
}
