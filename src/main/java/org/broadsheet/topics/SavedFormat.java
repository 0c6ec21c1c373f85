package org.broadsheet.topics;

/** The names in the files of {@link SavedTopics}. They are never changed, only added to. */
final class SavedFormat {

  static final String DESCRIPTION = "model.json";

  /** The checksum of the description, as {@code sha256sum} writes and checks it. */
  static final String CHECKSUM = DESCRIPTION + ".sha256";

  static final String NAME = "broadsheet-topics";

  /** Goes up when what is written means something else to a reader that does not know it. */
  static final int VERSION = 1;

  static final String SEMANTIC = "semantic";
  static final String CENTRES = "centres";
  static final String LDA = "lda";

  static final String TERMS = "terms";
  static final String TOPICS = "topics";
  static final String ARTICLES = "articles";
  static final String ARTICLE_TERMS = "article_terms";

  private SavedFormat() {}
}
