package org.broadsheet.ingest.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;

/**
 * The header of an agency's message.
 *
 * @param agency who sent it; null if that is not said
 * @param section what kind of news it is: a word for the categories of ANPA, else the code
 * @param keyword the words by which editors know the story, as printed; null without one
 * @param keywords the same, each for itself
 */
record WireHeader(String agency, String section, String keyword, List<String> keywords) {

  private static final WireHeader NONE = new WireHeader(null, null, null, List.of());

  /** "r i BC-NP--Ferry-Strike 1stLd 05-03 0210": priority, category, keyword, date, words. */
  private static final Pattern ANPA =
      Pattern.compile("^[a-zA-Z] ?([a-zA-Z])\\s{1,3}([^\\s,]{2,60})(?:[\\s,].*)?$");

  /** "bdt0123 3 pl 421 dpa 0456": service and number, priority, category, words, agency. */
  private static final Pattern IPTC =
      Pattern.compile(
          "^(\\p{Alpha}{2,6})\\s?\\d{1,5}\\s+\\S\\s+(\\S{1,4})\\s+\\d{1,5}(?:\\s+(.*))?$");

  private static final Pattern AGENCY =
      Pattern.compile("(?:^|\\s)(\\p{Alpha}[\\p{Alpha}-]{1,9})\\s+\\d{1,5}\\s*$");

  /** For the morning papers, the afternoon papers, or both; then, perhaps, the agency. */
  private static final Pattern CYCLE = Pattern.compile("(?i)^(?:AM|PM|BC|AP)-(?:[A-Z]{2,4}--|-)?");

  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("a", "domestic"),
          Map.entry("e", "entertainment"),
          Map.entry("f", "business"),
          Map.entry("i", "international"),
          Map.entry("k", "commentary"),
          Map.entry("l", "lifestyle"),
          Map.entry("n", "regional"),
          Map.entry("o", "weather"),
          Map.entry("p", "politics"),
          Map.entry("q", "sports results"),
          Map.entry("s", "sports"),
          Map.entry("w", "Washington"));

  static WireHeader of(List<String> lines) {
    List<String> filled = lines.stream().map(PrintedText::strip).filter(s -> !s.isEmpty()).toList();
    if (filled.isEmpty()) {
      return NONE;
    }
    Matcher anpa = ANPA.matcher(filled.size() > 1 ? filled.get(1) : "");
    boolean isAnpa = lines.stream().anyMatch(line -> line.indexOf(Wire.FIELD_END) > 0);
    if (isAnpa && anpa.matches()) {
      return anpa(anpa.group(1), anpa.group(2));
    }
    return iptc(filled.get(0), filled.subList(1, filled.size()));
  }

  private static WireHeader anpa(String category, String keyword) {
    String words = CYCLE.matcher(keyword).replaceFirst("");
    String code = category.toLowerCase(Locale.ROOT);
    return new WireHeader(null, CATEGORIES.getOrDefault(code, code), keyword, List.of(words));
  }

  private static WireHeader iptc(String first, List<String> more) {
    List<String> keywords =
        more.stream()
            .flatMap(line -> Arrays.stream(line.split("/")))
            .flatMap(word -> Stream.of(PrintedText.strip(word)).filter(s -> !s.isEmpty()))
            .toList();
    Matcher line = IPTC.matcher(first);
    if (!line.matches()) {
      return new WireHeader(null, null, null, keywords);
    }
    Matcher agency = AGENCY.matcher(line.group(3) == null ? "" : line.group(3));
    return new WireHeader(
        agency.find() ? agency.group(1) : line.group(1), line.group(2), null, keywords);
  }

  /**
   * How many lines the header has where nothing marks its end: the first, and keywords, each with a
   * slash after it.
   */
  static int length(List<String> lines) {
    int end = 0;
    boolean first = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = PrintedText.strip(lines.get(i));
      if (!line.isEmpty() && !first && !line.endsWith("/")) {
        break;
      }
      first &= line.isEmpty();
      end = line.isEmpty() ? end : i + 1;
    }
    return end;
  }
}
