package org.broadsheet.extract.savedtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.SourceLabel;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.byline.BylineWords;
import org.broadsheet.extract.credit.Dateline;
import org.broadsheet.extract.credit.Trailer;
import org.broadsheet.lexicon.Lexicon;

/** Gives each unit of one saved article its role, in one pass from top to bottom. */
final class ArticleReader {
  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_LONE_TITLE = 150;
  private static final int LONGEST_SENTENCE_TITLE = 90;
  private static final int LONGEST_DECK = 300;
  private static final int MOST_DECKS = 2;
  private static final int HEADER_UNITS = 14;
  private static final int TAIL_UNITS = 5;
  private static final int TAIL_TEXTS = 3;
  private static final int MOST_LISTED = 12;
  private static final int LONGEST_LISTED = 120;
  private static final int FEWEST_NAMES = 2;
  private static final Pattern TITLE_LABEL = Lexicon.pattern("^{title_labels}\\s?[:：]\\s?(?=\\S)");
  private static final Pattern LINK_ITEM =
      Pattern.compile("^(?:[-*•]\\s{0,3})?\\[[^\\[\\]]{1,300}]" + Markdown.TARGET + "$");
  private static final Pattern LABELLED = Pattern.compile("^\\p{L}[\\p{L} ]{2,14}[:：]");
  private static final Pattern BY = Pattern.compile("^(?:(?i:by)\\s|\\p{L}{2,10}:)");
  private static final Pattern QUOTE_MARK = Pattern.compile("^(?:>\\s?)+");

  private final FrontMatter front;
  private final List<String> body = new ArrayList<>();
  private final List<String> captions = new ArrayList<>();
  private final List<String> trailers = new ArrayList<>();
  private List<String> units = List.of();
  private int tail;
  private int lastText;
  private String title;
  private String byline;
  private String date;
  private String update;
  private String url;
  private boolean urlLabelled;
  private boolean afterTitleOrDate;
  private boolean afterByline;
  private boolean bylineIsGiven;
  private String source;
  private int listed; // units that may still belong to a list of other articles
  private boolean listedAreLinks;

  ArticleReader(FrontMatter front) {
    this.front = front;
  }

