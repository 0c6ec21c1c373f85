package org.broadsheet.topics.saved;

import static org.broadsheet.topics.saved.SavedFormat.require;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An object in JSON of which nothing is trusted: every value that is read is within a bound. All
 * methods throw {@link IOException} if a value is missing, of another type or out of its bounds.
 *
 * @param node the object
 */
record CheckedJson(JsonNode node) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static CheckedJson parse(byte[] text) throws IOException {
    return new CheckedJson(JSON.readTree(text));
  }

  /** A text that is only compared with others; empty if it is missing. */
  String anyText(String key) {
    return node.path(key).asText();
  }

  String text(String key, Pattern pattern) throws IOException {
    JsonNode value = node.path(key);
    require(value.isTextual() && pattern.matcher(value.asText()).matches(), key);
    return value.asText();
  }

  int number(String key, int least, int most) throws IOException {
    JsonNode value = node.path(key);
    require(
        value.isIntegralNumber()
            && value.canConvertToInt()
            && value.asInt() >= least
            && value.asInt() <= most,
        key);
    return value.asInt();
  }

  double real(String key, double least, double most) throws IOException {
    JsonNode value = node.path(key);
    require(value.isNumber() && value.asDouble() >= least && value.asDouble() <= most, key);
    return value.asDouble();
  }

  List<CheckedJson> list(String key, int most) throws IOException {
    JsonNode value = node.path(key);
    require(value.isArray() && value.size() <= most, key);
    List<CheckedJson> list = new ArrayList<>();
    value.forEach(element -> list.add(new CheckedJson(element)));
    return list;
  }
}
