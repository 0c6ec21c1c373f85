package org.broadsheet.extract.savedtext;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern whose groups are fields.
 *
 * @param pattern the pattern
 * @param groups the names of its groups, with the field of each
 */
record FieldPattern(Pattern pattern, Map<String, ExportField> groups) {

  /** Compiles a pattern in which names in braces stand for fragments. */
  static FieldPattern of(String regex, Map<String, String> fragments) {
    return new FieldPattern(ExportLayout.pattern(regex, fragments), ExportLayout.groups(regex));
  }

  /** Gives the fields of a text, where the pattern is found in it. */
  void find(String text, BiConsumer<ExportField, String> fields) {
    Matcher found = pattern.matcher(text);
    if (found.find()) {
      groups.forEach(
          (group, field) -> {
            if (found.group(group) != null) {
              fields.accept(field, found.group(group));
            }
          });
    }
  }
}
