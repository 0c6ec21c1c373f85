package org.broadsheet.corpus.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * JSON that is not one object a line: an array of articles, one article, several values one after
 * another, or an envelope, in which the articles are the items of an array or the values of a map,
 * some levels down. The articles of an envelope are those parts that have a title or a body, where
 * the whole has neither.
 */
final class JsonDocuments implements RecordFormat {

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return new Documents(in, settings);
  }

  private static final class Documents extends SequentialRecords {

    /** How deep articles may lie in an envelope. */
    private static final int DEEPEST = 5;

    /** How many parts of a container are looked at for an article. */
    private static final int SAMPLE = 8;

    /** A container as it was opened; one of articles, each of whose parts is a record. */
    private enum Open {
      OBJECT,
      ARRAY,
      ARTICLES
    }

    private final JsonScanner scanner;
    private final JsonArticles articles;
    private final int maxBytes;

    /** The containers around the next value; empty between the values of the file. */
    private final Deque<Open> open = new ArrayDeque<>();

    private Iterator<byte[]> parts = List.<byte[]>of().iterator();

    /** What is rejected if no article is found in the object that is walked through. */
    private RawRecord walked;

    Documents(InputStream in, ReadSettings settings) {
      this.scanner = new JsonScanner(in);
      this.articles = new JsonArticles(settings);
      this.maxBytes = settings.maxRecordBytes();
    }

    /** The next record; null after a step that gave none. */
    @Override
    RawRecord read() {
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
        return enter(Open.ARTICLES);
      }
      if (first != '{') {
        return record(scanner.value(maxBytes));
      }
      JsonScanner.Value object = scanner.beginning(maxBytes);
      List<byte[]> found = object.complete() ? parts(object.bytes()) : List.of();
      if (found.isEmpty()) {
        walkThrough(object);
      }
      parts = found.iterator();
      return null;
    }

    private RawRecord enter(Open container) {
      scanner.skip();
      open.push(container);
      return null;
    }

    /**
     * The records of a whole object: the object itself or, if it is an envelope, its parts; none if
     * it is not JSON.
     */
    private List<byte[]> parts(byte[] object) {
      try {
        JsonNode node = JsonArticles.parsed(new String(object, StandardCharsets.UTF_8));
        List<byte[]> found = new ArrayList<>();
        if (!articles.isArticle(node)) {
          addParts(node, 1, found);
        }
        return found.isEmpty() ? List.of(object) : found;
      } catch (JsonProcessingException e) {
        return List.of();
      }
    }

    /**
     * Of an array that holds an article, every item is a record; of a map, or of a graph of linked
     * data, every article.
     */
    private void addParts(JsonNode container, int depth, List<byte[]> found) {
      boolean holdsArticles = container.valueStream().limit(SAMPLE).anyMatch(articles::isArticle);
      for (JsonNode child : container) {
        boolean isItem = container.isArray() && !child.has("@type");
        if (holdsArticles && (isItem || articles.isArticle(child))) {
          found.add(child.toString().getBytes(StandardCharsets.UTF_8));
        } else if (child.isContainerNode() && depth < DEEPEST) {
          addParts(child, depth + 1, found);
        }
      }
    }

    /** Prepares to go through an object that is too large, or too broken, to be taken whole. */
    private void walkThrough(JsonScanner.Value object) throws IOException {
      boolean tooLong = !object.complete() && object.bytes().length == maxBytes;
      walked =
          tooLong
              ? RawRecord.rejected(0, object.bytes(), Reason.TOO_LONG, tooLong(maxBytes + 1L))
              : new RawRecord(0, object.bytes(), articles::of);
      scanner.unread(object.bytes());
      scanner.peek();
      enter(Open.OBJECT);
    }

    /** A part of the container that is open. */
    private RawRecord part(int first) throws IOException {
      if (first == ']' || first == '}') {
        return leave();
      }
      if (open.peek() == Open.ARTICLES) {
        return record(scanner.value(maxBytes));
      }
      if (first == '{') {
        return enter(Open.OBJECT);
      }
      if (first == '[') {
        enter(Open.ARRAY);
        return scanner.peek() == '{' ? firstItem() : null;
      }
      scanner.value(0);
      return null;
    }

    /** If the first item of an array is an article, so are the others. */
    private RawRecord firstItem() throws IOException {
      JsonScanner.Value item = scanner.value(maxBytes);
      if (!isArticle(item.bytes())) {
        return null;
      }
      open.pop();
      open.push(Open.ARTICLES);
      walked = null;
      return record(item);
    }

    private boolean isArticle(byte[] json) {
      try {
        return articles.isArticle(JsonArticles.parsed(new String(json, StandardCharsets.UTF_8)));
      } catch (JsonProcessingException e) {
        return false;
      }
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
        return brokenOff("the end of the file");
      }
      return value.size() > maxBytes
          ? RawRecord.rejected(++number, value.bytes(), Reason.TOO_LONG, tooLong(value.size()))
          : record(value.bytes());
    }

    private String tooLong(long size) {
      return "the record has "
          + size
          + " bytes or more, limits.max_record_bytes allows "
          + maxBytes;
    }

    private RawRecord brokenOff(String where) {
      byte[] beginning = walked == null ? new byte[0] : walked.bytes();
      String detail = "the file breaks off after record " + number + ": " + where;
      return RawRecord.rejected(++number, beginning, Reason.UNREADABLE_FILE, detail);
    }
  }
}
