package org.broadsheet.job;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a YAML file with the place it is from.
 *
 * @param value a string, a list or a map of nodes, or null
 * @param place for messages: a line of the file, or the command line
 */
record YamlTree(Object value, String place) {

  private static final YAMLFactory YAML = new YAMLFactory();

  /**
   * Reads a YAML text.
   *
   * @param text the text
   * @param place where it is from, without the line
   * @param numbered whether places get the line
   * @return the tree; an empty text gives null as its value
   * @throws IOException if the text is not one document of YAML
   */
  static YamlTree parse(String text, String place, boolean numbered) throws IOException {
    try (YAMLParser parser = YAML.createParser(text)) {
      TreeParser reader = new TreeParser(parser, place, numbered);
      JsonToken first = parser.nextToken();
      YamlTree tree = first == null ? new YamlTree(null, place) : reader.value(first, place);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "a second document (---) is not read; remove it");
      }
      return tree;
    }
  }

  /**
   * What is wrong with a text that is not YAML, without the lines that quote it.
   *
   * @param failure what {@link #parse} threw
   * @return one line
   */
  static String reason(IOException failure) {
    String message =
        failure instanceof JsonProcessingException e
            ? e.getOriginalMessage()
            : failure.getMessage();
    List<String> lines =
        String.valueOf(message).lines().filter(line -> !line.startsWith(" ")).toList();
    // The first line says what was being read, the last what is wrong with it.
    return lines.isEmpty() ? "it cannot be read" : lines.get(lines.size() - 1);
  }

  private record TreeParser(YAMLParser parser, String file, boolean numbered) {

    YamlTree value(JsonToken token, String place) throws IOException {
      if (parser.isCurrentAlias()) {
        throw new JsonParseException(parser, "an alias (*name) is not read; write the value again");
      }
      return switch (token) {
        case START_OBJECT -> new YamlTree(map(), place);
        case START_ARRAY -> new YamlTree(list(), place);
        case VALUE_NULL -> new YamlTree(null, place);
        default -> new YamlTree(parser.getText(), place);
      };
    }

    private Map<String, YamlTree> map() throws IOException {
      Map<String, YamlTree> map = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        String place = place();
        if (map.containsKey(key)) {
          throw new JsonParseException(parser, "the key '" + key + "' is given twice");
        }
        map.put(key, value(parser.nextToken(), place));
      }
      return map;
    }

    private List<YamlTree> list() throws IOException {
      List<YamlTree> list = new ArrayList<>();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        list.add(value(token, place()));
      }
      return list;
    }

    private String place() {
      return numbered ? file + ":" + parser.currentTokenLocation().getLineNr() : file;
    }
  }

  boolean isMap() {
    return value instanceof Map;
  }

  boolean isList() {
    return value instanceof List;
  }

  @SuppressWarnings("unchecked")
  Map<String, YamlTree> map() {
    return (Map<String, YamlTree>) value;
  }

  @SuppressWarnings("unchecked")
  List<YamlTree> list() {
    return (List<YamlTree>) value;
  }

  /**
   * The tree with a value put at a dotted path; steps that are numbers count into lists from 0.
   *
   * @param path the path
   * @param node the value
   * @throws IllegalArgumentException if the path leads into a value that is neither a map nor a
   *     list
   */
  void put(String path, YamlTree node) {
    int dot = path.indexOf('.');
    String step = dot < 0 ? path : path.substring(0, dot);
    if (dot < 0) {
      putHere(step, node);
      return;
    }
    YamlTree child = child(step);
    if (child == null || child.value == null) {
      child = new YamlTree(new LinkedHashMap<String, YamlTree>(), node.place);
      putHere(step, child);
    }
    child.put(path.substring(dot + 1), node);
  }

  private YamlTree child(String step) {
    if (isMap()) {
      return map().get(step);
    }
    return isList() ? list().get(index(step)) : null;
  }

  private void putHere(String step, YamlTree node) {
    if (isMap()) {
      map().put(step, node);
    } else if (isList()) {
      list().set(index(step), node);
    } else {
      throw new IllegalArgumentException("there is nothing below the value before '" + step + "'");
    }
  }

  private int index(String step) {
    if (!step.matches("\\d{1,6}") || Integer.parseInt(step) >= list().size()) {
      throw new IllegalArgumentException(
          "'" + step + "' is no entry of a list of " + list().size() + " (they count from 0)");
    }
    return Integer.parseInt(step);
  }

  /** The tree as plain values, for the manifest. */
  Object plain() {
    if (isMap()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map().forEach((key, node) -> plain.put(key, node.plain()));
      return plain;
    }
    return isList() ? list().stream().map(YamlTree::plain).toList() : value;
  }
}