  SavedArticle read(List<String> lines) {
    units = HeaderLine.joinAuthors(Layout.units(lines), HEADER_UNITS);
    findTail();
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
        source(),
        front.list("section", "category", "categories").stream().findFirst().orElse(null),
        front.list("tags", "keywords"),
        trailers,
        null);
  }

  private String source() {
    String given = front.text("hostname", "sitename", "site", "source", "publisher");
    return given == null ? source : given;
  }

  /** Where the last units of text stand: trailers are looked for from the first of them on. */
  private void findTail() {
    lastText = -1;
    tail = units.size();
    for (int texts = 0; texts < TAIL_TEXTS && tail > 0; ) {
      tail--;
      if (isText(units.get(tail))) {
        lastText = Math.max(lastText, tail);
        texts++;
      }
    }
  }

  private static boolean isText(String unit) {
    return LineRole.of(unit) == LineRole.BODY
        && AddressLine.read(unit).isEmpty()
        && !Trailer.is(unit);
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
    LineRole role = role(i, unit);
    boolean heading = role == LineRole.RELATED && LineRole.isRelatedHeading(unit);
    listed = heading ? MOST_LISTED : role == LineRole.RELATED ? listed - 1 : 0;
    listedAreLinks &= !heading;
    switch (role) {
      case CAPTION -> captions.add(unit);
      case TRAILER -> trailers.add(plain(unit));
      case BODY -> takeText(i, unit);
      default -> {} // links and furniture are dropped
    }
    return 0;
  }

  private LineRole role(int i, String unit) {
    if (!body.isEmpty() && isTrailer(i, unit)) {
      return LineRole.TRAILER;
    }
    if (isListed(unit)) {
      return LineRole.RELATED;
    }
    LineRole role = LineRole.of(unit);
    boolean mayBeTitle = title == null && role == LineRole.CAPTION && !Markdown.isPicture(unit);
    return mayBeTitle ? LineRole.BODY : role;
  }

  /**
   * An agency's name alone is a signature below the text only; above a paragraph it is a heading.
   */
  private boolean isTrailer(int i, String unit) {
    if (i > lastText) {
      return Trailer.is(unit);
    }
    return i >= tail && !isInHeader(i) && Trailer.is(unit) && !Trailer.isSignature(plain(unit));
  }

  /** Whether the unit is one of the links, or bare titles, below a heading for them. */
  private boolean isListed(String unit) {
    if (listed <= 0) {
      return false;
    }
    String line = plain(unit);
    boolean bareTitle =
        !body.isEmpty() && line.length() <= LONGEST_LISTED && !Layout.endsClause(line);
    boolean link = LINK_ITEM.matcher(unit).matches();
    listedAreLinks |= link;
    return link || bareTitle && !listedAreLinks && !HeaderLine.isDated(unit);
  }

  private void takeText(int i, String unit) {
    if (!takeTitle(i, unit) && !takeSource(unit) && !takeHeader(i, unit)) {
      body.add(unit);
      afterTitleOrDate = false;
      afterByline = false;
    }
  }

  /** "Source: The Courier" above the text names the source; an agency there is the byline. */
  private boolean takeSource(String unit) {
    String line = plain(unit);
    String named = body.isEmpty() ? SourceLabel.named(line) : null;
    if (named == null || !HeaderLine.areAuthors(line)) {
      return false;
    }
    if (!Agencies.load().findMarked(named).isEmpty()) {
      takeByline(line);
    } else if (source == null) {
      source = named;
    }
    return true;
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
    boolean prose =
        line.length() > LONGEST_SENTENCE_TITLE && line.endsWith(".") && !isAboveHeader(i);
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

  private boolean isAboveHeader(int i) {
    return i + 1 < units.size() && HeaderLine.read(units.get(i + 1)).isPresent();
  }

  /**
   * A date, or a line with "By" that names somebody, unless another one follows: "By the River" and
   * "By Ann Roe" below it are title and byline.
   */
  private boolean isHeaderAboveTitle(int i, String unit) {
    Optional<HeaderLine> line = HeaderLine.read(unit).filter(header -> !header.other());
    if (line.isEmpty() || i + 1 == units.size()) {
      return false;
    }
    if (line.get().byline() == null) {
      return true;
    }
    Optional<HeaderLine> next = HeaderLine.read(units.get(i + 1));
    return BY.matcher(unit).find()
        && namesSomebody(line.get().byline())
        && next.map(HeaderLine::byline).isEmpty();
  }

  /** Whether a byline has a full name or an agency: "By Design" and "By the River" have none. */
  private static boolean namesSomebody(String byline) {
    Byline read = Byline.parse(byline, null);
    List<String> words =
        read.authors().isEmpty() ? List.of() : PrintedText.words(read.authors().get(0));
    return !read.agencies().isEmpty()
        || words.size() >= FEWEST_NAMES && !BylineWords.ARTICLE.has(words.get(0));
  }

  private boolean takeHeader(int i, String unit) {
    if (!isInHeader(i) && !isLabelledInTail(i, unit) && !isLastByline(i, unit)) {
      return false;
    }
    if (SourceLabel.named(plain(unit)) != null) {
      return false; // below the title it was taken already; elsewhere it is a figure's
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

  /** A byline may be the text's last line, if it says "By". */
  private boolean isLastByline(int i, String unit) {
    return i == lastText
        && byline == null
        && BY.matcher(unit).find()
        && HeaderLine.read(unit).filter(line -> line.byline() != null).isPresent()
        && namesSomebody(unit);
  }

  /** An author without "By": below the title or a byline, or beside a date. */
  private boolean takeBareByline(int i, String unit) {
    boolean beforeDate = i + 1 < units.size() && HeaderLine.isDated(units.get(i + 1));
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
    return PrintedText.strip(Markdown.plain(Markdown.withoutHeading(line)));
  }
}
