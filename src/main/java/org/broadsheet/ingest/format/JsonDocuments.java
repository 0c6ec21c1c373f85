package org.broadsheet.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.broadsheet.ingest.mapping.JsonText;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;

/**
 * JSON that is not one object a line: an array of articles, one article, several values one after
 * another, or an envelope around articles, see {@link JsonEnvelopes}.
 */
final class JsonDocuments implements RecordFormat {

  @Override
  public ReadSettings settled(byte[] head, ReadSettings settings) {
    return JsonBylines.settled(head, settings);
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return new Documents(in, settings);
  }

  /**
   * Whether an object is an envelope around articles. A line that is one must not be read as one
   * record.
   */
  static boolean isEnvelope(String line) {
    byte[] json = line.getBytes(StandardCharsets.UTF_8);
    FieldChoice none = new FieldChoice(Map.of(), List.of());
    ReadSettings settings = new ReadSettings(json.length, none, null);
    return new JsonEnvelopes(new JsonArticles(settings)).isEnvelope(json);
  }

  private static final class Documents extends SequentialRecords {

    /**
     * A container that is open. Each part of {@link #ARTICLES} is a record; each part of {@link
     * #ENVELOPES} may hold several.
     */
    private enum Open {
      OBJECT,
      ARRAY,
      ARTICLES,
      ENVELOPES
    }

    /** What follows a broken object is read again, up to so many bytes in all. */
    private static final long MOST_READ_AGAIN = 256L << 20;

    /** No longer name of a field is looked at. */
    private static final int LONGEST_NAME = 40;

    private final JsonScanner scanner;
    private final JsonArticles articles;
    private final JsonEnvelopes envelopes;
    private final int maxBytes;

    /** The containers around the next value; empty between the values of the file. */
    private final Deque<Open> open = new ArrayDeque<>();

    private Iterator<byte[]> parts = List.<byte[]>of().iterator();

    /** What a part of the object being searched must be, to be an article. */
    private Predicate<JsonNode> wanted;

    private long readAgain;

    /** What is rejected if no article is found in the object being searched. */
    private RawRecord walked;

    /** The fields of that object that hold a text. */
    private JsonNode walkedFields;

    /** The text before the next value: within an object, the name of its field. */
    private String name = "";

    Documents(InputStream in, ReadSettings settings) {
      this.scanner = new JsonScanner(in);
      this.articles = new JsonArticles(settings);
      this.envelopes = new JsonEnvelopes(articles);
      this.maxBytes = settings.maxRecordBytes();
    }

    /** The next record; null after a step that gave none. */
    @Override
    protected RawRecord read() {
      if (parts.hasNext()) {
        return record(parts.next());
      }
      try {
        int first = scanner.peek();
        if (first < 0) {
          end();
          return open.isEmpty() ? null : brokenOff("the end of the file");
        }
        return open.isEmpty() ? value(first) : part(first);
      } catch (IOException | RuntimeException e) {
        end();
        return brokenOff(e.toString());
      }
    }

    /** A value of the file. */
    private RawRecord value(int first) throws IOException {
      if (first == ']' || first == '}') {
        scanner.skip();
        return null;
      }
      if (first == '[') {
        return enterTop();
      }
      if (first != '{') {
        return record(scanner.value(maxBytes));
      }
      JsonScanner.Value object = scanner.beginning(maxBytes);
      List<byte[]> found = object.complete() ? envelopes.parts(object.bytes()) : List.of();
      if (!found.isEmpty()) {
        parts = found.iterator();
        return null;
      }
      int next = nextDocument(object);
      if (next > 0) {
        return unclosed(object.bytes(), next);
      }
      scanner.unread(object.bytes());
      JsonNode fields = JsonText.textFields(object.bytes());
      return articles.hasBody(fields)
          ? record(scanner.value(maxBytes))
          : walkThrough(object, fields);
    }

    /** An array of the file: its items are records, unless the first one is an envelope. */
    private RawRecord enterTop() throws IOException {
      enter(Open.ARTICLES);
      if (scanner.peek() != '{') {
        return null;
      }
      JsonScanner.Value item = scanner.beginning(maxBytes);
      scanner.unread(item.bytes());
      if (item.complete() && envelopes.isEnvelope(item.bytes())) {
        open.pop();
        open.push(Open.ENVELOPES);
      }
      return null;
    }

    private RawRecord enter(Open container) {
      scanner.skip();
      open.push(container);
      return null;
    }

