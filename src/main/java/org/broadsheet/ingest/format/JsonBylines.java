package org.broadsheet.ingest.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.broadsheet.extract.byline.FamilyNames;
import org.broadsheet.ingest.mapping.JsonText;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.ReadSettings;

/**
 * The bylines in the beginning of a file of JSON, as far as they are texts. They are found by the
 * names of their fields alone, so that nothing is parsed twice.
 */
final class JsonBylines {

  private static final String NAMES = "by_?line|authors?|by|creator|writer";
  private static final String VALUE = "\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.){3,200}+\")";
  private static final Pattern BYLINE = Pattern.compile("(?i)\"(?:" + NAMES + ")" + VALUE);
  private static final int MOST = 100;

  private JsonBylines() {}

  /**
   * What the beginning of a file tells about all of it.
   *
   * @param head the first bytes
   * @param settings how the job says to read the file
   * @return the settings, with how its names are written
   */
  static ReadSettings settled(byte[] head, ReadSettings settings) {
    String text = new String(head, StandardCharsets.UTF_8);
    List<String> bylines =
        pattern(settings.fields().named().get(ArticleField.BYLINE))
            .matcher(text)
            .results()
            .limit(MOST)
            .map(JsonBylines::value)
            .filter(Objects::nonNull)
            .toList();
    return settings.ofLines(head).familyNamesFirst(FamilyNames.comeFirst(bylines));
  }

  /** The last name of a path that the job gives, else the usual names. */
  private static Pattern pattern(String path) {
    if (path == null) {
      return BYLINE;
    }
    String name = path.substring(path.lastIndexOf('.') + 1);
    return Pattern.compile("\"" + Pattern.quote(name) + VALUE);
  }

  private static String value(MatchResult found) {
    try {
      return JsonText.parsed(found.group(1)).asText();
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
