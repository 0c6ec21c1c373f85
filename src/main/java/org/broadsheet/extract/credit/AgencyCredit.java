package org.broadsheet.extract.credit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.byline.Byline;

/**
 * The news agencies a text is from, and where it says so. Captions, photo credits and mentions
 * ("told AFP") never count.
 *
 * @param agencies their published names, in printed order; empty for none
 * @param evidence the place that decided, the first that names one
 */
public record AgencyCredit(List<String> agencies, AgencyEvidence evidence) {

  private static final int TAIL = 600;
  private static final int TAIL_LINES = 4;
  private static final int LONGEST_SIGNATURE = 60;
  private static final AgencyCredit ABSENT = new AgencyCredit(List.of(), AgencyEvidence.NONE);

  /** A signature after the last sentence: "(AFP)", "/TASS/", "— Reuters". */
  private static final Pattern SIGNED =
      Pattern.compile(
          "[.!?…\"”»’。！？]\\s*"
              + "(?:[(（\\[](?<marked>[^()（）\\[\\]]{2,40})[)）\\]]|/(?<slashed>[^/]{2,40})/"
              + "|[-–—]+\\s?(?<bare>[^-–—]{2,40}))\\W{0,2}$");

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
   * @param trailers lines that were taken out of the body, as {@code SavedArticle.trailers} gives
   *     them; empty for none
   */
  public static AgencyCredit of(
      Byline byline, String dateline, String body, List<String> trailers) {
    if (byline != null && !byline.agencies().isEmpty()) {
      return new AgencyCredit(byline.agencies(), AgencyEvidence.BYLINE);
    }
    List<String> inDateline = Dateline.agencies(dateline);
    if (inDateline.isEmpty() && body != null) {
      inDateline = Dateline.opening(body).map(Dateline::agencies).orElse(List.of());
    }
    if (!inDateline.isEmpty()) {
      return new AgencyCredit(inDateline, AgencyEvidence.DATELINE);
    }
    List<String> inTrailer = inTrailers(trailers);
    if (inTrailer.isEmpty() && body != null) {
      inTrailer = inTail(body);
    }
    return inTrailer.isEmpty() ? ABSENT : new AgencyCredit(inTrailer, AgencyEvidence.TRAILER);
  }

  /** The last line that names one decides, as in a body. */
  private static List<String> inTrailers(List<String> trailers) {
    for (int i = trailers.size() - 1; i >= 0; i--) {
      List<String> found = Trailer.agencies(trailers.get(i));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<String> inTail(String body) {
    String tail = PrintedText.strip(PrintedText.tail(body, TAIL));
    int end = tail.length();
    for (int i = 0; i < TAIL_LINES && end > 0; i++) {
      int start = tail.lastIndexOf('\n', end - 1) + 1;
      String line = PrintedText.strip(tail.substring(start, end));
      boolean whole = start > 0 || tail.length() == PrintedText.strip(body).length();
      List<String> found = whole && Trailer.is(line) ? Trailer.agencies(line) : List.of();
      found = found.isEmpty() && i == 0 ? signed(line) : found;
      if (!found.isEmpty()) {
        return found;
      }
      i -= line.isEmpty() ? 1 : 0;
      end = start - 1;
    }
    return List.of();
  }

  /** The agency after the text's last sentence. */
  private static List<String> signed(String line) {
    Matcher signed = SIGNED.matcher(PrintedText.tail(line, LONGEST_SIGNATURE));
    if (!signed.find()) {
      return List.of();
    }
    String bare = signed.group("bare");
    String marked = signed.group(signed.group("marked") == null ? "slashed" : "marked");
    return bare == null ? Agencies.load().findMarked(marked) : Agencies.load().findBare(bare);
  }
}
