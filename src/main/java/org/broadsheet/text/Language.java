package org.broadsheet.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Language codes: ISO 639-1 in lower case, or 639-3 where there is no 639-1 code, whatever form an
 * input prints.
 */
public final class Language {

  /** The code of an unknown language. */
  public static final String UNKNOWN = "und";

  /** The codes that replace withdrawn codes and codes of written varieties. */
  private static final Map<String, String> PREFERRED =
      Map.of("iw", "he", "in", "id", "ji", "yi", "nb", "no", "nn", "no");

  private static final Set<String> ISO_CODES = Set.of(Locale.getISOLanguages());

  private Language() {}

  /** Names and longer codes: loaded when needed, since that is slow and most corpora have none. */
  private static final class Names {
    static final Map<String, String> CODES = codes();
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(code);
      codes.putIfAbsent(locale.getISO3Language(), code);
      codes.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      codes.putIfAbsent(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
    }
    // Bibliographic codes and macro-languages that differ from Java's table.
    codes.putAll(
        Map.ofEntries(
            Map.entry("ger", "de"),
            Map.entry("fre", "fr"),
            Map.entry("dut", "nl"),
            Map.entry("chi", "zh"),
            Map.entry("cmn", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("gre", "el"),
            Map.entry("per", "fa"),
            Map.entry("pes", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("lvs", "lv"),
            Map.entry("ekk", "et"),
            Map.entry("ckb", "ku")));
    codes.replaceAll((printed, code) -> PREFERRED.getOrDefault(code, code));
    return Map.copyOf(codes);
  }

  /**
   * Normalises a printed language.
   *
   * @param printed a code or an English or native name, such as {@code en-GB}, {@code eng}, {@code
   *     English}; may be null
   * @return the code, or null if the language is not recognised
   */
  public static String code(String printed) {
    if (printed == null || printed.isBlank()) {
      return null;
    }
    String text = printed.strip().toLowerCase(Locale.ROOT);
    String known = known(text);
    if (known != null) {
      return known;
    }
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String primary = text.substring(0, end);
    String code = end < text.length() ? known(primary) : null;
    return code == null && primary.matches("[a-z]{3}") && !primary.equals(UNKNOWN) ? primary : code;
  }

  private static String known(String text) {
    return ISO_CODES.contains(text) ? PREFERRED.getOrDefault(text, text) : Names.CODES.get(text);
  }
}
