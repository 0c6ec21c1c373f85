package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of an export, cut at the marks of its layout, and which pieces are articles. */
final class ExportPieces {
  private static final int LONGEST_MARK = 80;
  private static final int SHORTEST_PARAGRAPH = 40;

  /** A line of a table of contents, and one that says whose the database is. */
  private static final Pattern ABOUT_EXPORT =
      Pattern.compile("(?i)\\d{1,6}[.)]\\s.*|.{0,60}(?:\\bcopyright\\b|\\(c\\)|©).*");

  private final ExportLayout layout;
  private final ExportLines text;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * Cuts a text.
   *
   * @param layout the layout
   * @param text the lines of the text
   */
  ExportPieces(ExportLayout layout, ExportLines text) {
    this.layout = layout;
    this.text = text;
    int start = 0;
    for (int i = 0; layout.mark() != null && i < text.stripped().size(); i++) {
      String line = text.stripped().get(i);
      if (line.length() <= LONGEST_MARK && layout.mark().matcher(line).matches()) {
        pieces.add(new Piece(start, i));
        start = i + 1;
      }
    }
    pieces.add(new Piece(start, text.stripped().size()));
  }

  /** From where to where the lines between two marks go. */
  private record Piece(int start, int end) {
    List<String> of(List<String> lines) {
      return lines.subList(start, end);
    }
  }

  /** Whether there is a mark. */
  boolean isCut() {
    return pieces.size() > 1;
  }

  /** Whether a piece has all that articles of the layout have: others may lack the head. */
  boolean showLayout() {
    return pieces.stream().anyMatch(piece -> hasNeeds(piece) && hasHead(piece));
  }

  private boolean hasNeeds(Piece piece) {
    return layout.needs().matcher(String.join("\n", piece.of(text.stripped()))).find();
  }

  private boolean hasHead(Piece piece) {
    return layout.head() == null
        || layout.headOf(String.join("\n", piece.of(text.stripped()))).find();
  }

  private boolean fits(Piece piece) {
    return hasNeeds(piece) && (layout.label() != null || hasHead(piece));
  }

  /**
   * The articles in order. Pieces between two that fit the layout are read as ordinary text; so are
   * those above the first and below the last one, unless they are about the export.
   */
  List<SavedArticle> articles() {
    boolean wrapped = Layout.isHardWrapped(text.lines());
    List<Boolean> fit = pieces.stream().map(this::fits).toList();
    int first = fit.indexOf(true);
    int last = fit.lastIndexOf(true);
    List<SavedArticle> articles = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      List<String> lines = pieces.get(i).of(text.lines());
      if (fit.get(i)) {
        articles.add(ExportedText.article(layout, lines, wrapped));
      } else if (first < 0 || i > first && i < last) {
        SavedText.add(lines, articles);
      } else if (!isBeyondMarks(i, first, last)) {
        List<SavedArticle> other = new ArrayList<>();
        SavedText.add(lines, other);
        other.stream().filter(ExportPieces::isText).forEach(articles::add);
      }
    }
    return articles;
  }

  /**
   * Whether a piece stands above the first mark where marks open articles, or below the last one
   * where they close them: the piece at the other end of the file shows which.
   */
  private boolean isBeyondMarks(int i, int first, int last) {
    int end = pieces.size() - 1;
    return i == 0 && last == end || i == end && first == 0;
  }

  /** Whether there are a title and a paragraph, as in no cover and no table of contents. */
  private static boolean isText(SavedArticle article) {
    return !article.title().isEmpty() && article.body().lines().anyMatch(ExportPieces::isParagraph);
  }

  private static boolean isParagraph(String unit) {
    return unit.length() >= SHORTEST_PARAGRAPH
        && Layout.endsClause(unit)
        && !ABOUT_EXPORT.matcher(unit).matches();
  }
}
