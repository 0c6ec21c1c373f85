package org.broadsheet.ingest.document;

import java.util.Map;
import java.util.Set;

/**
 * How a kind of document writes its text: the names of its elements, without prefixes.
 *
 * @param part the part that holds the text
 * @param paragraphs what is a paragraph
 * @param texts what holds the words of a paragraph; none where the paragraph itself does
 * @param characters what stands for a character
 * @param frames what holds pictures and text boxes, and no other text of the document
 * @param boxes text boxes
 * @param skipped what is no text of the document: deleted words, the codes of fields, notes, and
 *     copies for programs that cannot draw
 */
record TextMarkup(
    String part,
    Set<String> paragraphs,
    Set<String> texts,
    Map<String, String> characters,
    Set<String> frames,
    Set<String> boxes,
    Set<String> skipped) {

  /** Office Open XML (ECMA-376), part 1, WordprocessingML. */
  static final TextMarkup WORD =
      new TextMarkup(
          "word/document.xml",
          Set.of("p"),
          Set.of("t"),
          Map.of("tab", "\t", "ptab", "\t", "br", "\n", "cr", "\n", "noBreakHyphen", "-"),
          Set.of("drawing", "pict", "object"),
          Set.of("txbxContent"),
          Set.of(
              "pPrChange rPrChange tabs del moveFrom instrText delText Fallback rt sectPr tblPr"
                  .split(" ")));

  /** OpenDocument 1.2, part 1. */
  static final TextMarkup OPEN_DOCUMENT =
      new TextMarkup(
          "content.xml",
          Set.of("p", "h"),
          Set.of(),
          Map.of("tab", "\t", "line-break", "\n", "s", " "),
          Set.of("frame", "g"),
          Set.of(
              ("text-box custom-shape rect circle ellipse path polygon regular-polygon line polyline"
                      + " connector measure caption")
                  .split(" ")),
          Set.of(
              ("automatic-styles scripts font-face-decls tracked-changes annotation note ruby-text"
                      + " table-of-content sequence-decls forms")
                  .split(" ")));
}
