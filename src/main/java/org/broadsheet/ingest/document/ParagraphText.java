package org.broadsheet.ingest.document;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads the paragraphs of a document, those in the cells of tables too, from top to bottom. Text
 * boxes follow the paragraph that they are anchored to.
 */
final class ParagraphText {

  /** The styles of the lines of a table of contents, in some languages of Word. */
  private static final Pattern CONTENTS =
      Pattern.compile("(?i)(?:toc|verzeichnis|tm|tdc|inhopg|sommario|spistreci)\\d");

  private static final Pattern NO = Pattern.compile("0|false|off|none");

  private final XmlPart xml;
  private final TextMarkup markup;
  private final DocumentText text;
  private final int most;

  /** The text boxes of the paragraph that is being read. */
  private DocumentText boxes;

  private boolean inText;
  private boolean inRun;
  private boolean isHidden;
  private boolean isContents;
  private boolean isOpen;

  private ParagraphText(XmlPart xml, TextMarkup markup, int most) {
    this.xml = xml;
    this.markup = markup;
    this.most = most;
    this.text = new DocumentText(most);
    this.boxes = new DocumentText(most);
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
    try (ZippedParts parts = ZippedParts.open(file);
        XmlPart xml = parts.part(MainPart.of(parts, markup.part()))) {
      return new ParagraphText(xml, markup, most).read("");
    }
  }

  /** The text up to the end of an element. */
  private String read(String element) throws IOException {
    while (xml.next() && !(xml.isEnd() && xml.name().equals(element))) {
      if (xml.isStart()) {
        start(xml.name());
      } else if (xml.isEnd()) {
        end(xml.name());
      } else if (inText && !isHidden && xml.isText()) {
        append(xml.text().replace('\n', ' '));
      }
    }
    endParagraph();
    return text.toString();
  }

  private void start(String name) throws IOException {
    if (markup.skipped().contains(name)) {
      xml.skip();
    } else if (markup.frames().contains(name)) {
      readFrame();
    } else if (markup.boxes().contains(name)) {
      readBox();
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

  /** Of a picture, its description is no text of the document. */
  private void readFrame() throws IOException {
    for (int depth = 1; depth > 0 && xml.next(); ) {
      if (xml.isStart() && markup.skipped().contains(xml.name())) {
        xml.skip();
      } else if (xml.isStart() && markup.boxes().contains(xml.name())) {
        readBox();
      } else {
        depth += xml.isStart() ? 1 : xml.isEnd() ? -1 : 0;
      }
    }
  }

  private void readBox() throws IOException {
    String box = new ParagraphText(xml, markup, most).read(xml.name());
    if (!isHidden) {
      boxes.append(box);
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
    String boxed = boxes.toString();
    if (!boxed.isEmpty()) {
      text.append(boxed);
      boxes = new DocumentText(most);
    }
    isOpen = false;
    isContents = false;
  }
}
