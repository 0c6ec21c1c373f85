package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.ingest.encoding.StrictReader;
import org.broadsheet.ingest.mapping.HtmlText;
import org.jsoup.nodes.Element;

/** Finds elements of XML as jsoup reads it: names keep their prefixes, and nothing is resolved. */
final class Xml {

  private Xml() {}

  /** The children of a local name, whatever their prefix and case. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : parent.children()) {
      if (isNamed(child, name)) {
        found.add(child);
      }
    }
    return found;
  }

  /** The first child of a local name; null without one, or without a parent. */
  static Element child(Element parent, String name) {
    return parent == null ? null : children(parent, name).stream().findFirst().orElse(null);
  }

  /** The element at a path of local names; null without one. */
  static Element at(Element parent, String... names) {
    Element found = parent;
    for (String name : names) {
      found = child(found, name);
    }
    return found;
  }

  /**
   * All elements of a local name below an element, whatever their prefix, in their order.
   *
   * @param root where to look; null for nowhere
   * @param name the name without prefix
   * @return the elements
   */
  static List<Element> all(Element root, String name) {
    List<Element> found = new ArrayList<>();
    if (root != null) {
      root.stream().filter(element -> isNamed(element, name)).forEach(found::add);
    }
    return found;
  }

  /** The first element of a local name; null without one, or without a root. */
  static Element first(Element root, String name) {
    return root == null
        ? null
        : root.stream().filter(element -> isNamed(element, name)).findFirst().orElse(null);
  }

  static String localName(Element element) {
    String name = element.normalName();
    return name.substring(name.indexOf(':') + 1);
  }

  /** Whether an element has a local name, whatever its prefix and case. */
  static boolean isNamed(Element element, String name) {
    String whole = element.normalName();
    int start = whole.indexOf(':') + 1;
    return whole.length() - start == name.length()
        && whole.regionMatches(true, start, name, 0, name.length());
  }

  /** The text of an element with its white space; null for none. */
  static String text(Element element) {
    if (element == null) {
      return null;
    }
    boolean plain = element.childrenSize() == 0;
    String printed = plain ? element.wholeText() : HtmlText.of(element);
    String text = PrintedText.withoutControls(printed).strip();
    return text.isEmpty() ? null : text;
  }

  /** The text of an element without that of some elements in it; null for none. */
  static String textWithout(Element element, Predicate<Element> isBeside) {
    String text = PrintedText.withoutControls(HtmlText.of(element, isBeside)).strip();
    return text.isEmpty() ? null : text;
  }

  /** The text of an element on one line; null for none. */
  static String line(Element element) {
    return line(text(element));
  }

  /** A text on one line; null for none. */
  static String line(String text) {
    String line = text == null ? "" : PrintedText.squeeze(text);
    return line.isEmpty() ? null : line;
  }

  /** Names, each once, as one byline; null for none. Nulls are left out. */
  static String joined(Stream<String> names) {
    String joined = names.filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
    return joined.isEmpty() ? null : joined;
  }

  /** The value of an attribute; null where there is none. */
  static String attribute(Element element, String name) {
    return element == null || element.attr(name).isBlank() ? null : element.attr(name).strip();
  }

  /** A text outside of a record that cannot be decoded is none. */
  static String valid(String text) {
    return text == null || text.indexOf(StrictReader.INVALID) >= 0 ? null : text;
  }

  /** The first text that there is; null without one. */
  static String firstOf(String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
