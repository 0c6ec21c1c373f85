package org.broadsheet.extract.byline;

import java.util.List;
import java.util.Locale;
import org.broadsheet.extract.Text;

/**
 * Who an article says wrote it.
 *
 * @param printed the byline as printed, white space at its ends removed; null if there is none
 * @param kind what kind of author it names
 * @param authors the people named, in printed order, without roles, places and organisations
 * @param agencies the news agencies named, by their published names, in printed order
 */
public record Byline(String printed, Kind kind, List<String> authors, List<String> agencies) {

  /** What a byline names; the first that holds. */
  public enum Kind {
    /** At least one person, with or without an agency. */
    PERSON,
    /** News agencies and no person; "agencies" alone names none of them. */
    AGENCY,
    /** The newsroom without a name: "Staff Writer", "Our Correspondent", "Web Desk". */
    STAFF,
    /** The outlet itself. */
    OUTLET,
    /** No byline, or nothing in it that can be read as an author. */
    NONE;

    /** The published value. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Byline ABSENT = new Byline(null, Kind.NONE, List.of(), List.of());

  /** Copies the lists, so that nobody changes them later. */
  public Byline {
    authors = List.copyOf(authors);
    agencies = List.copyOf(agencies);
  }

  /**
   * Reads a printed byline.
   *
   * <p>Names printed all in capitals or all in small letters are given capitals ("JANE DOE", "jane
   * doe": "Jane Doe"), others stay as printed. {@code Doe, Jane} alone is turned round.
   *
   * @param printed the byline; null or blank gives kind {@link Kind#NONE} and printed null
   * @param outlet the outlet's printed name or its domain, to know its own name by; may be null
   */
  public static Byline parse(String printed, String outlet) {
    return Text.isBlank(printed) ? ABSENT : new BylineReader(outlet).read(Text.strip(printed));
  }
}
