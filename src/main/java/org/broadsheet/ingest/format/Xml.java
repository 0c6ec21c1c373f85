package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.ingest.mapping.HtmlText;
import org.jsoup.nodes.Element;

/** Finds elements of XML as jsoup reads it: names keep their prefixes, and nothing is resolved. */
final class Xml {

  private Xml() {}

  /** The children of a name, which may have the prefix of the parent; case does not matter. */
  static List<Element> children(Element parent, String name) {
    String prefix = parent.tagName().substring(0, parent.tagName().indexOf(':') + 1);
    List<Element> found = new ArrayList<>();
    for (Element child : parent.children()) {
      if (child.tagName().equalsIgnoreCase(name)
          || child.tagName().equalsIgnoreCase(prefix + name)) {
        found.add(child);
      }
    }
    return found;
  }

  /**
   * All elements of a local name below an element, whatever their prefix, in their order.
   *
   * @param root where to look
   * @param name the name without prefix
   * @return the elements
   */
  static List<Element> all(Element root, String name) {
    List<Element> found = new ArrayList<>();
    root.stream().filter(element -> localName(element).equalsIgnoreCase(name)).forEach(found::add);
    return found;
  }

  /** The first element of a local name; null without one. */
  static Element first(Element root, String name) {
    return root.stream()
        .filter(element -> localName(element).equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  static String localName(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** The text of an element with its white space; null for none. */
  static String text(Element element) {
    if (element == null) {
      return null;
    }
    boolean plain = element.childrenSize() == 0;
    String text = (plain ? element.wholeText() : HtmlText.of(element)).strip();
    return text.isEmpty() ? null : text;
  }

  /** The value of an attribute; null where there is none. */
  static String attribute(Element element, String name) {
    return element == null || element.attr(name).isBlank() ? null : element.attr(name).strip();
  }
}
