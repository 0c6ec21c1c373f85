package org.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;

/**
 * Collections in SGML: Reuters-21578, TREC, Gigaword. A file is a sequence of documents without a
 * root, cut at the tags of its documents, since other tags may lack their ends.
 */
final class SgmlRecords implements RecordFormat {

  /** The elements that are records. */
  private static final Pattern RECORD =
      Pattern.compile("<(DOC|REUTERS)(?=[\\s>])", Pattern.CASE_INSENSITIVE);

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,10000}>");

  private static final Pattern PAGE =
      Pattern.compile("<html[\\s>]|<!doctype html", Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_PAGE =
      Pattern.compile("(?:</DOCHDR>|<TEXT>)\\s{0,100}$", Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_TEXT =
      Pattern.compile("<(?:TEXT|HEADLINE)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS =
      Pattern.compile("<DOCHDR>\\s*(https?://\\S{1,2000})", Pattern.CASE_INSENSITIVE);

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    Head head = Head.of(in, FormatRecognition.HEAD);
    Matcher record = RECORD.matcher(new String(head.bytes(), StandardCharsets.ISO_8859_1));
    String name = record.find() ? record.group(1).toLowerCase(Locale.ROOT) : "doc";
    return new CollectionDocuments(head.whole(), name, settings);
  }

  private static List<FoundArticle> articles(byte[] bytes, ReadSettings settings) {
    Encoding.Decoded decoded = settings.decoded(bytes);
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error()));
    }
    Matcher page = PAGE.matcher(decoded.text());
    return page.find() && isPageAt(decoded.text().substring(0, page.start()))
        ? page(decoded.text(), page.start())
        : List.of(SgmlArticle.read(decoded.text()));
  }

  /**
   * Whether a page may begin behind some text: directly behind what the server said, or before any
   * text.
   */
  private static boolean isPageAt(String before) {
    return BEFORE_PAGE.matcher(before).find() || !BEFORE_TEXT.matcher(before).find();
  }

  /** A web page, as collections of the Web have it behind its address and what the server said. */
  private static List<FoundArticle> page(String document, int start) {
    Matcher address = ADDRESS.matcher(document.substring(0, start));
    byte[] page = document.substring(start).getBytes(StandardCharsets.UTF_8);
    return HtmlPages.articles(
        page, StandardCharsets.UTF_8.name(), address.find() ? address.group(1) : null);
  }

  private enum Boundary {
    START,
    END,
    END_OF_FILE
  }

  private static final class CollectionDocuments extends SequentialRecords {
    private final InputStream in;
    private final String name;
    private final ReadSettings settings;

    /** More than a tag of the name takes. */
    private final int lookAhead;

    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean isOver;

    /** What was read since the last boundary, and how long it is, even if not all of it is kept. */
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();

    private long partBytes;
    private boolean isInRecord;
    private boolean hasEndTags;

    CollectionDocuments(InputStream in, String name, ReadSettings settings) {
      this.in = in;
      this.name = name;
      this.settings = settings;
      this.lookAhead = name.length() + 3;
    }

    @Override
    protected RawRecord read() {
      try {
        Boundary boundary = readPart();
        RawRecord record = isInRecord ? record(boundary) : between();
        isInRecord = boundary == Boundary.START;
        if (boundary == Boundary.END_OF_FILE) {
          end();
        }
        return record;
      } catch (IOException | RuntimeException e) {
        end();
        String detail =
            "the file breaks off after record " + number + ": " + e + Remedy.FETCH_AGAIN;
        return RawRecord.rejected(++number, part.toByteArray(), Reason.UNREADABLE_FILE, detail);
      }
    }

    private RawRecord record(Boundary boundary) {
      number++;
      hasEndTags |= boundary == Boundary.END;
      byte[] bytes = part.toByteArray();
      if (partBytes > settings.maxRecordBytes()) {
        String detail =
            "the document has "
                + partBytes
                + " bytes, limits.max_record_bytes allows "
                + settings.maxRecordBytes();
        return RawRecord.rejected(number, bytes, Reason.TOO_LONG, detail);
      }
      // Where other documents have an end tag, one without is cut off.
      return boundary == Boundary.END_OF_FILE && hasEndTags
          ? RawRecord.rejected(
              number,
              bytes,
              Reason.UNREADABLE_FILE,
              "the file is cut off in it" + Remedy.FETCH_AGAIN)
          : new RawRecord(number, bytes, document -> articles(document, settings));
    }

    /** What stands between documents is mark-up, or else rejected. */
    private RawRecord between() {
      byte[] bytes = part.toByteArray();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      boolean hasText = TAG.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
      return hasText
          ? RawRecord.rejected(
              ++number, bytes, Reason.BAD_RECORD, "text outside of any <" + name + ">")
          : null;
    }

    /** Reads up to the next tag of a document. A start tag is the beginning of the next part. */
    private Boundary readPart() throws IOException {
      part.reset();
      partBytes = 0;
      boolean isAtStart = isInRecord;
      while (has(lookAhead)) {
        if (!isAtStart && isTag(position, "<")) {
          return Boundary.START;
        }
        if (!isAtStart && isTag(position, "</")) {
          skipTag();
          return Boundary.END;
        }
        isAtStart = false;
        appendUpToNextTag();
      }
      return Boundary.END_OF_FILE;
    }

    /** Whether a tag of the name stands at a place, and none of a longer name. */
    private boolean isTag(int at, String bracket) {
      int after = at + bracket.length() + name.length();
      return after < limit
          && hasWord(at, bracket)
          && hasWord(at + bracket.length(), name)
          && (buffer[after] == '>' || buffer[after] <= ' ' && buffer[after] > 0);
    }

    private boolean hasWord(int at, String word) {
      for (int i = 0; i < word.length(); i++) {
        byte b = buffer[at + i];
        if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != word.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private void skipTag() throws IOException {
      while (has(1) && buffer[position++] != '>') {
        // Up to its end.
      }
    }

    /** Takes a byte, and what follows it before the next bracket. */
    private void appendUpToNextTag() {
      int start = position++;
      while (position < limit && buffer[position] != '<') {
        position++;
      }
      // What is too long is counted, and not kept.
      long room = Math.max(0, settings.maxRecordBytes() - partBytes);
      part.write(buffer, start, (int) Math.min(room, position - start));
      partBytes += position - start;
    }

    /** Reads ahead; false at the end of the file. */
    private boolean has(int bytes) throws IOException {
      if (limit - position < bytes && !isOver) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (!isOver && limit < bytes) {
          int count = in.read(buffer, limit, buffer.length - limit);
          isOver = count < 0;
          limit += Math.max(0, count);
        }
      }
      return position < limit;
    }
  }
}
