package org.broadsheet.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
import org.broadsheet.ingest.mapping.FieldMappings;

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
      Map.ofEntries(
          Map.entry("rss", Formats.RSS),
          Map.entry("rdf", Formats.RSS),
          Map.entry("channel", Formats.RSS),
          Map.entry("feed", Formats.ATOM),
          Map.entry("entry", Formats.ATOM),
          Map.entry("nitf", Formats.NITF),
          Map.entry("newsml", Formats.NEWSML),
          Map.entry("newsitem", Formats.NEWSML),
          Map.entry("newsmessage", Formats.NEWSML),
          Map.entry("packageitem", Formats.NEWSML),
          Map.entry("knowledgeitem", Formats.NEWSML),
          Map.entry("conceptitem", Formats.NEWSML),
          Map.entry("planningitem", Formats.NEWSML),
          Map.entry("catalogitem", Formats.NEWSML),
          Map.entry("tei", Formats.TEI),
          Map.entry("tei.2", Formats.TEI),
          Map.entry("teicorpus", Formats.TEI),
          Map.entry("teicorpus.2", Formats.TEI),
          Map.entry("reuters", Formats.SGML),
          Map.entry("doc", Formats.SGML),
          Map.entry("html", Formats.HTML));

  /** Tags that a piece of a page may begin with. */
  private static final Set<String> PAGE_TAGS =
      Set.of(
          ("html head body div p span article section main header nav table h1 h2 h3 title meta link script style a ul"
                  + " font center b i em strong img")
              .split(" "));

  /** Endings of formats that their first bytes show: without these, nothing reads such a file. */
  private static final Set<String> WITHOUT_READER = Set.of("docx", "odt", "rtf", "xlsx");

  /** Endings of files without a reader that are JSON, XML or the like themselves. */
  private static final Set<String> UNREAD_TEXTS =
      Set.of("ipynb fb2 svg fodt fods sql qdpx dta py js css sh java yaml yml".split(" "));

  private static final Pattern WHOLE_PAGE =
      Pattern.compile("^<(?:!doctype html|html)\\b", Pattern.CASE_INSENSITIVE);

  /** Endings under which programs write pages and tables too, so that Office opens them. */
  private static final Set<String> OF_OFFICE = Set.of("doc", "xls");

  private static final Set<String> OF_MAIL = Set.of("eml", "mbox", "mbx", "mht", "mhtml");

  private static final Pattern ROOT =
      Pattern.compile("^<(?:[A-Za-z][\\w.-]{0,40}:)?([A-Za-z][\\w.-]{0,40})[\\s/>]");
  private static final Pattern BLOCK_END =
      Pattern.compile(
          "</(?:p|div|article|section|table|body|li|h[1-6])>", Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_BLOCKS = 3;
  private static final Pattern SEPARATORS = Pattern.compile("[\"\\s]*[,;|][\"\\s]*|^\"|\"$");
  private static final int LONGEST_NAMES = 2_000;
  private static final int LONGEST_NAME = 30;

  /** Tags of the documents of a collection in SGML; an element of their name may be anything. */
  private static final Pattern COLLECTION =
      Pattern.compile("<(?:DOCNO|DOCID|HEADLINE|TEXT)\\b", Pattern.CASE_INSENSITIVE);

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
    Optional<String> office = OfficeFile.kind(ending, head);
    if (office.isPresent()) {
      return office.filter(Formats.names()::contains);
    }
    return bySignature(ending, head).or(() -> byText(ending, head));
  }

  /** Formats that their first bytes show. What servers sent, and archives hold, may be binary. */
  private static Optional<String> bySignature(String ending, byte[] head) {
    if (startsWith(head, "PAR1")) {
      return Optional.of(Formats.PARQUET);
    }
    if (startsWith(head, "{\\rtf")) {
      return Optional.of(Formats.RTF);
    }
    if (startsWith(head, "WARC/")) {
      return Optional.of(Formats.WARC);
    }
    if (ArcAsWarc.opens(head)) {
      return Optional.of(Formats.ARC);
    }
    if (Wire.opens(head)) {
      return Optional.of(Formats.WIRE);
    }
    return isMail(ending, head) ? Optional.of(Formats.MAIL) : Optional.empty();
  }

  /** Formats of text; nothing for content that is none, or that has no reader. */
  private static Optional<String> byText(String ending, byte[] head) {
    String byEnding = BY_ENDING.get(ending);
    String start = start(head);
    boolean json = JSON_START.matcher(start).find();
    boolean table = Formats.CSV.equals(byEnding) || Formats.TSV.equals(byEnding);
    // Broken programs leave zeros in records, each of which is read or rejected by itself.
    boolean mayHaveZeros = json || table && BinaryContent.hasStrayZeros(head);
    if (BinaryContent.isBinary(head) && !mayHaveZeros) {
      return Optional.empty();
    }
    if (OF_OFFICE.contains(ending)) {
      return ofOffice(start, ending);
    }
    if (hasNoReader(ending) && !isPlainly(start, ending, json)
        || ForeignKind.of(start).isPresent()) {
      return Optional.empty();
    }
    if (json && !Formats.CSV.equals(byEnding)) {
      return Optional.of(json(start, byEnding));
    }
    Optional<String> markup = start.startsWith("<") ? markup(start, byEnding, ending) : null;
    return markup != null ? markup : plain(start, byEnding, ending, head);
  }

  /**
   * Whether content shows its format though an ending says another, as where the ending is that of
   * a host. Of programs, drawings and the like, which are text too, only a page is one.
   */
  private static boolean isPlainly(String start, String ending, boolean json) {
    boolean isXml = start.startsWith("<?xml") || start.startsWith("<rss");
    return WHOLE_PAGE.matcher(start).find()
        || (json || isXml) && !UNREAD_TEXTS.contains(ending) && !WITHOUT_READER.contains(ending);
  }

  private static boolean hasNoReader(String ending) {
    return WITHOUT_READER.contains(ending) || UnreadKinds.hasEnding(ending);
  }

  /** A text without mark-up: saved articles, unless it is a table or a list of references. */
  private static Optional<String> plain(String start, String byEnding, String ending, byte[] head) {
    if (start.startsWith("{\\rtf")) {
      return Optional.of(Formats.RTF);
    }
    if (Ris.opens(head)) {
      return Optional.of(Formats.RIS);
    }
    if (start.startsWith("%PDF") || ending.equals("xml")) {
      return Optional.empty();
    }
    // Spreadsheets write tables as text with tabs; with commas, only names of fields tell one.
    boolean mayBeTable =
        byEnding == null
            || byEnding.equals(Formats.TEXT) && (start.indexOf('\t') > 0 || namesFields(start));
    return Optional.of(
        mayBeTable && isTable(head) ? Formats.CSV : byEnding == null ? Formats.TEXT : byEnding);
  }

  /**
   * What to do with a file that no format reads.
   *
   * @param head the first bytes after decompression
   * @return what it is and what would help; nothing if it is of no known kind
   */
  public static Optional<String> remedy(byte[] head) {
    return ForeignKind.of(start(head)).map(ForeignKind::remedy);
  }

  private static String start(byte[] head) {
    Charset wide = WideEncoding.of(head);
    String text = new String(head, wide == null ? StandardCharsets.UTF_8 : wide);
    return text.replace("\uFEFF", "").stripLeading();
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
  private static Optional<String> ofOffice(String start, String ending) {
    if (start.startsWith("<")) {
      Optional<String> markup = markup(start, null, ending);
      return markup == null ? Optional.empty() : markup;
    }
    return isTable(start.getBytes(StandardCharsets.UTF_8))
        ? Optional.of(Formats.CSV)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] head, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.US_ASCII);
    return head.length >= bytes.length
        && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
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
  private static Optional<String> markup(String start, String byEnding, String ending) {
    if (start.regionMatches(true, 0, "<!doctype html", 0, 14)) {
      return Optional.of(Formats.HTML);
    }
    Matcher root = ROOT.matcher(withoutProlog(start));
    if (!root.find()) {
      return null;
    }
    String name = root.group(1).toLowerCase(Locale.ROOT);
    String byRoot =
        name.equals("doc") && !COLLECTION.matcher(start).find() ? null : BY_ROOT.get(name);
    if (byRoot != null) {
      return Optional.of(byRoot);
    }
    if (PAGE_TAGS.contains(name) || Formats.HTML.equals(byEnding)) {
      boolean mayBeText = Formats.TEXT.equals(byEnding);
      boolean isText = mayBeText && (ending.startsWith("m") || !isPage(start));
      return isText ? null : Optional.of(Formats.HTML);
    }
    return start.startsWith("<?xml") || byEnding == null ? Optional.of(Formats.XML) : null;
  }

  /** Whether a text has the blocks of a page. Markdown may have some as well. */
  private static boolean isPage(String start) {
    return BLOCK_END.matcher(start).results().limit(FEWEST_BLOCKS).count() == FEWEST_BLOCKS;
  }

  /** Whether the first line is nothing but names of fields, as far as they are known. */
  private static boolean namesFields(String start) {
    int end = start.indexOf('\n');
    String line = end < 0 || end > LONGEST_NAMES ? "" : start.substring(0, end);
    List<String> cells = Arrays.stream(SEPARATORS.split(line)).map(String::strip).toList();
    return cells.size() >= 3
        && cells.stream().allMatch(cell -> cell.length() <= LONGEST_NAME)
        && cells.stream().filter(FieldMappings::isKnown).count() >= 2;
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

  static String ending(String fileName) {
    String name = Compression.plainName(fileName);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
