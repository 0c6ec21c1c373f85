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
  /** Characters of an article in which its head is looked for. */
  private static final int HEAD = 20_000;

  private static final int LONGEST_MARK = 80;

  /** What converters of rich text leave between words. */
  private static final char NO_BREAK = '\u00a0';

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
   * The articles of an export; empty if the text is no export. Lines above the first article and
   * below the last one are about the export; lines between two articles that do not fit the layout
   * are read as ordinary text.
   *
   * @param printed the lines of a file
   * @return the articles in order
   */
  static List<SavedArticle> articles(List<String> printed) {
    PrintedLines text = PrintedLines.of(printed);
    for (ExportLayout layout : ExportLayout.all()) {
      List<SavedArticle> articles = articles(layout, text, layout.mark() == null ? 1 : 2);
      if (!articles.isEmpty()) {
        return articles;
      }
    }
    return List.of();
  }

  /** The articles of a text that is an export of a layout, if it is one. */
  static List<SavedArticle> articles(ExportLayout layout, List<String> printed) {
    return articles(layout, PrintedLines.of(printed), layout.mark() == null ? 1 : 2);
  }

  /**
   * The articles of a text that was cut into one part for each. Parts that do not fit the layout
   * are read as ordinary text; if none fits, there are no articles.
   *
   * @param layout the layout of the articles
   * @param parts their lines, perhaps with marks
   */
  static List<SavedArticle> articlesOfParts(ExportLayout layout, List<List<String>> parts) {
    List<SavedArticle> articles = new ArrayList<>();
    boolean fits = false;
    for (List<String> part : parts) {
      List<SavedArticle> ofPart = articles(layout, PrintedLines.of(part), 1);
      fits |= !ofPart.isEmpty();
      articles.addAll(ofPart);
      if (ofPart.isEmpty()) {
        SavedText.add(part, articles);
      }
    }
    return fits ? articles : List.of();
  }

  /** The lines of a text with ordinary blanks, and the same without white space at their ends. */
  private record PrintedLines(List<String> lines, List<String> stripped) {
    static PrintedLines of(List<String> printed) {
      List<String> lines = printed.stream().map(line -> line.replace(NO_BREAK, ' ')).toList();
      return new PrintedLines(lines, lines.stream().map(PrintedText::strip).toList());
    }
  }

  private static List<SavedArticle> articles(
      ExportLayout layout, PrintedLines text, int fewestPieces) {
    List<Piece> pieces = pieces(layout, text.stripped());
    if (pieces.size() < fewestPieces) {
      return List.of();
    }
    List<Piece> known = pieces.stream().filter(p -> p.isArticle(layout, text.stripped())).toList();
    return known.isEmpty() ? List.of() : articles(layout, text.lines(), pieces, known);
  }

  private static List<SavedArticle> articles(
      ExportLayout layout, List<String> lines, List<Piece> pieces, List<Piece> known) {
    boolean wrapped = Layout.isHardWrapped(lines);
    int first = pieces.indexOf(known.get(0));
    int last = pieces.lastIndexOf(known.get(known.size() - 1));
    Set<Piece> articlesOfLayout = new HashSet<>(known);
    List<SavedArticle> articles = new ArrayList<>();
    for (Piece piece : pieces.subList(first, last + 1)) {
      if (articlesOfLayout.contains(piece)) {
        articles.add(new ExportedText(layout).read(piece.of(lines), wrapped));
      } else {
        SavedText.add(piece.of(lines), articles);
      }
    }
    return articles;
  }

  /** From where to where the lines between two marks go. */
  private record Piece(int start, int end) {
    List<String> of(List<String> lines) {
      return lines.subList(start, end);
    }

    boolean isArticle(ExportLayout layout, List<String> stripped) {
      String text = String.join("\n", of(stripped));
      return layout.needs().matcher(text).find()
          && (layout.label() != null || layout.head().matcher(PrintedText.head(text, HEAD)).find());
    }
  }

  private static List<Piece> pieces(ExportLayout layout, List<String> lines) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; layout.mark() != null && i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() <= LONGEST_MARK && layout.mark().matcher(line).matches()) {
        pieces.add(new Piece(start, i));
        start = i + 1;
      }
    }
    pieces.add(new Piece(start, lines.size()));
    return pieces;
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
    Matcher found = layout.head().matcher(PrintedText.head(text, HEAD));
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
