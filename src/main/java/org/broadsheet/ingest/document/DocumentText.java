package org.broadsheet.ingest.document;

/** The text of a document that is being read, up to a size. */
final class DocumentText {

  private final StringBuilder text = new StringBuilder();
  private final int most;

  DocumentText(int most) {
    this.most = most;
  }

  /**
   * Adds to the text, but no control characters: no text has any.
   *
   * @throws DocumentTooLongException if the text gets too long
   */
  void append(CharSequence more) throws DocumentTooLongException {
    if (text.length() + (long) more.length() > most) {
      throw new DocumentTooLongException(most);
    }
    for (int i = 0; i < more.length(); i++) {
      add(more.charAt(i));
    }
  }

  /** Adds a character, as {@link #append(CharSequence)} does. */
  void append(char c) throws DocumentTooLongException {
    if (text.length() >= most) {
      throw new DocumentTooLongException(most);
    }
    add(c);
  }

  private void add(char c) {
    boolean control = c < ' ' || c >= 0x7f && c < 0xa0;
    if (!control || c == '\n' || c == '\t') {
      text.append(c);
    }
  }

  /** Ends a paragraph: a blank line follows, so that short ones are not taken for wrapped text. */
  void endParagraph() throws DocumentTooLongException {
    append("\n\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
