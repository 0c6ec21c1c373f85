package org.broadsheet.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the article of a JSON object. */
final class JsonArticles {

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Records are bounded in bytes before they come here.
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  // What much software writes, though the standard has neither.
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** Text that stands for that of a field, where only the name of it is looked at. */
  private static final String ANY = "x";

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
    Encoding.Decoded decoded = Encoding.decodeLine(json, settings);
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error()));
    }
    try {
      return List.of(of(parsed(decoded.text())));
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
    String text = Encoding.decodeLine(json, settings).text();
    try {
      return text == null ? null : parsed(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private FoundArticle of(JsonNode value) {
    return value.isObject()
        ? FieldMapping.article(value, settings.fields())
        : FoundArticle.rejected(
            Reason.NOT_AN_OBJECT, "a JSON " + value.getNodeType() + " where an object is expected");
  }

  /**
   * Whether a value is an object with fields that are known as title or body. People, places and
   * columns have a name too: for a title it passes only beside a body or a date.
   */
  boolean isArticle(JsonNode value) {
    FoundArticle found = found(value);
    return found != null
        && (isTaken("body from", found)
            || found.published() != null
            || !isTaken("title from name", found)
            || settings.fields().named().containsKey(ArticleField.TITLE));
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
    FoundArticle found = value.isObject() ? FieldMapping.article(value, settings.fields()) : null;
    return found == null || found.rejection() != null ? null : found;
  }

  /**
   * The fields of an object that hold a text, as far as it can be read.
   *
   * @param json the beginning of an object, or one that is not JSON
   * @return the fields, each with any text
   */
  static JsonNode textFields(byte[] json) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    try (JsonParser parser = READER.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(parser.currentName(), ANY);
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      // Up to here.
    }
    return fields;
  }

  /**
   * Parses a text.
   *
   * @param json a JSON value
   * @return the value
   * @throws JsonProcessingException if it is none, or nested deeper than a thousand levels
   */
  static JsonNode parsed(String json) throws JsonProcessingException {
    try (JsonParser parser = new FiniteNumbers(READER.createParser(json))) {
      return READER.readValue(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  /** Not a number is what data frames write where a value is missing. */
  private static final class FiniteNumbers extends JsonParserDelegate {
    FiniteNumbers(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      JsonToken token = super.nextToken();
      return token == JsonToken.VALUE_NUMBER_FLOAT && isNaN() ? JsonToken.VALUE_NULL : token;
    }
  }

  private static String where(JsonProcessingException e) {
    String column = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    return e.getOriginalMessage() + column;
  }
}