    /** Goes through an object that is too large, or too broken, to be taken whole. */
    private RawRecord walkThrough(JsonScanner.Value object, JsonNode fields) throws IOException {
      boolean tooLong = !object.complete() && object.bytes().length == maxBytes;
      walked =
          tooLong
              ? RawRecord.rejected(0, object.bytes(), Reason.TOO_LONG, tooLong(maxBytes + 1L))
              : new RawRecord(0, object.bytes(), articles::of);
      walkedFields = fields;
      wanted = envelopes.partOf(fields);
      scanner.peek();
      return enter(Open.OBJECT);
    }

    /** A part of the container that is open. */
    private RawRecord part(int first) throws IOException {
      if (first == ']' || first == '}') {
        return leave();
      }
      if (open.peek() == Open.ARTICLES) {
        return record(scanner.value(maxBytes));
      }
      if (open.peek() == Open.ENVELOPES) {
        return envelope(scanner.value(maxBytes));
      }
      boolean isContainer = first == '{' || first == '[';
      if (isContainer && open.peek() == Open.OBJECT && envelopes.isDetail(name, walkedFields)) {
        scanner.value(0);
        return null;
      }
      if (first == '{') {
        return enter(Open.OBJECT);
      }
      if (first == '[') {
        enter(Open.ARRAY);
        return scanner.peek() == '{' ? firstItem() : null;
      }
      name = new String(scanner.value(LONGEST_NAME).bytes(), StandardCharsets.UTF_8);
      name = name.replace("\"", "");
      return null;
    }

    private RawRecord envelope(JsonScanner.Value value) {
      List<byte[]> found =
          value.complete() && value.size() <= maxBytes ? envelopes.parts(value.bytes()) : List.of();
      parts = found.iterator();
      return found.isEmpty() ? record(value) : null;
    }

    /** If the first item of an array is an article, so are the others. */
    private RawRecord firstItem() throws IOException {
      JsonScanner.Value item = scanner.value(maxBytes);
      if (!isWanted(item.bytes())) {
        return null;
      }
      open.pop();
      open.push(Open.ARTICLES);
      walked = null;
      return record(item);
    }

    private boolean isWanted(byte[] json) {
      JsonNode item = articles.value(json);
      return wanted.test(item == null ? JsonText.textFields(json) : item);
    }

    private RawRecord leave() {
      scanner.skip();
      open.pop();
      RawRecord empty = open.isEmpty() ? walked : null;
      if (empty == null) {
        return null;
      }
      walked = null;
      return new RawRecord(++number, empty.bytes(), empty.interpreter());
    }

    private RawRecord record(byte[] json) {
      return new RawRecord(++number, json, articles::of);
    }

    private RawRecord record(JsonScanner.Value value) {
      if (!value.complete()) {
        end();
        return brokenOff("the end of the file", value.bytes());
      }
      return value.size() > maxBytes
          ? RawRecord.rejected(++number, value.bytes(), Reason.TOO_LONG, tooLong(value.size()))
          : record(value.bytes());
    }

    /**
     * Where, after an object that is broken, a line begins as the next object does, and not as an
     * item of an array; -1 for nowhere.
     */
    private int nextDocument(JsonScanner.Value value) {
      byte[] bytes = value.bytes();
      boolean mayLookOn = value.size() < maxBytes && readAgain + bytes.length < MOST_READ_AGAIN;
      int before = '[';
      for (int i = 1; i < bytes.length && mayLookOn; i++) {
        boolean isLineStart = bytes[i] == '{' && bytes[i - 1] == '\n';
        if (isLineStart && before != '[' && before != ',' && before != ':') {
          return i;
        }
        before = bytes[i] > ' ' || bytes[i] < 0 ? bytes[i] : before;
      }
      return -1;
    }

    /** Rejects a broken object, whatever breaks it, without losing the objects after it. */
    private RawRecord unclosed(byte[] bytes, int end) {
      readAgain += bytes.length - end;
      scanner.unread(Arrays.copyOfRange(bytes, end, bytes.length));
      return record(Arrays.copyOf(bytes, end));
    }

    private String tooLong(long size) {
      return "the record has "
          + size
          + " bytes or more, limits.max_record_bytes allows "
          + maxBytes;
    }

    private RawRecord brokenOff(String where) {
      return brokenOff(where, walked == null ? new byte[0] : walked.bytes());
    }

    private RawRecord brokenOff(String where, byte[] beginning) {
      String detail =
          "the file breaks off after record " + number + ": " + where + Remedy.FETCH_AGAIN;
      return RawRecord.rejected(++number, beginning, Reason.UNREADABLE_FILE, detail);
    }
  }
}
