package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;

/**
 * Reads articles saved as text: what a person copied from a page, or a program wrote as Markdown.
 *
 * <p>No standard says how such a file looks, so each line is given a role: title, byline, date,
 * caption, related link, advertisement, address, heading or body. A line whose role is in doubt is
 * body. One file may hold several articles, with a rule between them. What news databases export
 * has a layout of its own: {@link ExportLayout}.
 */
public final class SavedText {
  private static final int LOOK_AHEAD = 12;
  private static final int LONGEST_TITLE = 250;
  private static final int LINES_TO_BYLINE = 4;

  private SavedText() {}

  /**
   * The articles of a text.
   *
   * @param text the whole file
   * @return the articles in order; none for null and for blank text. Text without a letter gives an
   *     article without title
   */
  public static List<SavedArticle> parse(String text) {
    if (PrintedText.isBlank(text)) {
      return List.of();
    }
    List<String> lines = text.lines().toList();
    List<SavedArticle> exported = ExportedText.articles(lines);
    return exported.isEmpty() ? articles(lines) : exported;
  }

  /**
   * The articles of a text that a news database exported.
   *
   * @param text the whole text
   * @return the articles in order; none if the text is no such export
   */
  public static List<SavedArticle> exported(String text) {
    return ExportedText.articles(text.lines().toList());
  }

  /**
   * The paragraphs of a text, whose lines may be wrapped.
   *
   * @param lines the lines
   * @param above what stands above them in the file: how it is wrapped shows in all its lines
   * @return the paragraphs, a blank line between each
   */
  public static String paragraphs(List<String> lines, List<String> above) {
    List<String> all = Stream.concat(above.stream(), lines.stream()).toList();
    return String.join("\n\n", Layout.units(lines, Layout.isHardWrapped(all)));
  }

  private static List<SavedArticle> articles(List<String> lines) {
    List<SavedArticle> articles = new ArrayList<>();
    int start = 0;
    boolean anyText = false;
    boolean addressed = false;
    boolean untitled = false; // once a front matter has no title, those of the others have none
    for (int i = 0; i < lines.size(); i++) {
      if (!isRule(lines.get(i))) {
        anyText |= !PrintedText.isBlank(lines.get(i));
        addressed |= isAddress(lines.get(i));
        continue;
      }
      int frontMatterEnd = FrontMatter.end(lines, i, untitled || !anyText);
      untitled |= frontMatterEnd > 0 && FrontMatter.end(lines, i) < 0;
      boolean article =
          hasBody(lines, start, i)
              && (opensArticle(lines, i + 1) || addressed && closesArticle(lines, i));
      if (frontMatterEnd > 0 || article) {
        add(lines.subList(start, i), articles);
        start = frontMatterEnd > 0 ? i : i + 1;
        i = Math.max(i, frontMatterEnd);
        addressed = false;
      }
    }
    add(lines.subList(start, lines.size()), articles);
    return articles;
  }

  /** Three or more of one mark, alone on a line. */
  static boolean isRule(String line) {
    String marks = PrintedText.strip(line);
    if (marks.length() < 3 || "-*=_—".indexOf(marks.charAt(0)) < 0) {
      return false;
    }
    char mark = marks.charAt(0);
    return marks.chars().allMatch(c -> c == mark || c == ' ')
        && marks.chars().filter(c -> c == mark).count() >= 3;
  }

  /** Adds the article of lines that hold one at most. */
  static void add(List<String> lines, List<SavedArticle> articles) {
    if (lines.stream().allMatch(line -> PrintedText.isBlank(line) || isRule(line))) {
      return;
    }
    int first = 0;
    while (PrintedText.isBlank(lines.get(first))) {
      first++;
    }
    int end = FrontMatter.end(lines, first, true);
    FrontMatter front = end > 0 ? FrontMatter.read(lines.subList(first, end)) : FrontMatter.NONE;
    articles.add(
        new ArticleReader(front).read(lines.subList(end > 0 ? end + 1 : first, lines.size())));
  }

  /** More than a title: else the rule underlines it. */
  private static boolean hasBody(List<String> lines, int start, int end) {
    return lines.subList(start, end).stream()
            .filter(line -> !PrintedText.isBlank(line))
            .limit(2)
            .count()
        > 1;
  }

  /** A line that may be a title, and a byline or a date soon after. */
  private static boolean opensArticle(List<String> lines, int from) {
    List<String> next =
        lines.subList(from, Math.min(lines.size(), from + LOOK_AHEAD)).stream()
            .map(PrintedText::strip)
            .filter(line -> !line.isEmpty())
            .limit(1 + LINES_TO_BYLINE)
            .toList();
    if (next.size() < 2 || !mayBeTitle(next.get(0))) {
      return false;
    }
    return next.stream().skip(1).anyMatch(line -> HeaderLine.read(line).isPresent());
  }

  /**
   * Whether a rule below an address ends the article: the address is its last line, or there is
   * another one below the rule; and a title and more follow.
   */
  private static boolean closesArticle(List<String> lines, int rule) {
    int end = rule + 1;
    List<String> next = new ArrayList<>();
    boolean address = isAddress(lastText(lines, rule));
    for (; end < lines.size() && !isRule(lines.get(end)); end++) {
      String line = PrintedText.strip(lines.get(end));
      address |= isAddress(line);
      if (!line.isEmpty() && next.size() < 2) {
        next.add(line);
      }
    }
    return address && next.size() == 2 && mayBeTitle(next.get(0)) && !next.get(0).endsWith(".");
  }

  private static String lastText(List<String> lines, int before) {
    int last = before - 1;
    while (last > 0 && PrintedText.isBlank(lines.get(last))) {
      last--;
    }
    return last < 0 ? "" : PrintedText.strip(lines.get(last));
  }

  private static boolean isAddress(String line) {
    return AddressLine.read(PrintedText.strip(line))
        .filter(found -> found.url() != null)
        .isPresent();
  }

  private static boolean mayBeTitle(String line) {
    return line.length() <= LONGEST_TITLE
        && PrintedText.hasLetter(line)
        && HeaderLine.read(line).isEmpty()
        && LineRole.of(line) == LineRole.BODY;
  }
}
