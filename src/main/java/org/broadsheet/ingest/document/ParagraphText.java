package org.broadsheet.ingest.document;

import java.io.IOException;
import java.util.regex.Pattern;

/** Reads the paragraphs of a document, those in the cells of tables too, from top to bottom. */
final class ParagraphText {

  /** The styles of the lines of a table of contents, in some languages of Word. */
  private static final Pattern CONTENTS =
      Pattern.compile("(?i)(?:toc|verzeichnis|tm|tdc|inhopg|sommario|spistreci)\\d");

  private static final Pattern NO = Pattern.compile("0|false|off|none");

  private final XmlPart xml;
  private final TextMarkup markup;
  private final DocumentText text;
  private boolean inText;
  private boolean inRun;
  private boolean isHidden;
  private boolean isContents;
  private boolean isOpen;

  private ParagraphText(XmlPart xml, TextMarkup markup, DocumentText text) {
    this.xml = xml;
    this.markup = markup;
    this.text = text;
  }

  /**
   * The text of a document.
   *
   * @param file the bytes of the document
   * @param markup how it writes its text
   * @param most how many characters at most
   * @return its paragraphs, a blank line after each
   */
  static String of(byte[] file, TextMarkup markup, int most) throws IOException {
    DocumentText text = new DocumentText(most);
    try (ZippedParts parts = ZippedParts.open(file);
        XmlPart xml = parts.part(MainPart.of(parts, markup.part()))) {
      new ParagraphText(xml, markup, text).read();
    }
    return text.toString();
  }

  private void read() throws IOException {
    while (xml.next()) {
      if (xml.isStart()) {
        start(xml.name());
      } else if (xml.isEnd()) {
        end(xml.name());
      } else if (inText && !isHidden && xml.isText()) {
        append(xml.text().replace('\n', ' '));
      }
    }
  }

  private void start(String name) throws IOException {
    if (markup.skipped().contains(name)) {
      xml.skip();
    } else if (markup.paragraphs().contains(name)) {
      endParagraph();
      inText = markup.texts().isEmpty();
    } else if (markup.texts().contains(name)) {
      inText = true;
    } else if (markup.characters().containsKey(name)) {
      append(markup.characters().get(name));
    } else if (name.equals("r")) {
      inRun = true;
      isHidden = false;
    } else if (inRun && name.equals("vanish")) {
      isHidden = isOn();
    } else if (name.equals("pStyle")) {
      String style = xml.attribute("val");
      isContents = style != null && CONTENTS.matcher(style).matches();
    }
  }

  private boolean isOn() {
    String value = xml.attribute("val");
    return value == null || !NO.matcher(value).matches();
  }

  private void end(String name) throws IOException {
    if (markup.paragraphs().contains(name)) {
      endParagraph();
      inText = false;
    } else if (markup.texts().contains(name)) {
      inText = false;
    } else if (name.equals("r")) {
      inRun = false;
      isHidden = false;
    }
  }

  private void append(String more) throws IOException {
    if (!isContents && !isHidden) {
      text.append(more);
      isOpen = true;
    }
  }

  private void endParagraph() throws IOException {
    if (isOpen) {
      text.endParagraph();
    }
    isOpen = false;
    isContents = false;
  }
}
