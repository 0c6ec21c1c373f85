package org.broadsheet.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.ingest.mapping.HtmlText;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;
import org.jsoup.nodes.Element;

/** Articles in NITF, the News Industry Text Format, alone or within NewsML. */
final class Nitf {

  /** What is in the content but not in the text: media, and what editors tell each other. */
  private static final List<String> BESIDE_TEXT = List.of("media", "note", "ed-msg");

  /** Contents that are looked at, and how deep: more are in no document of good will. */
  private static final int MOST_CONTENTS = 100;

  /** What is left at the end of a byline behind which the title of a job was. */
  private static final String AT_END = " ,;|-";

  private Nitf() {}

  /**
   * Reads a document.
   *
   * @param nitf the element {@code nitf}
   * @return the article
   */
  static FoundArticle article(Element nitf) {
    String body = body(nitf);
    return FoundArticle.builder()
        .title(title(nitf))
        .body(body != null ? body : Xml.text(Xml.first(nitf, "abstract")))
        .status(body != null ? BodyStatus.FULL : BodyStatus.ABSTRACT)
        .url(address(nitf))
        .source(source(nitf))
        .byline(byline(nitf))
        .dateline(dateline(nitf))
        .published(published(nitf))
        .language(language(nitf))
        .section(meta(nitf, "section"))
        .keywords(keywords(nitf))
        .captions(captions(nitf))
        .build();
  }

  private static String address(Element nitf) {
    String canonical =
        Xml.all(Xml.child(nitf, "head"), "a").stream()
            .filter(link -> link.attr("rel").equals("canonical"))
            .map(link -> Xml.attribute(link, "href"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return Xml.firstOf(Xml.attribute(Xml.first(nitf, "pubdata"), "ex-ref"), canonical);
  }

  private static Element head(Element nitf) {
    Element head = Xml.first(nitf, "body.head");
    return head != null ? head : nitf;
  }

  /** The headline; else the title of the document. */
  static String title(Element root) {
    return Xml.firstOf(
        Xml.line(Xml.first(root, "hl1")),
        Xml.line(Xml.first(root, "hedline")),
        Xml.line(Xml.first(root, "title")));
  }

  /** The text of the story without pictures and notes, which have such contents of their own. */
  static String body(Element root) {
    Element content = content(root);
    if (content == null) {
      return null;
    }
    // Some agencies put escaped HTML into it.
    return content.childrenSize() == 0
        ? HtmlText.plain(Xml.text(content))
        : Xml.textWithout(content, Nitf::isBesideText);
  }

  private static boolean isBesideText(Element element) {
    return BESIDE_TEXT.contains(Xml.localName(element));
  }

  private static Element content(Element root) {
    return Xml.all(root, "body.content").stream()
        .limit(MOST_CONTENTS)
        .filter(content -> !isInNote(content))
        .findFirst()
        .orElse(null);
  }

  private static boolean isInNote(Element content) {
    Element around = content;
    for (int i = 0; around != null && i < MOST_CONTENTS; i++) {
      if (isBesideText(around)) {
        return true;
      }
      around = around.parent();
    }
    return false;
  }

  /** The place of a story without its day, which is another field. */
  static String dateline(Element root) {
    Element dateline = Xml.first(head(root), "dateline");
    if (dateline == null) {
      return null;
    }
    Element place = dateline.clone();
    Xml.all(place, "story.date").forEach(Element::remove);
    return Xml.line(place);
  }

  /** The names of all bylines; the title of a job is kept where it names an agency. */
  static String byline(Element root) {
    return Xml.joined(
        Xml.all(head(root), "byline").stream().filter(Nitf::isOutermost).map(Nitf::name));
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0 && AT_END.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isOutermost(Element byline) {
    Element around = byline.parent();
    while (around != null && !Xml.isNamed(around, "byline")) {
      around = around.parent();
    }
    return around == null;
  }

  private static String name(Element byline) {
    String job = Xml.line(Xml.first(byline, "byttl"));
    Element name = byline.clone();
    Xml.all(name, "byttl").forEach(Element::remove);
    String line = Xml.line(name);
    String printed = line == null ? null : withoutEnd(line);
    if (printed == null || printed.isEmpty() || job == null) {
      return printed == null || printed.isEmpty() ? job : printed;
    }
    return Agencies.load().findAll(job).isEmpty() ? printed : printed + ", " + job;
  }

  /** The publication; else who distributes it, else who is named as source or owns the rights. */
  private static String source(Element nitf) {
    return Xml.firstOf(
        Xml.attribute(Xml.first(nitf, "pubdata"), "name"),
        Xml.line(Xml.first(nitf, "distributor")),
        meta(nitf, "source"),
        holder(nitf),
        Xml.line(Xml.first(head(nitf), "rights.owner")),
        Xml.attribute(Xml.first(nitf, "doc-id"), "regsrc"));
  }

  /** Who holds the rights: all that some agencies say of themselves. */
  static String holder(Element root) {
    return Xml.firstOf(
        Xml.attribute(Xml.first(root, "doc.copyright"), "holder"),
        Xml.attribute(Xml.first(root, "doc.rights"), "owner"),
        Xml.attribute(Xml.first(root, "doc.rights"), "provider"));
  }

  /** When it was issued; else released; else published; else the date of the story. */
  private static String published(Element nitf) {
    return Xml.firstOf(
        Xml.attribute(Xml.first(nitf, "date.issue"), "norm"),
        Xml.attribute(Xml.first(nitf, "date.release"), "norm"),
        Xml.attribute(Xml.first(nitf, "pubdata"), "date.publication"),
        Xml.attribute(Xml.first(nitf, "story.date"), "norm"));
  }

  private static String language(Element nitf) {
    return Xml.firstOf(
        Xml.attribute(nitf, "xml:lang"), Xml.attribute(Xml.first(nitf, "body"), "xml:lang"));
  }

  /** The content of a {@code meta} whose name is, or ends in, a word. */
  private static String meta(Element nitf, String word) {
    return Xml.all(nitf, "meta").stream()
        .filter(meta -> meta.attr("name").toLowerCase(Locale.ROOT).endsWith(word))
        .map(meta -> Xml.attribute(meta, "content"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<String> keywords(Element nitf) {
    return Xml.all(nitf, "keyword").stream()
        .map(keyword -> Xml.attribute(keyword, "key"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<String> captions(Element nitf) {
    return Xml.all(content(nitf), "media-caption").stream()
        .map(Xml::text)
        .filter(Objects::nonNull)
        .toList();
  }
}
