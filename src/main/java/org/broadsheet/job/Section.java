package org.broadsheet.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.stats.FrequencyThreshold;

/**
 * A map of a job file, read key by key. Mistakes are gathered, not thrown, so that all of them are
 * reported together; keys that nobody asked for are mistakes too.
 */
final class Section {

  private static final String MAP = "a map of keys";

  private final String path;
  private final YamlTree tree;
  private final boolean usable;
  private final List<String> mistakes;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Section> children = new ArrayList<>();

  /**
   * Reads a map.
   *
   * @param path the dotted path to the map, empty for the file itself
   * @param tree the map; anything else is a mistake and read as an empty map
   * @param mistakes where mistakes are gathered
   */
  Section(String path, YamlTree tree, List<String> mistakes) {
    this(path, tree, mistakes, MAP);
  }

  private Section(String path, YamlTree tree, List<String> mistakes, String expected) {
    this.path = path;
    this.mistakes = mistakes;
    this.usable = tree.isMap() || tree.value() == null;
    if (!usable) {
      mistakes.add(
          tree.place() + ": " + (path.isEmpty() ? "the job file" : path) + " must be " + expected);
    }
    this.tree =
        tree.isMap() ? tree : new YamlTree(new LinkedHashMap<String, YamlTree>(), tree.place());
  }

  private YamlTree node(String key) {
    known.add(key);
    return tree.map().get(key);
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    YamlTree node = node(key);
    return node != null && node.value() != null;
  }

  /** Adds a mistake about a key of this section. */
  void mistake(String key, String what) {
    YamlTree node = tree.map().get(key);
    mistakes.add((node == null ? tree : node).place() + ": " + name(key) + " " + what);
  }

  /** The text of a key, or the default where it is missing. */
  String text(String key, String byDefault) {
    YamlTree node = node(key);
    if (node == null || node.value() == null) {
      return byDefault;
    }
    if (node.value() instanceof String text) {
      return text;
    }
    mistake(key, "must be a single value");
    return byDefault;
  }

  /** The text of a key that must be there; null where it is not, which is a mistake. */
  String required(String key, String remedy) {
    if (usable && !has(key)) {
      mistake(key, "is missing; " + remedy);
    }
    return text(key, null);
  }

  /** Whether this is a map or empty. Anything else has been reported as a mistake. */
  boolean isUsable() {
    return usable;
  }

  /** A whole number within bounds. */
  Long number(String key, long min, long max, Long byDefault) {
    return number(key, min, max, byDefault, "");
  }

  private Long number(String key, long min, long max, Long byDefault, String otherwise) {
    String text = text(key, null);
    if (text == null) {
      return byDefault;
    }
    try {
      long number = Long.parseLong(text.replace("_", "").trim());
      if (number >= min && number <= max) {
        return number;
      }
      mistake(key, "is " + number + ", but must be " + otherwise + "from " + min + " to " + max);
    } catch (NumberFormatException e) {
      mistake(key, "is '" + text + "', but must be " + otherwise + "a whole number");
    }
    return byDefault;
  }

  /** A whole number from 1, or a share above 0: {@code 0.01} or {@code 1%}. */
  FrequencyThreshold bound(String key, FrequencyThreshold byDefault) {
    String text = text(key, null);
    if (text == null) {
      return byDefault;
    }
    boolean percent = text.endsWith("%");
    boolean share = percent || text.indexOf('.') >= 0;
    try {
      String digits = percent ? text.substring(0, text.length() - 1) : text;
      double number = Double.parseDouble(digits.replace("_", "").trim()) / (percent ? 100 : 1);
      boolean fits = share ? number > 0 && number <= 1 : number >= 1 && number == (long) number;
      if (fits) {
        return new FrequencyThreshold(number, share);
      }
    } catch (NumberFormatException e) {
      // Reported below, like any other text that is not a bound.
    }
    mistake(
        key, "is '" + text + "', but must be a whole number from 1, or a share such as 0.01 or 1%");
    return byDefault;
  }

