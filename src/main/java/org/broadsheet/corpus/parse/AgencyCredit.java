package org.broadsheet.corpus.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The news agencies a text is from, and where it says so. Captions, photo credits and mentions
 * ("told AFP") never count.
 *
 * @param agencies their published names, in printed order; empty for none
 * @param evidence the place that decided, the first that names one
 */
public record AgencyCredit(List<String> agencies, Evidence evidence) {

  /** Where an article names its agency, the strongest first. */
  public enum Evidence {
    /** The byline: "Jane Doe for AFP". */
    BYLINE,
    /** The dateline, a field of its own or the opening of the body: "PARIS (AFP) —". */
    DATELINE,
    /** The last lines: "Reporting by Jane Doe for Reuters", "(AFP)". */
    TRAILER,
    /** No agency is named. */
    NONE;

    /** The published value. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int TAIL = 600;
  private static final int TAIL_LINES = 4;
  private static final int LONGEST_SIGNATURE = 60;
  private static final AgencyCredit ABSENT = new AgencyCredit(List.of(), Evidence.NONE);

  /** "Reporting by A in Paris for Reuters; Editing by B", in brackets or not. */
  private static final Pattern REPORTING =
      Pattern.compile(
          "^\\W{0,3}(?:(?<first>[\\p{L} -]{2,40}) )?(?:additional )?(?:reporting|writing|compiled"
              + "|with (?:inputs|reporting|material)|edited|written)\\b.{0,400}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REPORTING_FOR =
      Pattern.compile("\\b(?:for|from|by|with)\\s+([^;,.()]{2,60})", Pattern.CASE_INSENSITIVE);

  /** A signature after the last sentence: "(AFP)", "/TASS/", "— Reuters". */
  private static final Pattern SIGNED =
      Pattern.compile(
          "[.!?…\"”»’]\\s*"
              + "(?:\\(([^()]{2,40})\\)|/([^/]{2,40})/|[-–—]+\\s?([^-–—]{2,40}))\\W{0,2}$");

  private static final Pattern EDGES = Pattern.compile("^[\\W_&&[^\\p{L}]]+|[\\W_&&[^\\p{L}]]+$");

  /** Copies the lists, so that nobody changes them later. */
  public AgencyCredit {
    agencies = List.copyOf(agencies);
  }

  /**
   * Finds the agencies of an article. Only the opening and the last lines of the body are read.
   *
   * @param byline the byline, or null
   * @param dateline the dateline where the record has one, or null
   * @param body the text, or null
   */
  public static AgencyCredit of(Byline byline, String dateline, String body) {
    if (byline != null && !byline.agencies().isEmpty()) {
      return new AgencyCredit(byline.agencies(), Evidence.BYLINE);
    }
    List<String> inDateline = Dateline.agencies(dateline);
    if (inDateline.isEmpty() && body != null) {
      inDateline = Dateline.opening(body).map(Dateline::agencies).orElse(List.of());
    }
    if (!inDateline.isEmpty()) {
      return new AgencyCredit(inDateline, Evidence.DATELINE);
    }
    List<String> inTrailer = body == null ? List.of() : inTrailer(body);
    return inTrailer.isEmpty() ? ABSENT : new AgencyCredit(inTrailer, Evidence.TRAILER);
  }

  private static List<String> inTrailer(String body) {
    String tail = Text.strip(Text.tail(body, TAIL));
    int end = tail.length();
    for (int i = 0; i < TAIL_LINES && end > 0; i++) {
      int start = tail.lastIndexOf('\n', end - 1) + 1;
      String line = Text.strip(tail.substring(start, end));
      boolean whole = start > 0 || tail.length() == Text.strip(body).length();
      List<String> found = inLastLine(line, whole, i == 0);
      if (!found.isEmpty()) {
        return found;
      }
      i -= line.isEmpty() ? 1 : 0;
      end = start - 1;
    }
    return List.of();
  }

  private static List<String> inLastLine(String line, boolean whole, boolean last) {
    if (whole && isSignature(line)) {
      return signature(line);
    }
    if (whole && REPORTING.matcher(line).matches()) {
      return reportedFor(line);
    }
    Matcher signed = SIGNED.matcher(Text.tail(line, LONGEST_SIGNATURE));
    return last && signed.find() ? Agencies.load().findOnly(firstGroup(signed)) : List.of();
  }

  /** Whether the line is nothing but agencies, in brackets or behind dashes perhaps. */
  static boolean isSignature(String line) {
    return line.length() <= LONGEST_SIGNATURE && !signature(line).isEmpty();
  }

  private static List<String> signature(String line) {
    return Agencies.load().findOnly(EDGES.matcher(line).replaceAll(""));
  }

  private static List<String> reportedFor(String line) {
    Matcher reporting = REPORTING.matcher(line);
    if (reporting.matches() && reporting.group("first") != null) {
      List<String> before = Agencies.load().findOnly(reporting.group("first"));
      if (!before.isEmpty()) {
        return before;
      }
    }
    Matcher whom = REPORTING_FOR.matcher(line);
    while (whom.find()) {
      Byline named = Byline.parse(whom.group(1), null);
      if (!named.agencies().isEmpty()) {
        return named.agencies();
      }
    }
    return List.of();
  }

  private static String firstGroup(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    return "";
  }
}
