package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.credit.Dateline;
import org.broadsheet.text.Language;
import org.jsoup.nodes.Element;

/** The elements of one article of an exported page, and the fields that they are. */
final class PageFields {
  /** Characters of the lines in which fields are looked for. */
  private static final int HEAD = 20_000;

  private final PageLayout layout;
  private final Element first;
  private final List<List<Element>> found = new ArrayList<>();
  private Map<ExportField, String> values;

  /**
   * Begins an article.
   *
   * @param layout the layout of its page
   * @param first its first element
   */
  PageFields(PageLayout layout, Element first) {
    this.layout = layout;
    this.first = first;
    layout.slots().forEach(slot -> found.add(new ArrayList<>()));
  }

  /** Adds an element to a slot of the layout. */
  void add(int slot, Element element) {
    found.get(slot).add(element);
  }

  /** Whether there is a title or a text; else this is no article, but a part of the page. */
  boolean isArticle() {
    return values().containsKey(ExportField.TITLE) || values().containsKey(ExportField.BODY);
  }

  /** Whether the article has a source or a date, as every article of a database does. */
  boolean saysWhoseOrWhen() {
    return values().containsKey(ExportField.PUBLISHED) || values().containsKey(ExportField.SOURCE);
  }

  SavedArticle article() {
    String body = values().getOrDefault(ExportField.BODY, "");
    return new SavedArticle(
        values().getOrDefault(ExportField.TITLE, ""),
        values().get(ExportField.BYLINE),
        Dateline.opening(body).map(Dateline::text).orElse(null),
        values().get(ExportField.PUBLISHED),
        null,
        body,
        List.of(),
        values().get(ExportField.SOURCE),
        values().get(ExportField.SECTION),
        List.of(),
        List.of(),
        values().get(ExportField.LANGUAGE));
  }

  private Map<ExportField, String> values() {
    if (values == null) {
      values = new EnumMap<>(ExportField.class);
      readElements();
      readLines();
      readLanguage();
      if (isArticle()) {
        layout.fixed().forEach(values::putIfAbsent);
      }
    }
    return values;
  }

  private void readElements() {
    for (int i = 0; i < found.size(); i++) {
      ExportField field = layout.slots().get(i).field();
      if (field == ExportField.BODY && !values.containsKey(field)) {
        put(field, body(found.get(i)));
      } else if (field != null && !values.containsKey(field)) {
        String text =
            found.get(i).stream()
                .map(element -> lines(element).collect(Collectors.joining("\n")))
                .filter(printed -> !printed.isEmpty())
                .findFirst()
                .orElse("");
        put(field, text);
      }
    }
  }

  /** The paragraphs, without the title where it stands above them once more. */
  private String body(List<Element> elements) {
    List<String> lines = new ArrayList<>();
    elements.forEach(element -> lines.addAll(BlockLines.of(element)));
    List<String> units = Layout.units(lines, layout.wrapped());
    int end = ExportLayout.endOfText(units, layout.tail());
    boolean titled = end > 0 && units.get(0).equals(values.get(ExportField.TITLE));
    return String.join("\n\n", units.subList(titled ? 1 : 0, end));
  }

  private void readLines() {
    for (int i = 0; i < found.size() && !values.containsKey(ExportField.PUBLISHED); i++) {
      if (layout.slots().get(i).field() == null) {
        String lines =
            found.get(i).stream().flatMap(PageFields::lines).collect(Collectors.joining("\n"));
        String head = PrintedText.head(lines, HEAD);
        layout.head().forEach(pattern -> pattern.find(head, this::put));
      }
    }
  }

  /** The printed language, unless only the class name says it in a known form. */
  private void readLanguage() {
    if (layout.language() != null && Language.code(values.get(ExportField.LANGUAGE)) == null) {
      Matcher language = layout.language().matcher(first.className());
      if (language.find()) {
        values.put(ExportField.LANGUAGE, language.group(1));
      }
    }
  }

  private void put(ExportField field, String text) {
    String whole =
        layout.cut().containsKey(field)
            ? layout.cut().get(field).matcher(text).replaceFirst("")
            : text;
    String value = field == ExportField.BODY ? whole : PrintedText.squeeze(whole);
    if (!value.isEmpty()) {
      values.putIfAbsent(field, value);
    }
  }

  private static Stream<String> lines(Element element) {
    return BlockLines.of(element).stream().map(PrintedText::strip).filter(line -> !line.isEmpty());
  }
}
