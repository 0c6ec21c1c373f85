package org.broadsheet.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.document.OfficeFile;
import org.broadsheet.ingest.encoding.BinaryContent;
import org.broadsheet.ingest.encoding.WideEncoding;
import org.broadsheet.ingest.mail.MailRecognition;

/** Recognises a format by the beginning of a file and, where that leaves a choice, its ending. */
public final class FormatRecognition {

  /** How many plain bytes {@link #of} looks at. */
  public static final int HEAD = 1 << 16;

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("txt", Formats.TEXT),
          Map.entry("text", Formats.TEXT),
          Map.entry("md", Formats.TEXT),
          Map.entry("markdown", Formats.TEXT),
          Map.entry("jsonl", Formats.JSON_LINES),
          Map.entry("ndjson", Formats.JSON_LINES),
          Map.entry("jl", Formats.JSON_LINES),
          Map.entry("json", Formats.JSON),
          Map.entry("csv", Formats.CSV),
          Map.entry("tsv", Formats.TSV),
          Map.entry("tab", Formats.TSV),
          Map.entry("html", Formats.HTML),
          Map.entry("htm", Formats.HTML),
          Map.entry("xhtml", Formats.HTML));

  /** Formats by the root element of an XML document. */
  private static final Map<String, String> BY_ROOT =
      Map.of(
          "rss", Formats.RSS,
          "rdf", Formats.RSS,
          "channel", Formats.RSS,
          "feed", Formats.ATOM,
          "nitf", Formats.NITF,
          "newsitem", Formats.NEWSML,
          "newsmessage", Formats.NEWSML,
          "html", Formats.HTML);

  /** Tags that a piece of a page may begin with. */
  private static final Set<String> PAGE_TAGS =
      Set.of(
          ("html head body div p span article section main header nav table h1 h2 h3 title meta link script style a ul"
                  + " font center b i em strong img")
              .split(" "));

  /** Endings of files that no format reads, however their bytes begin. */
  private static final Set<String> WITHOUT_READER =
      Set.of(
          ("pdf doc docx odt rtf xls xlsx ods ppt pptx epub mobi msg 7z rar db sqlite orc avro png jpg jpeg gif webp svg"
                  + " ico mp3 mp4 wav yaml yml ipynb py js css sql sh java class jar exe")
              .split(" "));

  /** Endings under which programs write pages and tables too, so that Office opens them. */
  private static final Set<String> OF_OFFICE = Set.of("doc", "xls");

  private static final Set<String> OF_MAIL = Set.of("eml", "mbox", "mbx", "mht", "mhtml");

  private static final Pattern ROOT =
      Pattern.compile("^<(?:[A-Za-z][\\w.-]{0,40}:)?([A-Za-z][\\w.-]{0,40})[\\s/>]");
  private static final Pattern JSON_START =
      Pattern.compile("^(?:\\{\\s*[\"}]|\\[\\s*(?:[{\\[\"\\]]|$))");

  private FormatRecognition() {}

  /**
   * Recognises a format.
   *
   * @param fileName the name, an ending for compression included
   * @param head the first bytes after decompression, {@link #HEAD} if there are as many
   * @return a name out of {@link Formats#names}, or nothing if there is no reader for the file
   */
  public static Optional<String> of(String fileName, byte[] head) {
    String ending = ending(fileName);
    if (startsWith(head, "PAR1")) {
      return Optional.of(Formats.PARQUET);
    }
    Optional<String> office = OfficeFile.kind(ending, head);
    if (office.isPresent()) {
      return office.filter(Formats.names()::contains);
    }
    if (startsWith(head, "{\\rtf")) {
      return Optional.of(Formats.RTF);
    }
    // What servers sent may be binary: pictures, or pages that they had compressed.
    if (startsWith(head, "WARC/")) {
      return Optional.of(Formats.WARC);
    }
    if (isMail(ending, head)) {
      return Optional.of(Formats.MAIL);
    }
    String byEnding = BY_ENDING.get(ending);
    boolean table = Formats.CSV.equals(byEnding) || Formats.TSV.equals(byEnding);
    boolean binary = BinaryContent.isBinary(head) && !(table && BinaryContent.hasStrayZeros(head));
    if (binary || WITHOUT_READER.contains(ending) && !OF_OFFICE.contains(ending)) {
      return Optional.empty();
    }
    Charset wide = WideEncoding.of(head);
    String text = new String(head, wide == null ? StandardCharsets.UTF_8 : wide);
    String start = text.replace("\uFEFF", "").stripLeading();
    if (OF_OFFICE.contains(ending)) {
      return ofOffice(start);
    }
    if (JSON_START.matcher(start).find() && !Formats.CSV.equals(byEnding)) {
      return Optional.of(json(start, byEnding));
    }
    Optional<String> markup = start.startsWith("<") ? markup(start, byEnding) : null;
    if (markup != null) {
      return markup;
    }
    if (start.startsWith("{\\rtf")) {
      return Optional.of(Formats.RTF);
    }
    if (start.startsWith("%PDF") || ending.equals("xml")) {
      return Optional.empty();
    }
    // Spreadsheets write tables as text with tabs.
    boolean mayBeTable =
        byEnding == null || byEnding.equals(Formats.TEXT) && start.indexOf('\t') > 0;
    return Optional.of(
        mayBeTable && isTable(head) ? Formats.CSV : byEnding == null ? Formats.TEXT : byEnding);
  }

  /**
   * Whether a zip archive is the document of an office program, and no archive of files.
   *
   * @param fileName the name
   * @param head its first bytes
   * @return true for documents, also for those that no format reads
   */
  public static boolean isOfficeFile(String fileName, byte[] head) {
    return OfficeFile.kind(ending(fileName), head).isPresent();
  }

  private static boolean isMail(String ending, byte[] head) {
    return MailRecognition.isMailbox(head)
        || MailRecognition.isMessage(head)
        || OF_MAIL.contains(ending) && MailRecognition.mayBeMessage(head);
  }

  /** A page or a table under the name of a document. */
  private static Optional<String> ofOffice(String start) {
    if (start.startsWith("<")) {
      Optional<String> markup = markup(start, null);
      return markup == null ? Optional.empty() : markup;
    }
    return isTable(start.getBytes(StandardCharsets.UTF_8))
        ? Optional.of(Formats.CSV)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] head, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.US_ASCII);
    return head.length >= bytes.length
        && java.util.Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
  }

  /** JSON Lines, or any other form of JSON. */
  private static String json(String start, String byEnding) {
    if (start.startsWith("[")) {
      return Formats.JSON;
    }
    int lineEnd = start.indexOf('\n');
    String line = lineEnd < 0 ? start : start.substring(0, lineEnd);
    String next = start.substring(line.length()).stripLeading().lines().findFirst().orElse("");
    boolean isLines = next.startsWith("{") && (endsObject(line) || endsObject(next));
    return (isLines || Formats.JSON_LINES.equals(byEnding)) && !JsonDocuments.isEnvelope(line)
        ? Formats.JSON_LINES
        : Formats.JSON;
  }

  /** Only one of two lines is required to be whole: the other may be broken. */
  private static boolean endsObject(String line) {
    return line.stripTrailing().endsWith("}");
  }

  /** The format of a text that begins with a bracket; null where it is no markup. */
  private static Optional<String> markup(String start, String byEnding) {
    if (start.regionMatches(true, 0, "<!doctype html", 0, 14)) {
      return Optional.of(Formats.HTML);
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
    if (PAGE_TAGS.contains(name) || Formats.HTML.equals(byEnding)) {
      return Formats.TEXT.equals(byEnding) ? null : Optional.of(Formats.HTML);
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

  /** Rows of three cells or more, the same number in all, below a line of names. */
  private static boolean isTable(byte[] head) {
    return CsvDialect.of(head).isTable(head);
  }

  private static String ending(String fileName) {
    String name = Compression.plainName(fileName);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
