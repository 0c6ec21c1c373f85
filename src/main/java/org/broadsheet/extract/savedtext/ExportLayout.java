package org.broadsheet.extract.savedtext;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.lexicon.Lexicon;
import org.broadsheet.table.Resources;

/**
 * How a news database writes the articles that it exports as text, see {@code exports.yaml}.
 *
 * @param mark the line between two articles; null where a file is one
 * @param needs what an article has somewhere
 * @param head the lines above the first label; null for none
 * @param groups the groups of the head, with the field of each
 * @param label a line with a label; null where there are none
 * @param labels the field of each label
 */
record ExportLayout(
    Pattern mark,
    Pattern needs,
    Pattern head,
    Map<String, ExportField> groups,
    Pattern label,
    Map<String, ExportField> labels) {

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
      Map<String, List<String>> labels) {

    ExportLayout compiled(Map<String, String> fragments) {
      Map<String, ExportField> byLabel = new HashMap<>();
      if (labels != null) {
        labels.forEach((field, all) -> all.forEach(one -> byLabel.put(one, ExportField.of(field))));
      }
      Map<String, String> known = new HashMap<>(fragments);
      known.put("labels", anyOf(byLabel.keySet()));
      Set<String> groups = new HashSet<>();
      GROUP.matcher(head == null ? "" : head).results().forEach(m -> groups.add(m.group(1)));
      return new ExportLayout(
          pattern(mark, known),
          pattern(needs, known),
          pattern(head, known),
          groups.stream().collect(Collectors.toMap(group -> group, ExportField::of)),
          pattern(label, known),
          byLabel);
    }

    private static String anyOf(Set<String> labels) {
      return labels.stream()
          .sorted(Comparator.comparing(String::length).reversed())
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));
    }

    private static Pattern pattern(String regex, Map<String, String> fragments) {
      if (regex == null) {
        return null;
      }
      String whole = regex;
      for (Map.Entry<String, String> fragment : fragments.entrySet()) {
        whole = whole.replace("{" + fragment.getKey() + "}", fragment.getValue());
      }
      return Pattern.compile(Lexicon.withWordEdges(whole), Pattern.MULTILINE);
    }
  }

  /** The layouts in the order in which they are tried. */
  static List<ExportLayout> all() {
    return DECLARED;
  }
}
