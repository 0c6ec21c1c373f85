package org.broadsheet.ingest.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by the addresses in web archives what is a page, and what is not meant for readers. */
final class CrawledAddress {

  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?!\\d).*");

  /** Schemes of what people read; crawlers keep their logs and findings under others. */
  private static final Pattern READ = Pattern.compile("https?|s?ftps?|file|gopher|gemini");

  private static final Pattern FOR_PROGRAMS =
      Pattern.compile(
          "(?i)^[a-z]+://[^/]+/(?:(?:robots|ads|app-ads|sellers|humans|security|llms(?:-full)?)\\.txt|\\.well-known/.*)(?:[?#].*)?$");

  private CrawledAddress() {}

  /** Whether a response is about the name of a host. */
  static boolean isHostName(String address) {
    return address != null && (address.startsWith("dns:") || address.startsWith("whois:"));
  }

  /** Why what was found at an address is no page; null if it may be one. */
  static String obstacle(String address) {
    if (address == null) {
      return null;
    }
    Matcher scheme = SCHEME.matcher(address);
    if (scheme.matches() && !READ.matcher(scheme.group(1).toLowerCase(Locale.ROOT)).matches()) {
      return "what the crawler noted about its work is no page";
    }
    return FOR_PROGRAMS.matcher(address).matches() ? "a file for programs is no page" : null;
  }
}
