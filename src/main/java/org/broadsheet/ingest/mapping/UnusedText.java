package org.broadsheet.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.ingest.record.ArticleField;

/**
 * The longest text of a record that no field of the article took. It may be the body, under a name
 * that no mapping knows.
 *
 * @param path where it stands
 * @param text the plain text
 * @param isUnambiguous whether no other such text is nearly as long
 */
record UnusedText(String path, String text, boolean isUnambiguous) {

  /** Says of a field that its text was taken as the body. */
  static final String TAKEN = "body by length";

  /** Characters of the shortest text that is taken for a body. */
  private static final int SHORTEST = 200;

  /** How many times as long as the body it must be, and as any other such text. */
  private static final int TIMES = 2;

  /** How deep it may lie where there is no body. */
  private static final int DEEPEST = 3;

  /** Characters by which a text is known for prose, and for the beginning of another. */
  private static final int SAMPLE = 400;

  private static final int BEGINNING = 60;

  /** Names of texts that are about an article, or about something else. */
  private static final Pattern OTHER_NAMES =
      Pattern.compile(
          "summary|abstract|desc|excerpt|teaser|snippet|caption|lead|standfirst|comment|bio|copyright|rights|terms"
              + "|disclaimer|licen[cs]e|prompt|keyword|entit|url|link|footer|header|author|byline|note|error"
              + "|embedding|raw");

  private static final Pattern PAGE =
      Pattern.compile("\\s*<(?:!doctype|html|head|script|\\?xml)\\b", Pattern.CASE_INSENSITIVE);

  /**
   * Finds it.
   *
   * @param fields the record
   * @param taken the values that its article took
   * @param mapping how it was read
   * @param body its body; null for none
   * @return the text; null if there is none, or none so long that the body cannot be it
   */
  static UnusedText longest(
      RecordFields fields, List<JsonNode> taken, FieldMapping mapping, String body) {
    int least = body == null ? SHORTEST : Math.max(SHORTEST, TIMES * body.length());
    List<UnusedText> found = new ArrayList<>();
    add(fields.object(), "", body == null ? DEEPEST : 1, least, taken, mapping, found);
    found.removeIf(text -> text.text.length() <= least || !text.isProse());
    if (found.isEmpty()) {
      return null;
    }
    found.sort(Comparator.comparingInt(text -> -text.text.length()));
    UnusedText longest = found.get(0);
    boolean stands =
        found.size() == 1 || longest.text.length() > TIMES * found.get(1).text.length();
    return new UnusedText(longest.path, longest.text, stands);
  }

  /** Adds the texts of an object that are long enough. */
  private static void add(
      JsonNode object,
      String above,
      int levels,
      int least,
      List<JsonNode> taken,
      FieldMapping mapping,
      List<UnusedText> found) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      String path = above + field.getKey();
      boolean isLong =
          value.isTextual()
              ? value.textValue().length() > least
              : levels > 1 && value.path(0).isTextual();
      if (isLong
          && mayBeBody(path, mapping)
          && !isTaken(value, taken)
          && !PAGE.matcher(value.asText()).lookingAt()) {
        String text = MappedArticle.paragraphs(value);
        found.add(new UnusedText(path, text == null ? "" : text, true));
      } else if (value.isObject() && levels > 1 && !isTaken(value, taken)) {
        add(value, path + ".", levels - 1, least, taken, mapping, found);
      }
    }
  }

  private static boolean isTaken(JsonNode value, List<JsonNode> taken) {
    for (JsonNode one : taken) {
      if (one == value) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name of a text may be that of a body: this is told before the text is parsed. */
  private static boolean mayBeBody(String path, FieldMapping mapping) {
    String name = RecordFields.normalised(path.substring(path.lastIndexOf('.') + 1));
    return !OTHER_NAMES.matcher(name).find()
        && (mapping.when().isEmpty() || hasBody(mapping) || FieldMappings.isBody(path))
        && mapping.fields().entrySet().stream()
            .noneMatch(f -> f.getKey() != ArticleField.BODY && f.getValue().contains(name));
  }

  /** Of a data set that is known to have no bodies, no text is one unless its name says so. */
  private static boolean hasBody(FieldMapping mapping) {
    return mapping.fields().containsKey(ArticleField.BODY);
  }

  /**
   * Whether the text is written for people, and is no page, list, number or code: most of its
   * characters are letters, and blanks stand between them where words have small letters.
   */
  private boolean isProse() {
    String start = PrintedText.head(text, SAMPLE);
    long letters = start.codePoints().filter(Character::isLetter).count();
    long cased = start.codePoints().filter(Character::isLowerCase).count();
    long blanks = start.codePoints().filter(Character::isWhitespace).count();
    boolean isApart = 12 * blanks >= cased;
    return 10 * letters >= 6L * start.length()
        && isApart
        && text.charAt(0) != '{'
        && text.charAt(0) != '[';
  }

  /** Whether the text begins as the body does. */
  boolean goesOnFrom(String body) {
    return body != null && beginning(text).equals(beginning(body)) && body.length() > BEGINNING;
  }

  private static String beginning(String text) {
    String start = PrintedText.squeeze(PrintedText.head(text, 2 * BEGINNING));
    return PrintedText.head(start, BEGINNING);
  }
}
