package org.broadsheet.extract.byline;

import java.util.Set;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;

/** The words around names in bylines, in all languages of the lexicon. */
public enum BylineWords {
  /** What a writer is: a phrase that ends in one of these is a role, never a name. */
  ROLE("byline_roles"),
  /** The other words of a role: subjects, ranks, places, articles. */
  ROLE_PART("byline_role_parts"),
  /** Parts of roles that are family names too: "Doris Day Staff Writer". */
  ROLE_AND_NAME("roles_that_are_names"),
  /** Bodies that publish: a name with one of these, beside a role or after a name, is no person. */
  PUBLISHER("publishers"),
  /** Agencies without their names: "Staff and agencies". */
  UNNAMED_AGENCY("unnamed_agencies"),
  /** What listings put where the author is unknown. */
  PLACEHOLDER("no_author"),
  /** What stands between a name and whom the writer works for, or where. */
  AFTER_NAME("after_name"),
  /** Joins two names wherever it stands. */
  AND("and_between_names"),
  /** Joins two names only between two full ones: in "Ortega y Gasset" it is part of a name. */
  AND_BETWEEN_FULL_NAMES("and_between_full_names"),
  /** Titles before a name. */
  TITLE_BEFORE_NAME("titles_before_name"),
  /** Degrees and honours after a name. */
  TITLE_AFTER_NAME("titles_after_name"),
  /** Suffixes that distinguish generations: "Jr.". */
  GENERATION("generation_after_name"),
  /** No person's full name begins with these, but a source's does: "Le Monde", "El País". */
  ARTICLE("articles_in_source_names"),
  /** Stands before an agency whose material a source used. */
  WITH("with_agency"),
  /** Places whose names could be those of people. */
  PLACE("places_of_two_words"),
  /**
   * Frequent given names of many countries: evidence, where two single names stand with a comma
   * between them, that the second is a given name after its family name.
   */
  GIVEN_NAME("given_names");

  private final Set<String> folded;

  BylineWords(String list) {
    folded = PrintedText.folded(Lexicon.all(list));
  }

  /**
   * Whether the word or phrase is in the list, without regard to letter case and accents. For
   * roles, see {@link #isRole}.
   */
  public boolean has(String printed) {
    return folded.contains(PrintedText.fold(printed));
  }

  /** Whether a word is a role; it may have several parts: "Secretary-General". */
  public static boolean isRole(String word) {
    int hyphen = word.indexOf('-');
    return ROLE.has(word)
        || hyphen > 0
            && (ROLE.has(word.substring(0, hyphen))
                || ROLE.has(word.substring(word.lastIndexOf('-') + 1)));
  }
}
