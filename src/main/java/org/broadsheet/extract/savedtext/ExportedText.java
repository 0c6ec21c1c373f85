package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.credit.Dateline;
import org.broadsheet.extract.web.WebAddress;
import org.broadsheet.lexicon.Lexicon;

/** One article of a text that a news database exported: its lines by their labels. */
final class ExportedText {
  /** "Section 1", "Column 3", "Pg. 12": where it stood on paper, beside the section's name. */
  private static final Pattern PLACE = Lexicon.pattern("{print_places}\\b\\.?\\s?\\w{0,5}");

  private final ExportLayout layout;
  private final Map<ExportField, List<String>> head = new EnumMap<>(ExportField.class);
  private final Map<ExportField, List<String>> values = new EnumMap<>(ExportField.class);
  private final Set<String> seen = new HashSet<>();
  private ExportField current;

  private ExportedText(ExportLayout layout) {
    this.layout = layout;
  }

  /**
   * The articles of an export; empty if the text is no export.
   *
   * @param printed the lines of a file
   * @return the articles in order
   */
  static List<SavedArticle> articles(List<String> printed) {
    ExportLines text = ExportLines.of(printed);
    return ExportLayout.all().stream()
        .map(layout -> articles(layout, text))
        .filter(articles -> !articles.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The articles of a text that is an export of a layout, if it is one. */
  static List<SavedArticle> articles(ExportLayout layout, List<String> printed) {
    return articles(layout, ExportLines.of(printed));
  }

  private static List<SavedArticle> articles(ExportLayout layout, ExportLines text) {
    ExportPieces pieces = new ExportPieces(layout, text);
    boolean isCut = layout.mark() == null || pieces.isCut();
    return isCut && pieces.showLayout() ? pieces.articles() : List.of();
  }

  /**
   * The articles of a text that was cut into one part for each. Parts that do not fit the layout
   * are read as ordinary text; if none fits, there are no articles.
   *
   * @param layout the layout of the articles
   * @param parts their lines, perhaps with marks
   */
  static List<SavedArticle> articlesOfParts(ExportLayout layout, List<List<String>> parts) {
    List<ExportPieces> cut =
        parts.stream().map(part -> new ExportPieces(layout, ExportLines.of(part))).toList();
    return cut.stream().anyMatch(ExportPieces::showLayout)
        ? cut.stream().flatMap(pieces -> pieces.articles().stream()).toList()
        : List.of();
  }

  /**
   * The article of lines that fit a layout.
   *
   * @param layout the layout
   * @param lines the lines between two marks
   * @param wrapped whether the whole text is hard-wrapped
   */
  static SavedArticle article(ExportLayout layout, List<String> lines, boolean wrapped) {
    return new ExportedText(layout).read(lines, wrapped);
  }

  private SavedArticle read(List<String> lines, boolean wrapped) {
    int from = takeHead(lines);
    List<String> rest = lines.subList(from, lines.size());
    boolean opens = rest.stream().anyMatch(line -> field(line) == ExportField.BODY);
    if (opens && layout.head() == null) {
      // Without a label, the title stands above the first one.
      rest.stream()
          .filter(line -> !PrintedText.isBlank(line))
          .findFirst()
          .filter(line -> label(line) == null)
          .ifPresent(line -> head.put(ExportField.TITLE, List.of(line)));
    }
    current = opens ? ExportField.OTHER : ExportField.BODY;
    for (String line : rest) {
      take(line, opens);
    }
    if (layout.imprint() != null && !isBlank(values.get(ExportField.IMPRINT))) {
      layout
          .imprint()
          .find(
              text(ExportField.IMPRINT), (field, value) -> head.putIfAbsent(field, List.of(value)));
    }
    String title = text(ExportField.TITLE);
    String body = body(title, wrapped);
    String dateline = text(ExportField.DATELINE);
    return new SavedArticle(
        title == null ? "" : title,
        text(ExportField.BYLINE),
        dateline == null ? Dateline.opening(body).map(Dateline::text).orElse(null) : dateline,
        text(ExportField.PUBLISHED),
        url(),
        body,
        texts(ExportField.CAPTION),
        first(ExportField.SOURCE),
        section(),
        texts(ExportField.KEYWORDS),
        List.of(),
        text(ExportField.LANGUAGE));
  }

  /** Reads the lines above the first label; returns how many there are. */
  private int takeHead(List<String> lines) {
    if (layout.head() == null) {
      return 0;
    }
    String text = lines.stream().map(PrintedText::strip).collect(Collectors.joining("\n"));
    Matcher found = layout.headOf(text);
    if (!found.find()) {
      return 0;
    }
    layout
        .groups()
        .forEach(
            (group, field) -> {
              if (found.group(group) != null) {
                head.put(field, found.group(group).lines().toList());
              }
            });
    return (int) text.substring(0, found.end()).chars().filter(c -> c == '\n').count();
  }

  /** A label opens its field; without one for the body, this is what follows the others. */
  private void take(String line, boolean opens) {
    Matcher label = label(line);
    if (label != null && (current != ExportField.BODY || seen.add(label.group(1)))) {
      seen.add(label.group(1));
      ExportField field = layout.labels().get(label.group(1));
      boolean again =
          field != ExportField.BODY && field != ExportField.CAPTION && !isBlank(values.get(field));
      current = again ? ExportField.OTHER : field;
      add("");
      add(label.group(2) == null ? "" : label.group(2));
    } else if (PrintedText.isBlank(line)
        && current != ExportField.BODY
        && !isBlank(values.get(current))) {
      current =
          !opens && isBlank(values.get(ExportField.BODY)) ? ExportField.BODY : ExportField.OTHER;
    } else {
      add(line);
    }
  }

  /** No field begins with a blank line, and only the body has any. */
  private void add(String line) {
    List<String> lines = values.computeIfAbsent(current, field -> new ArrayList<>());
    if (!PrintedText.isBlank(line) || current == ExportField.BODY && !lines.isEmpty()) {
      lines.add(line);
    }
  }

  private Matcher label(String line) {
    Matcher label = layout.label() == null ? null : layout.label().matcher(PrintedText.strip(line));
    return label != null && label.matches() ? label : null;
  }

  private ExportField field(String line) {
    Matcher label = label(line);
    return label == null ? null : layout.labels().get(label.group(1));
  }

  private static boolean isBlank(List<String> lines) {
    return lines == null || lines.stream().allMatch(PrintedText::isBlank);
  }

  /** The paragraphs, without the title where it stands above them once more. */
  private String body(String title, boolean wrapped) {
    List<String> units = Layout.units(values.getOrDefault(ExportField.BODY, List.of()), wrapped);
    int end = ExportLayout.endOfText(units, layout.tail());
    boolean titled = end > 0 && units.get(0).equals(title);
    return String.join("\n\n", units.subList(titled ? 1 : 0, end));
  }

  /** What stands in a field, on one line; null for nothing. */
  private String text(ExportField field) {
    List<String> lines = isBlank(values.get(field)) ? head.get(field) : values.get(field);
    return isBlank(lines) ? null : PrintedText.squeeze(String.join(" ", lines));
  }

  /** Many articles have the source's front page here. */
  private String url() {
    String url = text(ExportField.URL);
    boolean own = url != null && WebAddress.parse(url).filter(a -> !a.homePage()).isPresent();
    return own ? url : null;
  }

  private List<String> texts(ExportField field) {
    String text = text(field);
    return text == null ? List.of() : PrintedText.splitNonBlank(text, ";");
  }

  private String first(ExportField field) {
    return texts(field).stream().findFirst().orElse(null);
  }

  private String section() {
    return texts(ExportField.SECTION).stream()
        .filter(part -> !PLACE.matcher(part).matches())
        .findFirst()
        .orElse(first(ExportField.SECTION));
  }
}
