package org.broadsheet.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.MarkedBlocks;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;

/** References in RIS, as databases and programs for literature exchange them. */
final class Ris implements RecordFormat {

  private static final int HEAD = 1 << 13;
  private static final int LONGEST_PREAMBLE = 1_000;

  /** The field that begins a record. Some programs leave out a blank, or write a line above it. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:^|[\\n\\r]|^\\u00EF\\u00BB\\u00BF)(TY {1,2}-) ?\\p{Alpha}{2,8}[ \\t]*[\\n\\r]+[A-Z][A-Z0-9] {1,2}-");

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    Head head = Head.of(in, HEAD);
    Matcher type = type(head.bytes());
    boolean any = type.find();
    String mark = "\n" + (any ? type.group(1) : "TY  -");
    InputStream records =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[] {'\n'}), head.from(any ? type.start(1) : 0));
    return new MarkedBlocks(
        records,
        settings.maxRecordBytes(),
        mark.getBytes(StandardCharsets.US_ASCII),
        block -> articles(block, settings));
  }

  /** Whether a file begins with a record, or with a few lines about one. */
  static boolean opens(byte[] head) {
    Matcher type = type(head);
    return type.find() && type.start() <= LONGEST_PREAMBLE;
  }

  private static Matcher type(byte[] head) {
    int length = Math.min(head.length, HEAD);
    return TYPE.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
  }

  private static List<FoundArticle> articles(byte[] block, ReadSettings settings) {
    Encoding.Decoded decoded = settings.decoded(block);
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error()));
    }
    List<FoundArticle> articles = RisRecord.all(decoded.text());
    return articles.isEmpty()
        ? List.of(
            FoundArticle.rejected(
                Reason.BAD_RECORD, "a record of RIS begins with a line \"TY  - NEWS\" or the like"))
        : articles;
  }
}
