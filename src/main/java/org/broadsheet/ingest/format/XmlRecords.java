package org.broadsheet.ingest.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.StrictReader;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Rejection;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
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

  private final Set<String> names;
  private final Function<ReadSettings, Function<Element, List<FoundArticle>>> interpreters;

  /** What is said of a document in which no element is a record; null where that is usual. */
  private final String missing;

  /**
   * Reads elements.
   *
   * @param names their local names in lower case
   * @param missing what is said of a document without any; null if that is nothing to speak of
   * @param interpreters gives what reads the articles of the elements of one document
   */
  XmlRecords(
      Set<String> names,
      String missing,
      Function<ReadSettings, Function<Element, List<FoundArticle>>> interpreters) {
    this.names = names;
    this.missing = missing;
    this.interpreters = interpreters;
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return new Elements(in, settings);
  }

  private final class Elements extends SequentialRecords {
    private final StreamParser parser = new StreamParser(Parser.xmlParser().setTrackPosition(true));
    private final Function<Element, List<FoundArticle>> interpreter;
    private final StrictReader decoded;
    private final BoundedReader reader;

    /** The record that was read last: only what comes after it tells whether it is cut off. */
    private RawRecord held;

    private boolean isHeldOpen;
    private boolean isOver;

    Elements(InputStream in, ReadSettings settings) {
      interpreter = interpreters.apply(settings);
      decoded = reader(in, settings.charset());
      reader = new BoundedReader(decoded, settings.maxRecordBytes());
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
        Element element = nextRecord();
        if (element != null) {
          held = record(element);
          return before;
        }
        isOver = true;
        return isCut() ? cut(before) : number == 0 ? none() : before;
      } catch (TooLongException e) {
        return endingIn(Reason.TOO_LONG, e.getMessage(), before);
      } catch (UncheckedIOException e) {
        return brokenOff(e.getCause(), before);
      } catch (RuntimeException e) {
        return brokenOff(e, before);
      }
    }

    /** The next element that is a record; null at the end of the document. */
    private Element nextRecord() {
      Iterator<Element> elements = parser.iterator();
      while (elements.hasNext()) {
        Element element = elements.next();
        if (names.contains(Xml.localName(element))) {
          return element;
        }
      }
      return null;
    }

    private RawRecord brokenOff(Exception e, RawRecord before) {
      String detail = "the file breaks off after record " + number + ": " + e + Remedy.FETCH_AGAIN;
      return endingIn(Reason.UNREADABLE_FILE, detail, before);
    }

    private RawRecord record(Element element) {
      reader.startOver();
      String xml = element.outerHtml();
      boolean isValid = xml.indexOf(StrictReader.INVALID) < 0;
      List<FoundArticle> articles =
          isValid
              ? articles(element)
              : List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.problem()));
      String shown = isValid ? xml : xml.replace(StrictReader.INVALID, '\ufffd');
      byte[] raw = shown.getBytes(StandardCharsets.UTF_8);
      isHeldOpen = isOpen(element);
      remove(element);
      return new RawRecord(++number, raw, bytes -> articles);
    }

    private List<FoundArticle> articles(Element element) {
      try {
        return interpreter.apply(element);
      } catch (RuntimeException e) {
        return List.of(FoundArticle.rejected(Rejection.of(e)));
      }
    }

    /** The white space before it goes with it: a long document is never held. */
    private static void remove(Element element) {
      Node before = element.previousSibling();
      if (before instanceof TextNode space && space.isBlank()) {
        space.remove();
      }
      element.remove();
    }

    /** Whether an element has no end tag. */
    private boolean isOpen(Element element) {
      return element.endSourceRange().isImplicit();
    }

    /**
     * Whether the document breaks off, or has no beginning. Missing end tags within it are
     * tolerated. A root that was a record has been removed.
     */
    private boolean isCut() {
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

    private RawRecord none() {
      return missing == null ? null : endingIn(Reason.UNREADABLE_FILE, missing, null);
    }

    private RawRecord endingIn(Reason reason, String detail, RawRecord before) {
      isOver = true;
      held = RawRecord.rejected(++number, new byte[0], reason, detail);
      return before;
    }
  }

  /** The job's encoding, else that of the declaration, is a hint: see {@link StrictReader}. */
  private static StrictReader reader(InputStream in, String charset) {
    Head head = Head.of(in, HEAD);
    Matcher declared = DECLARED.matcher(new String(head.bytes(), StandardCharsets.ISO_8859_1));
    String named = charset != null ? charset : declared.find() ? declared.group(1) : null;
    return new StrictReader(head.whole(), named);
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
