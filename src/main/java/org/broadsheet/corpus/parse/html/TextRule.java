package org.broadsheet.corpus.parse.html;

/** Which rule gave an article's text: a closed vocabulary, printed in small letters. */
public enum TextRule {
  /** The page's JSON-LD {@code articleBody}, with the page's own paragraphs where it has them. */
  JSON_LD("json-ld"),
  /** The element that the page marks as {@code itemprop=articleBody}. */
  MICRODATA("microdata"),
  /** The element that holds most of the page's prose and fewest of its links. */
  DENSITY("density"),
  /** Every paragraph of the page, since no element stood out. */
  PARAGRAPHS("paragraphs"),
  /** No text was found. */
  NONE("none");

  private final String printed;

  TextRule(String printed) {
    this.printed = printed;
  }

  /** The word that results print. */
  public String printed() {
    return printed;
  }
}
