package org.broadsheet.ingest.mapping;

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

/** Parses JSON as leniently as data sets need. */
public final class JsonText {

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Records are bounded in bytes before they come here.
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  // Much software writes these, though the standard has neither.
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** Replaces the text of a field where only its name matters. */
  private static final String ANY = "x";

  private JsonText() {}

  /**
   * The fields of an object that hold a text, as far as it can be read.
   *
   * @param json the beginning of an object, or one that is not JSON
   * @return the fields, each with any text
   */
  public static JsonNode textFields(byte[] json) {
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
   * @throws JsonProcessingException if the text is not JSON, or is nested deeper than a thousand
   *     levels
   */
  public static JsonNode parsed(String json) throws JsonProcessingException {
    try (JsonParser parser = new FiniteNumbers(READER.createParser(json))) {
      return READER.readValue(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  /** Reads NaN as null: data frames write it where a value is missing. */
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
}
