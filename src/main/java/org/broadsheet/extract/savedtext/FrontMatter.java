package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.Literal;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;

/**
 * The block between two lines of three hyphens that programs put above a text: {@code title: ...}.
 *
 * <p>Read by hand rather than as YAML: the tools that write it do not quote, so a title with a
 * colon would be lost to a strict reader.
 */
final class FrontMatter {
  static final FrontMatter NONE = new FrontMatter(Map.of());

  private static final int MOST_LINES = 100;
  private static final Pattern ENTRY =
      Pattern.compile("^([A-Za-z][A-Za-z_ -]{0,30}):(?:\\s(.*))?$");
  private static final Pattern NO_VALUE = Pattern.compile("[>|][+-]?|null|None|~");
  private static final Pattern ITEM = Pattern.compile("^\\s*-\\s+(.*)$");
  private static final int FEWEST_KEYS = 2;
  private static final Set<String> KEYS = Set.copyOf(Lexicon.all("front_matter_keys"));

  private final Map<String, List<String>> values;

  private FrontMatter(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The index of the last line of the block with a title that begins at this line; else -1. */
  static int end(List<String> lines, int start) {
    return end(lines, start, false);
  }

  /**
   * The index of the block's last line if one begins at this line; else -1.
   *
   * @param first whether nothing stands above: there a block needs no title, as its heading may
   *     follow; elsewhere one without may be a source note between rules
   */
  static int end(List<String> lines, int start, boolean first) {
    if (!lines.get(start).stripTrailing().equals("---")) {
      return -1;
    }
    boolean titled = false;
    Set<String> known = new HashSet<>();
    for (int i = start + 1; i < Math.min(lines.size(), start + MOST_LINES); i++) {
      String line = PrintedText.head(lines.get(i), 2_000).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return titled || first && known.size() >= FEWEST_KEYS ? i : -1;
      }
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        String key = key(entry.group(1));
        titled |= key.equals("title");
        if (KEYS.contains(key)) {
          known.add(key);
        }
      } else if (!line.isBlank() && !line.startsWith("#") && !isContinued(line)) {
        return -1;
      }
    }
    return -1;
  }

  static FrontMatter read(List<String> lines) {
    Map<String, List<String>> values = new HashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines) {
      Matcher entry = ENTRY.matcher(line.stripTrailing());
      Matcher item = ITEM.matcher(line.stripTrailing());
      if (entry.matches()) {
        current = new ArrayList<>();
        values.putIfAbsent(key(entry.group(1)), current);
        addValue(entry.group(2), current);
      } else if (item.matches()) {
        addValue(item.group(1), current);
      } else if (isContinued(line)) {
        String first = current.isEmpty() ? "" : current.remove(current.size() - 1) + " ";
        current.add(first + PrintedText.strip(line));
      }
    }
    return new FrontMatter(values);
  }

  /**
   * The first of these keys that has a value, its values joined by semicolons; null if none has.
   */
  String text(String... keys) {
    for (String key : keys) {
      List<String> found = values.getOrDefault(key, List.of());
      if (!found.isEmpty()) {
        return String.join("; ", found);
      }
    }
    return null;
  }

  /** The values of the first of these keys that has any, cut at semicolons and commas. */
  List<String> list(String... keys) {
    String text = text(keys);
    if (text == null) {
      return List.of();
    }
    String separator = text.indexOf(';') >= 0 ? ";" : ",";
    return PrintedText.splitNonBlank(text, separator);
  }

  private static boolean isContinued(String line) {
    return line.startsWith(" ") || line.startsWith("\t") || line.startsWith("- ");
  }

  private static String key(String printed) {
    return printed.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  /** A plain value, a quoted one, or a list as YAML and Python print it. */
  private static void addValue(String printed, List<String> values) {
    String value = printed == null ? "" : PrintedText.strip(printed);
    if (Literal.isList(value)) {
      values.addAll(Literal.items(value));
    } else if (!value.isEmpty() && !NO_VALUE.matcher(value).matches()) {
      values.add(Literal.unquoted(value));
    }
  }
}
