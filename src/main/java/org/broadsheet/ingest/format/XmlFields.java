package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Makes fields of the children and attributes of an element, as JSON has them. */
final class XmlFields {

  /** The text of an element that has attributes too. */
  private static final String TEXT = "#text";

  /** The field of a record that holds words beside its elements. */
  private static final String WORDS = "text";

  /** What is nested deeper is text. */
  private static final int DEEPEST = 12;

  /** Elements of text, and no fields. */
  private static final Set<String> OF_TEXT =
      Set.of(
          ("p br b i em strong u s a span div ul ol li h1 h2 h3 h4 h5 h6 hr img blockquote sub sup table tr td th tbody"
                  + " thead font center figure figcaption pre q cite")
              .split(" "));

  /** Elements that say by an attribute which field they are, as search engines write them. */
  private static final Set<String> NAMED_BY_ATTRIBUTE =
      Set.of("field", "str", "arr", "date", "int", "long", "float", "double", "bool", "text");

  private XmlFields() {}

  /**
   * The fields of a record.
   *
   * @param record its element
   * @return an object of them
   */
  static ObjectNode of(Element record) {
    ObjectNode fields = object(record, 0);
    if (!record.ownText().isBlank() && !fields.has(WORDS)) {
      fields.put(WORDS, Xml.text(record));
    }
    return fields;
  }

  private static ObjectNode object(Element element, int depth) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : element.attributes()) {
      if (!attribute.getKey().startsWith("xmlns") && !isName(element, attribute)) {
        fields.put(attribute.getKey(), attribute.getValue());
      }
    }
    Map<String, String> whole = new HashMap<>();
    for (Element child : element.children()) {
      add(fields, name(child, whole), value(child, depth + 1));
    }
    return fields;
  }

  private static boolean isName(Element element, Attribute attribute) {
    return attribute.getKey().equals("name") && isNamedByAttribute(element);
  }

  private static boolean isNamedByAttribute(Element element) {
    return element.hasAttr("name") && NAMED_BY_ATTRIBUTE.contains(Xml.localName(element));
  }

  /**
   * The local name; with its prefix where another vocabulary has the same.
   *
   * @param whole gets the name with its prefix by the local one
   */
  private static String name(Element child, Map<String, String> whole) {
    if (isNamedByAttribute(child)) {
      return child.attr("name");
    }
    String name = child.tagName();
    String local = name.substring(name.indexOf(':') + 1);
    String before = whole.putIfAbsent(local, name);
    return before == null || before.equals(name) ? local : name;
  }

  private static void add(ObjectNode fields, String name, JsonNode value) {
    JsonNode before = fields.get(name);
    if (before == null) {
      fields.set(name, value);
    } else if (before instanceof ArrayNode list) {
      list.add(value);
    } else {
      fields.putArray(name).add(before).add(value);
    }
  }

  private static JsonNode value(Element element, int depth) {
    if (isList(element)) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      element.children().forEach(item -> list.add(Xml.text(item)));
      return list;
    }
    String own = isText(element) || depth >= DEEPEST ? Xml.text(element) : null;
    boolean isPlain = element.attributesSize() == (isNamedByAttribute(element) ? 1 : 0);
    boolean isLeaf = own != null || element.childrenSize() == 0;
    if (isLeaf && isPlain) {
      return TextNode.valueOf(own == null ? "" : own);
    }
    if (!isLeaf) {
      return object(element, depth);
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : element.attributes()) {
      fields.put(attribute.getKey(), attribute.getValue());
    }
    return own == null ? fields : fields.put(TEXT, own);
  }

  /** Whether an element holds several values of one field, as search engines write them. */
  private static boolean isList(Element element) {
    return isNamedByAttribute(element)
        && element.childrenSize() > 0
        && element.children().stream()
            .allMatch(
                item -> NAMED_BY_ATTRIBUTE.contains(Xml.localName(item)) && !item.hasAttr("name"));
  }

  /** Whether an element holds words, or nothing but elements of text. */
  private static boolean isText(Element element) {
    return !element.ownText().isBlank()
        || element.children().stream().allMatch(child -> OF_TEXT.contains(Xml.localName(child)));
  }
}
