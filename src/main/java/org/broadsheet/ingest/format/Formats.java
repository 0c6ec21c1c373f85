package org.broadsheet.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.broadsheet.ingest.document.DocumentKind;
import org.broadsheet.ingest.record.RecordFormat;

/** The input formats, by the names that job files use. */
public final class Formats {

  /** The name that asks for the format to be recognised. */
  public static final String AUTO = "auto";

  /** The format that is read from its end, by {@link ParquetRows}, and not as a stream. */
  public static final String PARQUET = "parquet";

  static final String TEXT = "text";
  static final String HTML = "html";
  static final String JSON = "json";
  static final String JSON_LINES = "jsonl";
  static final String CSV = "csv";
  static final String TSV = "tsv";
  static final String WARC = "warc";
  static final String ARC = "arc";
  static final String WIRE = "wire";
  static final String RIS = "ris";
  static final String NEWSML = "newsml";
  static final String NITF = "nitf";
  static final String SGML = "sgml";
  static final String TEI = "tei";

  /** XML of which the job says what a record is. */
  public static final String XML = "xml";

  static final String ATOM = "atom";
  static final String RSS = "rss";
  static final String MAIL = "mail";
  static final String DOCX = "docx";
  static final String ODT = "odt";
  static final String RTF = "rtf";
  static final String XLSX = "xlsx";

  private static final Map<String, RecordFormat> BY_NAME =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(TEXT, new SavedTexts()),
              Map.entry(HTML, new HtmlPages()),
              Map.entry(JSON_LINES, new JsonLines()),
              Map.entry(JSON, new JsonDocuments()),
              Map.entry(CSV, new Csv()),
              Map.entry(TSV, new Csv()),
              Map.entry(WARC, new Warc()),
              Map.entry(MAIL, new Mails()),
              Map.entry(DOCX, new OfficeDocuments(DocumentKind.DOCX)),
              Map.entry(ODT, new OfficeDocuments(DocumentKind.ODT)),
              Map.entry(RTF, new OfficeDocuments(DocumentKind.RTF)),
              Map.entry(XLSX, new Workbooks()),
              Map.entry(ARC, Warc.arc()),
              Map.entry(WIRE, new Wire()),
              Map.entry(RIS, new Ris()),
              Map.entry(RSS, new XmlRecords(Set.of("item"), null, FeedItems::of)),
              Map.entry(ATOM, new XmlRecords(Set.of("entry"), null, FeedItems::of)),
              Map.entry(
                  NITF,
                  new XmlRecords(
                      Set.of("nitf"), missing("nitf"), settings -> e -> List.of(Nitf.article(e)))),
              Map.entry(
                  NEWSML,
                  new XmlRecords(
                      NewsItems.NAMES, missing("newsItem"), settings -> NewsItems::articles)),
              Map.entry(
                  TEI,
                  new XmlRecords(
                      TeiDocuments.NAMES, missing("TEI"), settings -> TeiDocuments::articles)),
              Map.entry(SGML, new SgmlRecords()),
              Map.entry(XML, new XmlDocuments())));

  private static final Set<String> MARKUP = Set.of(RSS, ATOM, NITF, NEWSML, TEI, SGML, XML);

  private Formats() {}

  private static String missing(String element) {
    return "the document has no <" + element + ">, and no article";
  }

  /**
   * Whether documents of a format consist of elements, any of which a job may say is a record.
   *
   * @param name a name of a format
   * @return true for XML and SGML
   */
  public static boolean isMarkup(String name) {
    return MARKUP.contains(name);
  }

  /**
   * The names that a job file may use besides {@link #AUTO}.
   *
   * @return the names
   */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(BY_NAME.keySet());
    names.add(PARQUET);
    return names;
  }

  /**
   * The format of a name.
   *
   * @param name one of {@link #names}, but not {@link #PARQUET}
   * @return the format
   */
  public static RecordFormat named(String name) {
    return BY_NAME.get(name);
  }
}
