package org.broadsheet.extract.byline;

import java.util.List;
import org.broadsheet.extract.PrintedText;

/**
 * Who an article says wrote it.
 *
 * @param printed the byline as printed, white space at its ends removed; null if there is none
 * @param kind what kind of author it names
 * @param authors the people named, in printed order, without roles, places and organisations
 * @param agencies the news agencies named, by their published names, in printed order
 */
public record Byline(String printed, BylineKind kind, List<String> authors, List<String> agencies) {

  private static final Byline ABSENT = new Byline(null, BylineKind.NONE, List.of(), List.of());

  /** Copies the lists, so that nobody changes them later. */
  public Byline {
    authors = List.copyOf(authors);
    agencies = List.copyOf(agencies);
  }

  /**
   * Reads a printed byline.
   *
   * <p>Names printed all in upper or all in lower case are given capitals ("JANE DOE", "jane doe":
   * "Jane Doe"), others stay as printed. {@code Doe, Jane} alone is turned round.
   *
   * @param printed the byline; null or blank gives kind {@link BylineKind#NONE} and printed null
   * @param source the source's printed name or its domain, to know its own name by; may be null
   */
  public static Byline parse(String printed, String source) {
    return parse(printed, source, false);
  }

  /**
   * Reads a printed byline of which it is known how names are written.
   *
   * @param printed the byline; null or blank gives kind {@link BylineKind#NONE} and printed null
   * @param source the source's printed name or its domain, to know its own name by; may be null
   * @param familyNamesFirst whether {@code Doe, Jane} is one name, see {@link FamilyNames}
   */
  public static Byline parse(String printed, String source, boolean familyNamesFirst) {
    return PrintedText.isBlank(printed)
        ? ABSENT
        : new BylineReader(source, familyNamesFirst).read(PrintedText.strip(printed));
  }
}
