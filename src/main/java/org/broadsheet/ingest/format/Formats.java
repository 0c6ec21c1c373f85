package org.broadsheet.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.encoding.BinaryContent;
import org.broadsheet.ingest.encoding.WideEncoding;
import org.broadsheet.ingest.record.RecordFormat;

/**
 * The input formats, by the names that job files use, and how one is recognised: by what a file
 * begins with and, where that leaves a choice, by its ending.
 */
public final class Formats {

  /** The format that stands for recognising it. */
  public static final String AUTO = "auto";

  /** The format that is read from its end, by {@link ParquetRows}. */
  public static final String PARQUET = "parquet";

  /** How many plain bytes {@link #recognise} looks at. */
  public static final int HEAD = 1 << 16;

  private static final String TEXT = "text";
  private static final String HTML = "html";
  private static final String JSON = "json";
  private static final String JSON_LINES = "jsonl";
  private static final String CSV = "csv";
  private static final String TSV = "tsv";
  private static final String WARC = "warc";

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
              Map.entry("rss", new XmlRecords("item", FeedItems::article)),
              Map.entry("atom", new XmlRecords("entry", FeedItems::article)),
              Map.entry("nitf", new XmlRecords("nitf", NewsXml::nitf)),
              Map.entry("newsml", new XmlRecords("newsItem", NewsXml::newsItem))));

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("txt", TEXT),
          Map.entry("text", TEXT),
          Map.entry("md", TEXT),
          Map.entry("markdown", TEXT),
          Map.entry("jsonl", JSON_LINES),
          Map.entry("ndjson", JSON_LINES),
          Map.entry("jl", JSON_LINES),
          Map.entry("json", JSON),
          Map.entry("csv", CSV),
          Map.entry("tsv", TSV),
          Map.entry("tab", TSV),
          Map.entry("html", HTML),
          Map.entry("htm", HTML),
          Map.entry("xhtml", HTML));

  /** What the root element of an XML document tells of it. */
  private static final Map<String, String> BY_ROOT =
      Map.of(
          "rss", "rss",
          "rdf", "rss",
          "channel", "rss",
          "feed", "atom",
          "nitf", "nitf",
          "newsitem", "newsml",
          "newsmessage", "newsml",
          "html", HTML);

  /** Tags that a piece of a page may begin with. */
  private static final Set<String> PAGE_TAGS =
      Set.of(
          ("html head body div p span article section main header nav table h1 h2 h3 title meta link script style a ul"
                  + " font center b i em strong img")
              .split(" "));

  /** Endings of what is no article in a known format, however its bytes begin. */
  private static final Set<String> WITHOUT_READER =
      Set.of(
          ("pdf doc docx odt rtf xls xlsx ods ppt pptx epub mobi mht mhtml msg mbox 7z rar db sqlite orc avro png jpg jpeg gif webp svg"
                  + " ico mp3 mp4 wav yaml yml ipynb py js css sql sh java class jar exe")
              .split(" "));

  private static final Pattern ROOT =
      Pattern.compile("^<(?:[A-Za-z][\\w.-]{0,40}:)?([A-Za-z][\\w.-]{0,40})[\\s/>]");
  private static final Pattern JSON_START =
      Pattern.compile("^(?:\\{\\s*[\"}]|\\[\\s*(?:[{\\[\"\\]]|$))");

  private Formats() {}

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

  /**
   * Recognises a format.
   *
   * @param fileName the name, an ending for compression included
   * @param head the first bytes after decompression, {@link #HEAD} if there are as many
   * @return a name out of {@link #names}, or nothing if there is no reader for the file
   */
  public static Optional<String> recognise(String fileName, byte[] head) {
    String ending = ending(fileName);
    if (startsWith(head, "PAR1")) {
      return Optional.of(PARQUET);
    }
    // What servers sent may be binary: pictures, or pages that they had compressed.
    if (startsWith(head, "WARC/")) {
      return Optional.of(WARC);
    }
    String byEnding = BY_ENDING.get(ending);
    boolean table = CSV.equals(byEnding) || TSV.equals(byEnding);
    boolean binary = BinaryContent.isBinary(head) && !(table && BinaryContent.hasStrayZeros(head));
    if (WITHOUT_READER.contains(ending) || binary) {
      return Optional.empty();
    }
    Charset wide = WideEncoding.of(head);
    String text = new String(head, wide == null ? StandardCharsets.UTF_8 : wide);
    String start = text.replace("\uFEFF", "").stripLeading();
    if (JSON_START.matcher(start).find() && !CSV.equals(byEnding)) {
      return Optional.of(json(start, byEnding));
    }
    Optional<String> markup = start.startsWith("<") ? markup(start, byEnding) : null;
    if (markup != null) {
      return markup;
    }
    if (start.startsWith("{\\rtf") || start.startsWith("%PDF") || ending.equals("xml")) {
      return Optional.empty();
    }
    // Spreadsheets write tables as text with tabs.
    boolean mayBeTable = byEnding == null || byEnding.equals(TEXT) && start.indexOf('\t') > 0;
    return Optional.of(mayBeTable && isTable(head) ? CSV : byEnding == null ? TEXT : byEnding);
  }

  private static boolean startsWith(byte[] head, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.US_ASCII);
    return head.length >= bytes.length
        && java.util.Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
  }

  /** One object a line, or anything else that is JSON. */
  private static String json(String start, String byEnding) {
    if (start.startsWith("[")) {
      return JSON;
    }
    int lineEnd = start.indexOf('\n');
    String line = lineEnd < 0 ? start : start.substring(0, lineEnd);
    String next = start.substring(line.length()).stripLeading().lines().findFirst().orElse("");
    boolean isLines = next.startsWith("{") && (endsObject(line) || endsObject(next));
    return (isLines || JSON_LINES.equals(byEnding)) && !JsonDocuments.isEnvelope(line)
        ? JSON_LINES
        : JSON;
  }

  /** One of two lines may be broken. */
  private static boolean endsObject(String line) {
    return line.stripTrailing().endsWith("}");
  }

  /** The format of a text that begins with a bracket; null where it is no markup. */
  private static Optional<String> markup(String start, String byEnding) {
    if (start.regionMatches(true, 0, "<!doctype html", 0, 14)) {
      return Optional.of(HTML);
    }
    Matcher root = ROOT.matcher(withoutProlog(start));
    if (!root.find()) {
      return null;
    }
    String name = root.group(1).toLowerCase(Locale.ROOT);
    String byRoot = BY_ROOT.get(name);
    if (byRoot != null) {
      return Optional.of(byRoot);
    }
    if (PAGE_TAGS.contains(name) || HTML.equals(byEnding)) {
      return TEXT.equals(byEnding) ? null : Optional.of(HTML);
    }
    return start.startsWith("<?xml") || byEnding == null ? Optional.empty() : null;
  }

  /** What follows declarations, comments and the document type. */
  private static String withoutProlog(String start) {
    String text = start;
    while (text.startsWith("<?") || text.startsWith("<!")) {
      String end = text.startsWith("<!--") ? "-->" : text.startsWith("<?") ? "?>" : ">";
      int inner = text.startsWith("<!--") ? -1 : text.indexOf('[');
      int from = inner > 0 && inner < text.indexOf(end) ? text.indexOf("]", inner) : 0;
      int at = from < 0 ? -1 : text.indexOf(end, from);
      text = at < 0 ? "" : text.substring(at + end.length()).stripLeading();
    }
    return text;
  }

  /** Rows of three cells and more, all of one number, below a line of names. */
  private static boolean isTable(byte[] head) {
    return CsvDialect.of(head).isTable(head);
  }

  private static String ending(String fileName) {
    String name = Compression.plainName(fileName);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
