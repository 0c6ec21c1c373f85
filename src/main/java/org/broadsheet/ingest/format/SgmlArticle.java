package org.broadsheet.ingest.format;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.jsoup.parser.Parser;

/**
 * A document of a collection in SGML. Its elements may lack end tags: an element of a field ends
 * where the next one begins.
 */
final class SgmlArticle {

  private static final List<String> TITLES =
      List.of("headline", "title", "head", "hl", "ti", "ttl", "doctitle", "hedline");
  private static final List<String> LEADS = List.of("lp", "leadpara");
  private static final List<String> BYLINES = List.of("byline", "author");
  private static final List<String> DATELINES = List.of("dateline");
  private static final List<String> DATES =
      List.of("date", "date1", "dd", "date_time", "datetime", "pubdate");
  private static final List<String> SOURCES =
      List.of("pub", "so", "source", "newspaper", "publication");
  private static final List<String> SECTIONS = List.of("section", "category");
  private static final List<String> KEYWORDS = List.of("topics", "subject", "keyword", "keywords");
  private static final List<String> NUMBERS = List.of("docno", "docid");

  /** Fields that hold the text, and others beside it. */
  private static final List<String> TEXTS = List.of("text", "body");

  /** Fields of which an article has no use, and whose words are none of its text. */
  private static final List<String> UNUSED =
      List.of(
          ("places people orgs exchanges companies mknote unknown note fileid first second profile page length graphic"
                  + " correction correction-date type copyright header slug trailer doctype caption in st cn gv an co"
                  + " ms nr url docurl dochdr ht abs language country edition summary")
              .split(" "));

  private static final Set<String> FIELDS =
      Stream.of(
              TITLES, LEADS, BYLINES, DATELINES, DATES, SOURCES, SECTIONS, KEYWORDS, NUMBERS, TEXTS,
              UNUSED)
          .flatMap(List::stream)
          .collect(Collectors.toSet());

