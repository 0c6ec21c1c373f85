package org.broadsheet.extract.savedtext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.jsoup.Jsoup;

/** The text of a mail as its sender wrote it: out of its parts, and out of transfer encodings. */
final class Mime {
  private static final int DEEPEST = 5;
  private static final String ENCODING = "content-transfer-encoding:";
  private static final String TYPE = "content-type:";
  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";\\s]{1,100})");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]{1,40})");
  private static final Pattern WORD =
      Pattern.compile("=\\?([\\w.:-]{1,40})(?:\\*[\\w-]*)?\\?([bBqQ])\\?([^?\\s]*)\\?=");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");

  private Mime() {}

  /** The text with words such as {@code =?utf-8?q?Caf=C3=A9?=} as they are meant. */
  static String words(String text) {
    return text.contains("=?")
        ? WORD.matcher(BETWEEN_WORDS.matcher(text).replaceAll(""))
            .replaceAll(word -> Matcher.quoteReplacement(word(word)))
        : text;
  }

  private static String word(MatchResult word) {
    boolean base64 = word.group(2).equalsIgnoreCase("b");
    String text = base64 ? word.group(3) : word.group(3).replace('_', ' ');
    return decoded(text, base64 ? "base64" : "quoted-printable", word.group(1));
  }

  /**
   * The text of a mail, or of a part of one.
   *
   * @param header the lines of its header
   * @param body the lines below it
   * @return the lines of its text: of several parts, those of the first one that is plain, else of
   *     the first one that is text
   */
  static List<String> text(List<String> header, List<String> body) {
    List<String> text = text(header, body, 0);
    return text == null ? List.of() : text;
  }

  private static List<String> text(List<String> header, List<String> body, int depth) {
    String type = value(header, TYPE);
    Matcher boundary = BOUNDARY.matcher(type);
    if (type.startsWith("multipart/") && boundary.find() && depth < DEEPEST) {
      return ofParts(body, "--" + boundary.group(1), depth);
    }
    if (!type.isEmpty() && !type.startsWith("text")) {
      return null;
    }
    Matcher charset = CHARSET.matcher(type);
    String name = charset.find() ? charset.group(1) : "utf-8";
    String text = decoded(String.join("\n", body), value(header, ENCODING), name);
    boolean html = type.startsWith("text/html");
    return (html ? Jsoup.parse(text).wholeText() : text).lines().toList();
  }

  private static List<String> ofParts(List<String> body, String boundary, int depth) {
    List<String> first = null;
    int start = -1;
    for (int i = 0; i <= body.size(); i++) {
      if (i < body.size() && !body.get(i).startsWith(boundary)) {
        continue;
      }
      if (start >= 0 && start < i) {
        List<String> part = body.subList(start, i);
        int blank = part.indexOf("");
        int end = blank < 0 ? part.size() : blank;
        List<String> header = part.subList(0, end);
        List<String> text = text(header, part.subList(end, part.size()), depth + 1);
        if (text != null && !value(header, TYPE).startsWith("text/html")) {
          return text;
        }
        first = first == null ? text : first;
      }
      start = i + 1;
    }
    return first;
  }

  /** What a header says of a name, its folded lines on one; empty for nothing. */
  private static String value(List<String> header, String name) {
    StringBuilder value = new StringBuilder();
    boolean in = false;
    for (String line : header) {
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      in = goesOn ? in : line.regionMatches(true, 0, name, 0, name.length());
      value.append(in ? goesOn ? line : line.substring(name.length()) : "");
    }
    String whole = PrintedText.strip(value.toString());
    int parameters = whole.indexOf(';');
    return parameters < 0
        ? whole.toLowerCase(Locale.ROOT)
        : whole.substring(0, parameters).toLowerCase(Locale.ROOT) + whole.substring(parameters);
  }

  private static String decoded(String text, String encoding, String charset) {
    try {
      byte[] bytes =
          switch (encoding) {
            case "base64" -> Base64.getMimeDecoder().decode(text);
            case "quoted-printable" -> unquoted(text);
            default -> null;
          };
      return bytes == null ? text : new String(bytes, Charset.forName(charset));
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Letters beyond ASCII, which should not be there, are kept. */
  private static byte[] unquoted(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] quoted = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < quoted.length; i++) {
      int next = i + 1 < quoted.length ? quoted[i + 1] : '\n';
      int high = Character.digit(next, 16);
      int low = i + 2 < quoted.length ? Character.digit(quoted[i + 2], 16) : -1;
      if (quoted[i] != '=') {
        bytes.write(quoted[i]);
      } else if (next == '\n') {
        i++;
      } else if (high >= 0 && low >= 0) {
        bytes.write(16 * high + low);
        i += 2;
      } else {
        bytes.write('=');
      }
    }
    return bytes.toByteArray();
  }
}
