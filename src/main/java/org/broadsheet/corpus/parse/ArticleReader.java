package org.broadsheet.corpus.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives each unit of one saved article its role, in one pass from top to bottom. */
final class ArticleReader {
  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_LONE_TITLE = 150;
  private static final int LONGEST_SENTENCE_TITLE = 90;
  private static final int LONGEST_DECK = 300;
  private static final int MOST_DECKS = 2;
  private static final int HEADER_UNITS = 14;
  private static final int TAIL_UNITS = 5;
  private static final Pattern TITLE_LABEL =
      Pattern.compile(
          "^(?:title|headline|заголовок|titel|titre|título|titolo)\\s?[:：]\\s?(?=\\S)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LINK_ITEM =
      Pattern.compile("^(?:[-*•]\\s{0,3})?\\[[^\\[\\]]{1,300}]\\([^()\\s]{0,2000}\\)$");
  private static final Pattern LABELLED = Pattern.compile("^\\p{L}[\\p{L} ]{2,14}[:：]");
  private static final Pattern BY = Pattern.compile("^(?:(?i:by)\\s|\\p{L}{2,10}:)");
  private static final Pattern QUOTE_MARK = Pattern.compile("^(?:>\\s?)+");

  private final FrontMatter front;
  private final List<String> body = new ArrayList<>();
  private final List<String> captions = new ArrayList<>();
  private List<String> units = List.of();
  private String title;
  private String byline;
  private String date;
  private String update;
  private String url;
  private boolean urlLabelled;
  private boolean afterTitleOrDate;
  private boolean afterByline;
  private boolean bylineIsGiven;
  private boolean inRelatedList;

  ArticleReader(FrontMatter front) {
    this.front = front;
  }

  SavedArticle read(List<String> lines) {
    units = Layout.units(lines);
    takeFrontMatter();
    for (int i = 0; i < units.size(); i++) {
      i += take(i, units.get(i));
    }
    String text = body.stream().map(ArticleReader::plain).collect(Collectors.joining("\n\n"));
    return new SavedArticle(
        title == null ? "" : title,
        byline,
        Dateline.opening(text).map(Dateline::text).orElse(null),
        date != null ? date : update,
        url,
        text,
        captions,
        front.text("hostname", "sitename", "site", "source", "publisher"),
        front.list("section", "category", "categories").stream().findFirst().orElse(null),
        front.list("tags", "keywords"));
  }

  private void takeFrontMatter() {
    title = front.text("title");
    byline = front.text("author", "authors", "byline");
    bylineIsGiven = byline != null;
    date =
        front.text("date", "published", "publishdate", "datepublished", "publishedat", "pubdate");
    url = front.text("url", "canonicalurl", "canonical", "link");
    urlLabelled = url != null;
  }

  /** Takes the unit; returns how many units after it were taken with it. */
  private int take(int i, String unit) {
    Optional<AddressLine> address = AddressLine.read(unit);
    if (address.isPresent() && takeAddress(i, address.get())) {
      return address.get().url() == null ? 1 : 0;
    }
    boolean listed = inRelatedList && LINK_ITEM.matcher(unit).matches();
    LineRole role = listed ? LineRole.RELATED : LineRole.of(unit);
    inRelatedList = role == LineRole.RELATED;
    if (role == LineRole.CAPTION) {
      captions.add(unit);
    } else if (role == LineRole.BODY && !takeTitle(i, unit) && !takeHeader(i, unit)) {
      body.add(unit);
      afterTitleOrDate = false;
      afterByline = false;
    }
    return 0;
  }

  /**
   * A labelled address is the article's wherever it stands; a bare one only above or below the
   * text. A label alone counts if the next unit is an address.
   */
  private boolean takeAddress(int i, AddressLine line) {
    String found = line.url();
    if (found == null) {
      found = i + 1 < units.size() ? bareAddress(units.get(i + 1)) : null;
    }
    boolean atEdge = body.isEmpty() || i >= units.size() - TAIL_UNITS;
    if (found == null || !line.labelled() && !atEdge) {
      return false;
    }
    if (url == null || line.labelled() && !urlLabelled) {
      url = found;
      urlLabelled = line.labelled();
    }
    return true;
  }

  private static String bareAddress(String unit) {
    return AddressLine.read(unit)
        .filter(next -> !next.labelled())
        .map(AddressLine::url)
        .orElse(null);
  }

  private boolean takeTitle(int i, String unit) {
    String line = plain(unit);
    if (title != null) {
      boolean repeated = body.isEmpty() && line.equals(title);
      afterTitleOrDate |= repeated;
      return repeated;
    }
    boolean alone = units.size() == 1;
    boolean prose = line.length() > LONGEST_SENTENCE_TITLE && line.endsWith(".");
    boolean loneProse =
        alone && (line.length() > LONGEST_LONE_TITLE || Layout.endsInSentenceMark(line));
    if (isHeaderAboveTitle(i, unit)) {
      return false;
    }
    boolean isTitle = line.length() <= LONGEST_TITLE && !prose && !loneProse;
    title = isTitle ? TITLE_LABEL.matcher(line).replaceFirst("") : "";
    afterTitleOrDate = isTitle;
    return isTitle;
  }

  /** A date, or a line with "By" if no other header line follows: "By the River" is a title. */
  private boolean isHeaderAboveTitle(int i, String unit) {
    Optional<HeaderLine> line = HeaderLine.read(unit);
    if (line.isEmpty() || i + 1 == units.size()) {
      return false;
    }
    boolean by = BY.matcher(unit).find() && HeaderLine.read(units.get(i + 1)).isEmpty();
    return line.get().byline() == null || by;
  }

  private boolean takeHeader(int i, String unit) {
    if (!isInHeader(i) && !isLabelledInTail(i, unit)) {
      return false;
    }
    Optional<HeaderLine> line = HeaderLine.read(unit);
    if (line.isEmpty()) {
      return isInHeader(i) && takeBareByline(i, unit);
    }
    return takeHeader(line.get());
  }

  private boolean takeHeader(HeaderLine line) {
    if (line.byline() != null) {
      takeByline(line.byline());
    }
    if (line.isUpdate()) {
      update = update == null ? line.date() : update;
    } else if (date == null) {
      date = line.date();
    }
    afterTitleOrDate |= line.date() != null;
    return true;
  }

  /** Two lines of authors are one byline; a line that repeats the front matter adds nothing. */
  private void takeByline(String line) {
    boolean another = byline != null && !bylineIsGiven && !byline.equals(line);
    if (byline == null) {
      byline = line;
    } else if (another) {
      byline = byline + "; " + line;
    }
    afterByline = true;
  }

  /** Up to the first long paragraph, or the third short one: those may be decks below the title. */
  private boolean isInHeader(int i) {
    return i < HEADER_UNITS
        && body.size() <= MOST_DECKS
        && body.stream().allMatch(deck -> deck.length() <= LONGEST_DECK);
  }

  /** Below the text only what says what it is counts; a name there may be anybody's. */
  private boolean isLabelledInTail(int i, String unit) {
    return i >= units.size() - TAIL_UNITS && LABELLED.matcher(Markdown.plain(unit)).find();
  }

  /** An author without "By": below the title or a byline, or beside a date. */
  private boolean takeBareByline(int i, String unit) {
    boolean beforeDate =
        i + 1 < units.size()
            && HeaderLine.read(units.get(i + 1)).filter(next -> next.date() != null).isPresent();
    boolean besideDate = beforeDate || afterTitleOrDate && (date != null || update != null);
    boolean mayBe = byline == null ? afterTitleOrDate || beforeDate : afterByline;
    if (!mayBe || !HeaderLine.isBareByline(unit, besideDate && byline == null)) {
      return false;
    }
    takeByline(unit);
    return true;
  }

  private static String plain(String unit) {
    String line = unit.startsWith(">") ? QUOTE_MARK.matcher(unit).replaceFirst("") : unit;
    return Text.strip(Markdown.plain(Markdown.withoutHeading(line)));
  }
}