  private static final String COMMENT = "<!--";

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([A-Za-z][A-Za-z0-9_.-]{0,40})((?:\\s[^<>]{0,2000})?)/?>|<!--|<[!?][^<>]{0,2000}>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z_-]{1,40})\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  /** Tags that begin a paragraph, and those that begin a line. */
  private static final Set<String> PARAGRAPHS = Set.of("p", "par", "para");

  private static final Set<String> LINES = Set.of("br", "d", "rowrule", "cellrule", "tr");

  /** A day in the number of a document: with its century, or two digits for each part. */
  private static final Pattern DAY = Pattern.compile("(?<!\\d)(?:19|20)\\d{6}(?!\\d)");

  private static final Pattern SHORT_DAY =
      Pattern.compile("[A-Z]{0,5}(\\d\\d)(\\d\\d)(\\d\\d)(?:-.*)?");

  /** A number that is none of a day: too many documents are but counted. */
  private static final Pattern BARE = Pattern.compile("\\d{1,6}");

  /** Collections begin in this year of the century before. */
  private static final String FIRST_YEAR = "70";

  /** Days whose order only their country tells: 06/01/1998. */
  private static final Pattern SLASHED = Pattern.compile("\\d{1,2}/\\d{1,2}/.*", Pattern.DOTALL);

  private static final Pattern COLLECTION =
      Pattern.compile("([A-Z]{2,4})(?:_[A-Z]{3}_\\d{8}|\\d{8}|\\d{6}-|\\d{2,3}-).*");

  /** Which outlet the documents of a collection are from, by how their numbers begin. */
  private static final Map<String, String> OUTLETS =
      Map.ofEntries(
          Map.entry("AD", "Algemeen Dagblad"),
          Map.entry("AFP", "Agence France-Presse"),
          Map.entry("AP", "Associated Press"),
          Map.entry("APW", "Associated Press"),
          Map.entry("CNA", "Central News Agency"),
          Map.entry("EFE", "Agencia EFE"),
          Map.entry("FT", "Financial Times"),
          Map.entry("GH", "The Herald"),
          Map.entry("LA", "Los Angeles Times"),
          Map.entry("LTW", "Los Angeles Times-Washington Post News Service"),
          Map.entry("NH", "NRC Handelsblad"),
          Map.entry("NYT", "The New York Times"),
          Map.entry("SJMN", "San Jose Mercury News"),
          Map.entry("WPB", "Washington Post-Bloomberg News Service"),
          Map.entry("WSJ", "The Wall Street Journal"),
          Map.entry("XIE", "Xinhua"),
          Map.entry("XIN", "Xinhua"));

  private static final String REUTERS = "reuters";

  /** How the Financial Times collection begins its headlines: the day, which is a field as well. */
  private static final Pattern DAY_BEFORE_TITLE =
      Pattern.compile("^FT\\s+\\d{1,2} [A-Z]{3} \\d\\d\\s*/\\s*");

  /** What ends a title: a second one, or the rule before the byline of the Wall Street Journal. */
  private static final Pattern AFTER_TITLE = Pattern.compile("\\n\\s*(?:\\n|-{3,})|@(?=\\s)");

  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Map<String, Integer> lastEnds = new HashMap<>();
  private final String document;
  private int position;
  private String root;
  private String attributes = "";
  private boolean isBrief;
  private boolean isUnended;

  private SgmlArticle(String document) {
    this.document = document;
  }

  /**
   * Reads a document.
   *
   * @param document its text, tags included
   * @return the article, or why there is none
   */
  static FoundArticle read(String document) {
    SgmlArticle article = new SgmlArticle(document);
    article.parse();
    return article.found();
  }

  private void parse() {
    Matcher tag = TAG.matcher(document);
    int end = 0;
    while (tag.find(end)) {
      append(document.substring(end, tag.start()));
      end = tag.group().equals(COMMENT) ? endOfComment(tag.end()) : tag.end();
      if (tag.group(2) != null) {
        position = end;
        take(tag.group(2).toLowerCase(Locale.ROOT), tag.group(3), tag.group(1).isEmpty());
      }
    }
    append(document.substring(end));
  }

  /** A comment without an end is none, and neither is any after it. */
  private int endOfComment(int start) {
    int end = isUnended ? -1 : document.indexOf("-->", start);
    isUnended = end < 0;
    return end < 0 ? start : end + "-->".length();
  }

  private void take(String name, String printed, boolean isStart) {
    if (root == null) {
      root = name;
      attributes = printed;
    } else if (isStart) {
      begin(name, printed);
    } else {
      finish(name);
    }
  }

  private void append(String text) {
    if (!open.isEmpty() && !text.isEmpty()) {
      texts.get(open.peek()).append(text);
    }
  }

  private void begin(String name, String printed) {
    if (!FIELDS.contains(name) || isWithinText(name)) {
      separate(name);
      return;
    }
    // Only the fields of the text have others within.
    while (!open.isEmpty() && (!TEXTS.contains(open.peek()) || open.contains(name))) {
      open.pop();
    }
    isBrief |= name.equals("text") && "BRIEF".equals(attribute(printed, "type"));
    open.push(name);
    texts.merge(name, new StringBuilder(), (before, none) -> before.append("\n\n"));
  }

  /** Whether a field of no use is but a tag in a text: it has no end, and the text has one. */
  private boolean isWithinText(String name) {
    return UNUSED.contains(name)
        && !open.isEmpty()
        && TEXTS.contains(open.peek())
        && !hasEndAhead(name)
        && hasEndAhead(open.peek());
  }

  private boolean hasEndAhead(String name) {
    return lastEnds.computeIfAbsent(name, this::lastEnd) >= position;
  }

  private int lastEnd(String name) {
    int end = document.lastIndexOf("</");
    while (end >= 0 && !document.regionMatches(true, end + 2, name + ">", 0, name.length() + 1)) {
      end = document.lastIndexOf("</", end - 1);
    }
    return end;
  }

  private void finish(String name) {
    if (open.contains(name)) {
      while (!open.pop().equals(name)) {
        // Those within it lack their end tags.
      }
    } else {
      separate(name);
    }
  }

  /** Words before and after a tag are two. */
  private void separate(String name) {
    append(PARAGRAPHS.contains(name) ? "\n\n" : LINES.contains(name) ? "\n" : " ");
  }

  private FoundArticle found() {
    String title = title();
    String body = body();
    if (title == null && body == null) {
      return FoundArticle.rejected(
          Reason.NO_TEXT,
          "a <" + root + "> without a <TEXT> and a title; its fields: " + texts.keySet());
    }
    String number = Xml.firstOf(line(NUMBERS), attribute(attributes, "id"));
    return FoundArticle.builder()
        .title(title)
        .body(body)
        .source(source(number))
        .byline(line(BYLINES))
        .dateline(line(DATELINES))
        .published(published(number))
        .section(line(SECTIONS))
        .keywords(keywords())
        .build();
  }

  private String title() {
    String printed = first(TITLES);
    if (printed == null) {
      return null;
    }
    String title = AFTER_TITLE.split(printed, 2)[0];
    return Xml.line(DAY_BEFORE_TITLE.matcher(title).replaceFirst(""));
  }

  /** The lead, which is a field of its own in some collections, and the longer of the texts. */
  private String body() {
    String text = longest(paragraphs("text"), paragraphs("body"));
    boolean hasNone = isBrief && REUTERS.equals(root) && paragraphs("body") == null;
    String body =
        Stream.concat(
                LEADS.stream().map(this::paragraphs), Stream.ofNullable(hasNone ? null : text))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n\n"));
    return body.isEmpty() ? null : body;
  }

  private static String longest(String one, String other) {
    boolean isOther = one == null || other != null && other.length() > one.length();
    return isOther ? other : one;
  }

  private String paragraphs(String name) {
    StringBuilder text = texts.get(name);
    String paragraphs = text == null ? "" : WrappedText.paragraphs(plain(text.toString()));
    return paragraphs.isEmpty() ? null : paragraphs;
  }

  private static String plain(String text) {
    return PrintedText.withoutControls(
        text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
  }

  /** The first field of some names that holds a text. */
  private String first(List<String> names) {
    return names.stream()
        .map(texts::get)
        .filter(Objects::nonNull)
        .map(text -> plain(text.toString()).strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private String line(List<String> names) {
    return Xml.line(first(names));
  }

  private String source(String number) {
    String printed = line(SOURCES);
    if (printed != null) {
      return printed;
    }
    Matcher collection = COLLECTION.matcher(number == null ? "" : number);
    return REUTERS.equals(root)
        ? "Reuters"
        : collection.matches() ? OUTLETS.get(collection.group(1)) : null;
  }

  private String published(String number) {
    String numbered = number == null || BARE.matcher(number).matches() ? null : day(number);
    String printed = line(DATES);
    if (printed == null || numbered != null && SLASHED.matcher(printed).matches()) {
      return numbered;
    }
    return Xml.firstOf(day(printed.strip()), printed);
  }

  /** A day that is written in eight digits, or in six of which but one order makes a day. */
  private static String day(String printed) {
    Matcher day = DAY.matcher(printed);
    if (day.find()) {
      return day.group();
    }
    Matcher digits = SHORT_DAY.matcher(printed);
    if (!digits.matches()) {
      return null;
    }
    String yearFirst = day(digits.group(1), digits.group(2), digits.group(3));
    return yearFirst != null ? yearFirst : day(digits.group(3), digits.group(1), digits.group(2));
  }

  private static String day(String year, String month, String day) {
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    boolean isDay = m >= 1 && m <= 12 && d >= 1 && d <= 31;
    String century = year.compareTo(FIRST_YEAR) < 0 ? "20" : "19";
    return isDay ? century + year + "-" + month + "-" + day : null;
  }

  private List<String> keywords() {
    return KEYWORDS.stream()
        .map(texts::get)
        .filter(Objects::nonNull)
        .flatMap(text -> Arrays.stream(plain(text.toString()).split("[\n;]")))
        .map(Xml::line)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String attribute(String printed, String name) {
    Matcher attribute = ATTRIBUTE.matcher(printed);
    while (attribute.find()) {
      if (attribute.group(1).equalsIgnoreCase(name)) {
        return Xml.firstOf(attribute.group(2), attribute.group(3), attribute.group(4)).strip();
      }
    }
    return null;
  }
}
