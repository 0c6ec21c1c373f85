package org.broadsheet.ingest.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a field, which may be in parts and in an encoding of their own (RFC 2231). */
final class MailParameters {

  /** {@code ; name=value}, {@code ; name*0=first}, {@code ; name*=utf-8'en'percent-encoded}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*+([^\\s=;*\"]{1,80}+)(?:\\*(\\d{1,3}+))?(\\*)?\\s*+=\\s*+(?:\"([^\"]*+)\"|([^;\\s\"]++))");

  private static final Pattern ENCODING = Pattern.compile("[^']*+'[^']*+'");

  private MailParameters() {}

  /** The first value of each parameter, by its name in lower case. */
  static Map<String, String> of(String field) {
    Map<String, String> values = new HashMap<>();
    Matcher found = PARAMETER.matcher(field);
    while (found.find()) {
      String name = found.group(1).toLowerCase(Locale.ROOT);
      String printed = found.group(4) != null ? found.group(4) : found.group(5);
      String value = found.group(3) == null ? printed : decoded(printed);
      if (found.group(2) == null || Integer.parseInt(found.group(2)) == 0) {
        values.putIfAbsent(name, value);
      } else {
        values.merge(name, value, String::concat);
      }
    }
    return values;
  }

  private static String decoded(String printed) {
    String value = ENCODING.matcher(printed).replaceFirst("").replace("+", "%2B");
    try {
      return URLDecoder.decode(value, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return printed;
    }
  }
}
