package org.broadsheet.ingest.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.mapping.FieldMappings;
import org.broadsheet.ingest.mapping.JsonText;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;

/** Reads the article of a JSON object. */
final class JsonArticles {

  private final ReadSettings settings;

  JsonArticles(ReadSettings settings) {
    this.settings = settings;
  }

  /**
   * The article of an object.
   *
   * @param json the bytes of a JSON value
   * @return the article, or why there is none
   */
  List<FoundArticle> of(byte[] json) {
    Encoding.Decoded decoded = settings.decoded(json);
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error()));
    }
    int zero = decoded.text().indexOf('\0');
    if (zero >= 0) {
      return List.of(
          FoundArticle.rejected(
              Reason.BAD_RECORD,
              "not JSON: a zero byte at character "
                  + (zero + 1)
                  + ", as a broken copy leaves it; fetch the file again, or remove the byte"));
    }
    try {
      return List.of(of(JsonText.parsed(decoded.text())));
    } catch (JsonProcessingException e) {
      return List.of(FoundArticle.rejected(Reason.BAD_RECORD, "not JSON: " + where(e)));
    }
  }

  /**
   * Parses a value as the job and the file say.
   *
   * @param json the bytes of a JSON value
   * @return the value; null if it is none
   */
  JsonNode value(byte[] json) {
    String text = settings.decoded(json).text();
    try {
      return text == null ? null : JsonText.parsed(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private FoundArticle of(JsonNode value) {
    return value.isObject()
        ? FieldMappings.article(value, settings.fields(), settings.familyNamesFirst())
        : FoundArticle.rejected(
            Reason.NOT_AN_OBJECT, "a JSON " + value.getNodeType() + " where an object is expected");
  }

  /**
   * Whether a value is an object with a field that is known as title or body, or is of a kind that
   * holds no article but stands among some. A name alone is no title, since people, places and
   * columns have names too; it is one beside a body or a date of publication; of linked data, in
   * which whole sites have dates, only beside a body.
   */
  boolean isArticle(JsonNode value) {
    FoundArticle found = found(value);
    boolean isPublished =
        found != null
            && found.published() != null
            && !isTaken("published from created", found)
            && !value.has("@type");
    return found == null
        ? isOfOtherKind(value)
        : isTaken("body from", found)
            || isPublished
            || !isTaken("title from name", found)
            || settings.fields().named().containsKey(ArticleField.TITLE);
  }

  /** Whether a value is a record of a known data set that is no article, such as a picture. */
  boolean isOfOtherKind(JsonNode value) {
    FoundArticle read = value.isObject() ? FieldMappings.article(value, settings.fields()) : null;
    return read != null && read.rejection() != null && read.rejection().reason() == Reason.NOT_TEXT;
  }

  /** Whether a value is an object with a field that is known as body. */
  boolean hasBody(JsonNode value) {
    FoundArticle found = found(value);
    return found != null && isTaken("body from", found);
  }

  /** Whether a value is an object that cannot be taken for a part of an article. */
  boolean isWholeArticle(JsonNode value) {
    FoundArticle found = found(value);
    return found != null
        && found.title() != null
        && isTaken("body from", found)
        && (found.url() != null || found.published() != null);
  }

  private static boolean isTaken(String field, FoundArticle found) {
    return found.mapping().contains(field);
  }

  private FoundArticle found(JsonNode value) {
    FoundArticle found = value.isObject() ? FieldMappings.article(value, settings.fields()) : null;
    return found == null || found.rejection() != null ? null : found;
  }

  private static String where(JsonProcessingException e) {
    String column = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    return e.getOriginalMessage() + column;
  }
}
