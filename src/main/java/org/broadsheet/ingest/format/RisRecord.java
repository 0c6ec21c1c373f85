package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.web.WebAddress;
import org.broadsheet.ingest.mapping.HtmlText;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;

/** One reference in RIS: the values of its fields, of which each may stand several times. */
final class RisRecord {

  private static final Pattern FIELD = Pattern.compile("^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$");
  private static final String TYPE = "TY";
  private static final String END = "ER";

  /** "2024/05/03/", "2024/05//Late edition": year, month and day may be empty. */
  private static final Pattern SLASHED =
      Pattern.compile("^(\\d{4})/(\\d{0,2})(?:/(\\d{0,2})(?:/.*)?)?$");

  /** "Lindqvist, Ada", "Doe, Jane, Jr.": RIS turns the names of people round. */
  private static final Pattern TURNED = Pattern.compile("^([^,]+),\\s*([^,]+)(?:,\\s*([^,]+))?$");

  /** Where databases show their copy of an article: that is not where it was published. */
  private static final Set<String> DATABASES =
      Set.of(
          "proquest.com",
          "ebscohost.com",
          "ebsco.com",
          "gale.com",
          "galegroup.com",
          "newsbank.com",
          "lexisnexis.com",
          "lexis.com",
          "nexis.com",
          "nexisuni.com",
          "factiva.com",
          "europresse.com",
          "wiso-net.de",
          "pressreader.com",
          "doi.org",
          "jstor.org",
          "webofscience.com",
          "webofknowledge.com");

  private final Map<String, List<StringBuilder>> fields = new HashMap<>();

  private RisRecord() {}

  /**
   * Reads references.
   *
   * @param text one or more of them
   * @return an article for each
   */
  static List<FoundArticle> all(String text) {
    List<RisRecord> records = new ArrayList<>();
    RisRecord open = null;
    StringBuilder value = null;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Matcher field = FIELD.matcher(line);
      boolean isField = field.matches();
      if (isField && field.group(1).equals(TYPE)) {
        open = new RisRecord();
        records.add(open);
      }
      if (isField && field.group(1).equals(END)) {
        open = null;
        value = null;
      } else if (isField && open != null) {
        value = new StringBuilder(field.group(2) == null ? "" : field.group(2));
        open.fields.computeIfAbsent(field.group(1), tag -> new ArrayList<>()).add(value);
      } else if (value != null) {
        // Long values run over several lines.
        value.append('\n').append(line);
      }
    }
    return records.stream().map(RisRecord::article).toList();
  }

  private FoundArticle article() {
    return FoundArticle.builder()
        .title(line("TI", "T1", "CT"))
        .body(text())
        .status(BodyStatus.ABSTRACT)
        .url(url())
        .source(line("JF", "JO", "T2", "BT", "JA", "J2", "PB"))
        .byline(byline())
        .published(published())
        .language(line("LA"))
        .section(line("SE"))
        .keywords(keywords())
        .build();
  }

  /** The values of fields, those of the first one first, without blank ones. */
  private Stream<String> values(String... tags) {
    return Stream.of(tags)
        .flatMap(tag -> fields.getOrDefault(tag, List.of()).stream())
        .map(value -> PrintedText.strip(value.toString()))
        .filter(value -> !value.isEmpty());
  }

  private String line(String... tags) {
    return values(tags)
        .map(value -> PrintedText.squeeze(HtmlText.plain(value)))
        .findFirst()
        .orElse(null);
  }

  /** The abstract. Some programs write it twice, or the text beside it: then the longer one. */
  private String text() {
    String summary = values("AB").findFirst().map(HtmlText::plain).orElse("");
    String other = values("N2").findFirst().map(HtmlText::plain).orElse("");
    String text = summary.isEmpty() || other.length() > 2 * summary.length() ? other : summary;
    return text.isEmpty() ? null : text;
  }

  private String url() {
    return values("UR", "LK", "L2", "L1")
        .flatMap(value -> Stream.of(value.split("[\\s;]+")))
        .filter(value -> value.startsWith("http"))
        .filter(url -> WebAddress.domainOf(url).filter(DATABASES::contains).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private String byline() {
    String names =
        values("AU", "A1")
            .map(name -> TURNED.matcher(PrintedText.squeeze(name)))
            .map(RisRecord::inReadingOrder)
            .distinct()
            .collect(Collectors.joining("; "));
    return names.isEmpty() ? null : names;
  }

  private static String inReadingOrder(Matcher name) {
    return name.replaceFirst("$2 $1 $3").strip();
  }

  /** The most exact of the dates; the first of several that are equally exact. */
  private String published() {
    String best = null;
    for (String date : values("DA", "Y1", "PY", "YR").map(RisRecord::date).toList()) {
      best = best == null || exactness(date) > exactness(best) ? date : best;
    }
    return best;
  }

  private static int exactness(String date) {
    int numbers = PrintedText.hasLetter(date) ? 1 : 0;
    boolean before = false;
    for (int i = 0; i < date.length(); i++) {
      boolean digit = Character.isDigit(date.charAt(i));
      numbers += digit && !before ? 1 : 0;
      before = digit;
    }
    return Math.min(numbers, 3);
  }

  private static String date(String printed) {
    Matcher slashed = SLASHED.matcher(printed);
    if (!slashed.matches()) {
      return printed;
    }
    String month = slashed.group(2);
    String day = slashed.group(3);
    boolean hasDay = day != null && !day.isEmpty();
    return month.isEmpty()
        ? slashed.group(1)
        : slashed.group(1) + "-" + twoDigits(month) + (hasDay ? "-" + twoDigits(day) : "");
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private List<String> keywords() {
    return values("KW")
        .flatMap(value -> Stream.of(value.split("[;\\n]")))
        .map(PrintedText::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
