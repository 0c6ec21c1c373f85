package org.broadsheet.topics.saved;

import java.io.IOException;

/** The names in the files of {@link SavedTopics}. They are never changed, only added to. */
final class SavedFormat {

  static final String DESCRIPTION = "model.json";

  /** The checksum of the description, as {@code sha256sum} writes and checks it. */
  static final String CHECKSUM = DESCRIPTION + ".sha256";

  static final String NAME = "broadsheet-topics";

  /** Increased when the files change in a way that older readers would misunderstand. */
  static final int VERSION = 1;

  static final String SEMANTIC = "semantic";
  static final String CENTRES = "centres";
  static final String LDA = "lda";

  static final String TERMS = "terms";
  static final String TOPICS = "topics";
  static final String ARTICLES = "articles";
  static final String ARTICLE_TERMS = "article_terms";

  private SavedFormat() {}

  /**
   * Checks something about the files.
   *
   * @param met whether it is as it must be
   * @param what what is checked
   * @throws IOException if it is not
   */
  static void require(boolean met, String what) throws IOException {
    if (!met) {
      throw new IOException("not as it must be: " + what);
    }
  }
}
