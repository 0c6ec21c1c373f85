package org.broadsheet.ingest.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.encoding.WideEncoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Elements of XML as records, one at a time. The parser tolerates the mistakes of feeds, and
 * resolves only entities of characters, so that a document can neither read files nor grow.
 */
final class XmlRecords implements RecordFormat {

  private static final int HEAD = 1 << 12;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']");

  private final String elements;
  private final Function<Element, FoundArticle> interpreter;

  /**
   * Reads elements.
   *
   * @param name their name, whatever the prefix
   * @param interpreter reads the article of one
   */
  XmlRecords(String name, Function<Element, FoundArticle> interpreter) {
    this.elements = "*|" + name;
    this.interpreter = interpreter;
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return new Elements(in, settings);
  }

  private final class Elements extends SequentialRecords {
    private final StreamParser parser = new StreamParser(Parser.xmlParser().setTrackPosition(true));
    private final BoundedReader reader;

    /** The record that was read last: only what comes after it tells whether it is cut off. */
    private RawRecord held;

    private boolean isHeldOpen;
    private boolean isOver;

    Elements(InputStream in, ReadSettings settings) {
      reader = new BoundedReader(reader(in, settings.charset()), settings.maxRecordBytes());
      parser.parse(reader, "");
    }

    @Override
    protected RawRecord read() {
      RawRecord before = held;
      held = null;
      if (isOver) {
        end();
        return before;
      }
      try {
        Element element = parser.selectNext(elements);
        if (element != null) {
          held = record(element);
          return before;
        }
        isOver = true;
        return isCut() ? cut(before) : before;
      } catch (TooLongException e) {
        return endingIn(Reason.TOO_LONG, e.getMessage(), before);
      } catch (IOException | RuntimeException e) {
        String detail =
            "the file breaks off after record " + number + ": " + e + Remedy.FETCH_AGAIN;
        return endingIn(Reason.UNREADABLE_FILE, detail, before);
      }
    }

    private RawRecord record(Element element) {
      reader.startOver();
      FoundArticle article = interpreter.apply(element);
      byte[] raw = element.outerHtml().getBytes(StandardCharsets.UTF_8);
      isHeldOpen = isOpen(element);
      element.remove();
      return new RawRecord(++number, raw, bytes -> List.of(article));
    }

    /** Whether an element has no end tag. */
    private boolean isOpen(Element element) {
      return element.endSourceRange().isImplicit();
    }

    /**
     * Whether the document breaks off, or has no beginning. Missing end tags within it are
     * tolerated. A root that was a record has been removed.
     */
    private boolean isCut() throws IOException {
      Element root = parser.document().firstElementChild();
      return root == null ? isHeldOpen || number == 0 : isOpen(root);
    }

    /**
     * Rejects the last record if the document is cut off within it, else what would come after it.
     */
    private RawRecord cut(RawRecord last) {
      if (last == null || !isHeldOpen) {
        String detail = "the document breaks off before its end tag" + Remedy.FETCH_AGAIN;
        return endingIn(Reason.UNREADABLE_FILE, detail, last);
      }
      return RawRecord.rejected(
          last.number(),
          last.bytes(),
          Reason.UNREADABLE_FILE,
          "the document is cut off in it" + Remedy.FETCH_AGAIN);
    }

    private RawRecord endingIn(Reason reason, String detail, RawRecord before) {
      isOver = true;
      held = RawRecord.rejected(++number, new byte[0], reason, detail);
      return before;
    }
  }

  /**
   * Decodes a document: by its byte-order mark, the job's encoding or its declaration, else as
   * UTF-8.
   */
  private static Reader reader(InputStream in, String charset) {
    Head head = Head.of(in, HEAD);
    Charset wide = WideEncoding.of(head.bytes());
    Matcher declared = DECLARED.matcher(new String(head.bytes(), StandardCharsets.ISO_8859_1));
    Charset named =
        Encoding.named(charset != null ? charset : declared.find() ? declared.group(1) : null);
    return new InputStreamReader(
        head.whole(), wide != null ? wide : named != null ? named : StandardCharsets.UTF_8);
  }

  private static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLongException(int most) {
      super(
          "a record has more than limits.max_record_bytes = "
              + most
              + " characters; it and what follows in the file are not read");
    }
  }

  /** Ends a record that would fill the memory. */
  private static final class BoundedReader extends FilterReader {
    private final int most;
    private long read;

    BoundedReader(Reader in, int most) {
      super(in);
      this.most = most;
    }

    void startOver() {
      read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      read += Math.max(0, count);
      if (read > most + 100_000L) {
        throw new TooLongException(most);
      }
      return count;
    }
  }
}
