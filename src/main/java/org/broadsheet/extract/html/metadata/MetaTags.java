package org.broadsheet.extract.html.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.extract.html.tree.Prose;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page's {@code meta} elements, by name in lower case. */
final class MetaTags {
  private static final List<String> NAMES = List.of("property", "name", "http-equiv");

  private final Map<String, List<String>> values = new HashMap<>();

  MetaTags(Document page) {
    for (Element meta : page.getElementsByTag("meta")) {
      String content = Prose.squeeze(meta.attr("content"));
      if (!content.isEmpty()) {
        NAMES.forEach(attribute -> put(Prose.lower(meta.attr(attribute).strip()), content));
      }
    }
  }

  private void put(String name, String content) {
    if (!name.isEmpty()) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(content);
    }
  }

  /** The first value of the first of the names that has one, or null. */
  String first(List<String> names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return found.get(0);
      }
    }
    return null;
  }

  String first(String... names) {
    return first(List.of(names));
  }

  /** All values of the first of the names that has any. */
  List<String> all(List<String> names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }
}
