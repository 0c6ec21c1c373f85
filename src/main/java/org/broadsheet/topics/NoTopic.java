package org.broadsheet.topics;

/** Why an article has no topic. */
enum NoTopic {
  /** Its language has too few articles to look for topics in. */
  FEW_IN_LANGUAGE("few-in-language"),
  /** It has no word that topics are made of. */
  NO_TERMS("no-terms"),
  /** It shares no word with any topic. */
  ALIKE_TO_NONE("alike-to-none");

  private final String label;

  NoTopic(String label) {
    this.label = label;
  }

  /** The name in tables. */
  String label() {
    return label;
  }
}
