package org.broadsheet.corpus.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

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
    Encoding.Decoded decoded = Encoding.decode(json, settings.charset());
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error()));
    }
    try {
      return List.of(of(parsed(decoded.text())));
    } catch (JsonProcessingException e) {
      return List.of(FoundArticle.rejected(Reason.BAD_RECORD, "not JSON: " + where(e)));
    }
  }

  private FoundArticle of(JsonNode value) {
    return value.isObject()
        ? FieldMapping.article(value, settings.fields())
        : FoundArticle.rejected(
            Reason.NOT_AN_OBJECT, "a JSON " + value.getNodeType() + " where an object is expected");
  }

  /** Whether a value is an object with fields that are known as title or body. */
  boolean isArticle(JsonNode value) {
    return value.isObject() && FieldMapping.article(value, settings.fields()).rejection() == null;
  }

  /**
   * Parses a text.
   *
   * @param json a JSON value
   * @return the value
   * @throws JsonProcessingException if it is none, or nested deeper than a thousand levels
   */
  static JsonNode parsed(String json) throws JsonProcessingException {
    return READER.readValue(json);
  }

  private static String where(JsonProcessingException e) {
    String column = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    return e.getOriginalMessage() + column;
  }
}
