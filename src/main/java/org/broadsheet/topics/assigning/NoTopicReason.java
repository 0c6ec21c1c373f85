package org.broadsheet.topics.assigning;

/** The reasons why an article has no topic. */
public enum NoTopicReason {
  /** Its language has too few articles to look for topics in. */
  FEW_IN_LANGUAGE("few-in-language"),
  /** It has no word of the vocabulary. */
  NO_TERMS("no-terms"),
  /** It is similar to no topic. */
  SIMILAR_TO_NONE("alike-to-none");

  private final String label;

  NoTopicReason(String label) {
    this.label = label;
  }

  /** {@return the name in tables} */
  public String label() {
    return label;
  }
}