  /** A number from 0 to below 1, also as {@code 5%}. */
  double share(String key, double byDefault) {
    String text = text(key, null);
    if (text == null) {
      return byDefault;
    }
    boolean percent = text.endsWith("%");
    try {
      String digits = percent ? text.substring(0, text.length() - 1) : text;
      double share = new BigDecimal(digits.trim()).doubleValue() / (percent ? 100 : 1);
      if (share >= 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Reported below, like any other text that is not a share.
    }
    mistake(key, "is '" + text + "', but must be from 0 to below 1, such as 0.05 or 5%");
    return byDefault;
  }

  /** A whole number, or the word {@code auto}, which gives null. */
  Long numberOrAuto(String key, long min, long max) {
    return "auto".equals(text(key, "auto")) ? null : number(key, min, max, null, "auto or ");
  }

  boolean flag(String key, boolean byDefault) {
    String text = text(key, String.valueOf(byDefault));
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    mistake(key, "is '" + text + "', but must be true or false");
    return byDefault;
  }

  /** One of several words; the default where the key is missing or wrong. */
  String choice(String key, Collection<String> choices, String byDefault) {
    String text = text(key, byDefault);
    if (choices.contains(text)) {
      return text;
    }
    mistake(
        key, "is '" + text + "', but must be one of " + choices + Suggestion.near(choices, text));
    return byDefault;
  }

  /** One of several constants, by label; the default where the key is missing or wrong. */
  <E> E choice(String key, E[] choices, Function<E, String> label, E byDefault) {
    Map<String, E> byLabel = new LinkedHashMap<>();
    for (E choice : choices) {
      byLabel.put(label.apply(choice), choice);
    }
    return byLabel.get(choice(key, List.copyOf(byLabel.keySet()), label.apply(byDefault)));
  }

  /** A list of words; a single word counts as a list of one. */
  List<String> texts(String key) {
    YamlTree node = node(key);
    if (node == null || node.value() == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (YamlTree item : node.isList() ? node.list() : List.of(node)) {
      if (item.value() instanceof String text) {
        texts.add(text);
      } else {
        mistake(key, "must be a list of words");
      }
    }
    return texts;
  }

  /** A map of words to single values, each turned into something by a function that may throw. */
  <T> Map<String, T> values(String key, Function<String, T> parse, String expected) {
    Map<String, T> values = new LinkedHashMap<>();
    if (!has(key)) {
      return values;
    }
    Section section = section(key);
    for (String name : section.tree.map().keySet()) {
      String text = section.text(name, null);
      if (text != null) {
        try {
          values.put(name, parse.apply(text));
        } catch (RuntimeException e) {
          section.mistake(name, "is '" + text + "', but must be " + expected);
        }
      }
    }
    return values;
  }

  /** The section of a key; an empty one where it is missing. */
  Section section(String key) {
    YamlTree node = node(key);
    YamlTree map = node == null ? new YamlTree(null, tree.place()) : node;
    return child(name(key), map, MAP);
  }

  private Section child(String childPath, YamlTree node, String expected) {
    Section child = new Section(childPath, node, mistakes, expected);
    children.add(child);
    return child;
  }

  /** The sections of a list, such as the example; a single map counts as a list of one. */
  List<Section> sections(String key, String example) {
    YamlTree node = node(key);
    if (node == null || node.value() == null) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (YamlTree item : node.isList() ? node.list() : List.of(node)) {
      sections.add(child(name(key), item, "a list of maps, for example " + example));
    }
    return sections;
  }

  /** Adds a mistake for each key that was not asked for, here and below. */
  void reportUnknownKeys() {
    tree.map()
        .forEach(
            (key, node) -> {
              if (!known.contains(key)) {
                mistakes.add(
                    node.place()
                        + ": unknown key "
                        + name(key)
                        + Suggestion.among(known, key.toLowerCase(Locale.ROOT)));
              }
            });
    children.forEach(Section::reportUnknownKeys);
  }
}
