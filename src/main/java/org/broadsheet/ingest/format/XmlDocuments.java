package org.broadsheet.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.StrictReader;
import org.broadsheet.ingest.mapping.FieldMappings;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * XML of one's own: the job names the element that is a record. Without that, the document is
 * rejected, with the elements that it might name.
 */
final class XmlDocuments implements RecordFormat {

  /** How much of a document is looked at for elements that the job might name. */
  private static final int HEAD = 1 << 18;

  private static final int MOST_NAMES = 1_000;
  private static final int NAMED = 5;
  private static final int DEEPEST = 20;

  /** What documents of known roots are, and what to do instead. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "alto",
          scanned("ALTO has the words of a scanned page by their places, and no articles"),
          "pcgts",
          scanned("PAGE has the words of a scanned page by their places, and no articles"),
          "mets",
          scanned("METS says which files belong to an issue, and has no text itself"),
          "hocr",
          scanned("hOCR has the words of a scanned page by their places, and no articles"),
          "urlset",
          "a sitemap lists addresses only: give the pages themselves, as HTML or WARC",
          "sitemapindex",
          "a sitemap lists addresses only: give the pages, as HTML or WARC",
          "opml",
          "OPML lists feeds only: give the feeds themselves, as RSS or Atom",
          "svg",
          "SVG is a picture");

  private static String scanned(String what) {
    return what
        + "; export the articles as text, TEI, CSV or JSON, as most digital libraries offer it";
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    String record = settings.fields().record();
    Head head = Head.of(in, HEAD);
    Outline outline = Outline.of(head.bytes(), settings.charset());
    return record == null
        ? RawRecords.of(
            List.of(RawRecord.rejected(1, head.bytes(), Reason.UNREADABLE_FILE, outline.remedy())))
        : records(record, outline).cut(head.whole(), settings);
  }

  private static RecordFormat records(String record, Outline outline) {
    String local = record.substring(record.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    String missing = "no element is a <" + record + ">, as the job says; " + outline.repeated();
    return new XmlRecords(
        Set.of(local),
        missing,
        settings ->
            element -> List.of(FieldMappings.article(XmlFields.of(element), settings.fields())));
  }

  /**
   * What the beginning of a document holds.
   *
   * @param root its root; null without one
   * @param counts how often there is each element that has others in it
   * @param depths how deep the first of each is
   */
  private record Outline(Element root, Map<String, Integer> counts, Map<String, Integer> depths) {

    static Outline of(byte[] head, String charset) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      Map<String, Integer> depths = new HashMap<>();
      StreamParser parser = new StreamParser(Parser.xmlParser());
      parser.parse(new StrictReader(new ByteArrayInputStream(head), charset), "");
      for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
        Element element = elements.next();
        if (element.childrenSize() > 0 && counts.size() < MOST_NAMES) {
          counts.merge(element.tagName(), 1, Integer::sum);
          depths.computeIfAbsent(element.tagName(), name -> depth(element));
        }
      }
      return new Outline(parser.document().firstElementChild(), counts, depths);
    }

    private static int depth(Element element) {
      int depth = 0;
      for (Element around = element; around != null && depth < DEEPEST; depth++) {
        around = around.parent();
      }
      return depth;
    }

    /** What kind of document it is, and what to do. */
    String remedy() {
      String name = root == null ? "" : Xml.localName(root);
      String known = KNOWN.get(name);
      return known != null
          ? known
          : "an XML document of <"
              + name
              + ">: name the element that is an article, for example input: [{path: ..., record: "
              + likely()
              + "}]; "
              + repeated();
    }

    private String likely() {
      return outermost().stream().findFirst().orElse(root == null ? "NAME" : root.tagName());
    }

    String repeated() {
      List<String> names = outermost();
      return names.isEmpty()
          ? "no element with others in it is there twice"
          : names.stream()
              .limit(NAMED)
              .map(name -> "<" + name + "> (" + counts.get(name) + ")")
              .collect(Collectors.joining(", ", "these are there more than once: ", ""));
    }

    /** The outermost first: what is within one is a part of it. */
    private List<String> outermost() {
      return counts.keySet().stream()
          .filter(name -> counts.get(name) > 1)
          .sorted(Comparator.comparing(depths::get))
          .toList();
    }
  }
}
