package org.broadsheet.ingest.document;

import java.io.IOException;

/** The kinds of documents whose text can be read. */
public enum DocumentKind {
  /** Word, since 2007; also what databases export for it. */
  DOCX {
    @Override
    public String text(byte[] file, int most) throws IOException {
      return ParagraphText.of(file, TextMarkup.WORD, most);
    }
  },
  /** The text documents of LibreOffice and others. */
  ODT {
    @Override
    public String text(byte[] file, int most) throws IOException {
      return ParagraphText.of(file, TextMarkup.OPEN_DOCUMENT, most);
    }
  },
  /** Rich Text Format. */
  RTF {
    @Override
    public String text(byte[] file, int most) throws IOException {
      return RtfText.of(file, most);
    }
  };

  /**
   * Reads the text of a document.
   *
   * @param file its bytes
   * @param most how many characters at most
   * @return its paragraphs, a blank line between each
   * @throws DocumentTooLongException if there are more characters
   * @throws IOException if it cannot be read; the message says why, and what would help
   */
  public abstract String text(byte[] file, int most) throws IOException;
}
