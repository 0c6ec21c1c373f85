package org.broadsheet.extract.web;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;

/**
 * Takes addresses apart by hand: {@link java.net.URI} refuses many that are printed, with blanks,
 * bars or letters outside ASCII.
 */
final class UrlReader {
  private static final int LONGEST = 8_192;
  private static final int LONGEST_HOST = 253;
  private static final int MOST_WRAPPINGS = 3;
  private static final Set<String> RESERVED =
      Set.of("example", "test", "invalid", "localhost", "local");

  /** Platforms whose every name is a source, and which the public suffix list does not hold. */
  private static final Set<String> PLATFORMS = Set.copyOf(Lexicon.all("web_platforms"));

  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]{0,20}):(//)?");
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9_-]{1,63})*");
  private static final Pattern IP = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern SAME_SITE = Pattern.compile("^(?:www\\d?|m|mobile|amp)\\.");
  private static final Pattern TRACKING =
      Pattern.compile(
          "utm_.*|at_.*|ns_.*|guce_.*|wt_z?mc|xtor|_ga|_gl|_hs(?:enc|mi)|mc_[ce]id|mkt_tok"
              + "|(?:fb|g|d|tw|tt|y|ys|msc?l|rb_)clid|gclsrc|gbraid|wbraid|msclkid|igsh(?:id)?"
              + "|mibextid|li_fat_id|vero_id|oly_(?:anon|enc)_id|s_cid|cmp(?:id)?|ncid|ocid|smid"
              + "|smtyp|ref_(?:src|url)|guccounter|traffic_source|__twitter_impression|amp"
              + "|outputtype=amp",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AMP_PATH =
      Pattern.compile("^/amp(?=/.)|/amp(?=/?$)|\\.amp(?=$|\\.html?$)");
  private static final Pattern AMP_CACHE = Pattern.compile("^/(?:[cvi]/|amp/)?(s/)?(?=[^/]+\\.)");
  private static final Pattern INDEX =
      Pattern.compile(
          "^/(?:(?:index|default|home)(?:\\.[a-z]{3,5})?/?)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:-[A-Za-z]{2})?");
  private static final Set<String> SECTIONS = PrintedText.folded(Lexicon.all("section_names"));

  static {
    EffectiveTldFinder.getInstance(); // it makes itself without a lock: once, before any thread
  }

  /** An address in its pieces; the path starts with a slash or is empty. */
  private record Pieces(String scheme, String host, String port, String path, String query) {}

  private UrlReader() {}

  static Optional<WebAddress> read(String url) {
    Pieces pieces = pieces(url);
    for (int i = 0; pieces != null && i < MOST_WRAPPINGS; i++) {
      String inner = wrapped(pieces);
      if (inner == null) {
        break;
      }
      pieces = pieces(inner);
    }
    return Optional.ofNullable(pieces).flatMap(UrlReader::address);
  }

  static Optional<String> domainOf(String hostOrUrl) {
    return Optional.ofNullable(pieces(hostOrUrl)).flatMap(pieces -> domain(pieces.host()));
  }

  private static Optional<WebAddress> address(Pieces pieces) {
    return domain(pieces.host())
        .map(
            domain -> {
              String path = AMP_PATH.matcher(pieces.path()).replaceFirst("");
              String query = withoutTracking(pieces.query());
              String canonical =
                  pieces.scheme()
                      + "://"
                      + mainHost(pieces.host(), domain)
                      + pieces.port()
                      + (path.isEmpty() ? "/" : path)
                      + (query.isEmpty() ? "" : "?" + query);
              return new WebAddress(canonical, domain, query.isEmpty() && isIndex(path));
            });
  }

  /**
   * The pieces of an address; null if it is no address. Without a scheme, only a public ending
   * distinguishes a host from a file: {@code story.php?id=3} is relative to a host that nobody
   * knows.
   */
  private static Pieces pieces(String url) {
    if (url == null || url.length() > LONGEST) {
      return null;
    }
    String text = unbracketed(PrintedText.strip(url));
    Matcher scheme = SCHEME.matcher(text);
    if (text.startsWith("//")) {
      return pieces("https", text.substring(2));
    }
    if (scheme.find() && (scheme.group(2) != null || scheme.group(1).indexOf('.') < 0)) {
      String name = scheme.group(2) == null ? "" : scheme.group(1).toLowerCase(Locale.ROOT);
      boolean web = name.equals("https") || name.equals("http");
      return web ? pieces(name, text.substring(scheme.end())) : null;
    }
    Pieces bare = pieces("https", text);
    return bare != null && hasPublicEnding(bare.host()) ? bare : null;
  }

  private static Pieces pieces(String scheme, String afterScheme) {
    String text = before(afterScheme, "#");
    int hostEnd = firstOf(text, "/?\\");
    String authority = text.substring(0, hostEnd);
    String rest = text.substring(hostEnd).replace('\\', '/');
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    String host = host(before(authority, ":"));
    String port = authority.substring(before(authority, ":").length());
    boolean defaultPort =
        port.length() < 2 || port.equals(":80") || port.equals(":443") || !isPort(port);
    if (host == null) {
      return null;
    }
    String path = before(rest, "?");
    String query = rest.substring(Math.min(rest.length(), path.length() + 1));
    return new Pieces(scheme, host, defaultPort ? "" : port, path.replace(" ", "%20"), query);
  }

  /** The host in ASCII and lower case; null if it cannot be a host. */
  private static String host(String printed) {
    String host = printed.endsWith(".") ? printed.substring(0, printed.length() - 1) : printed;
    if (host.indexOf('.') < 1 || host.length() > LONGEST_HOST) {
      return null;
    }
    try {
      host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (RuntimeException e) { // IDN lets its parser's failures through
      return null;
    }
    return host.length() <= LONGEST_HOST && HOST.matcher(host).matches() ? host : null;
  }

  private static Optional<String> domain(String host) {
    if (IP.matcher(host).matches()) {
      return Optional.of(host);
    }
    if (!hasPublicEnding(host) || isReserved(host)) {
      return Optional.of(lastLabels(host, 2));
    }
    String domain = EffectiveTldFinder.getAssignedDomain(host, false, false);
    return Optional.of(PLATFORMS.contains(domain) ? onPlatform(host, domain) : domain);
  }

  private static String onPlatform(String host, String platform) {
    boolean platformItself = mainHost(host, platform).equals(platform);
    return platformItself ? platform : lastLabels(host, 3);
  }

  /** Asked of the whole host: some countries, as South Africa, register below two labels only. */
  private static boolean hasPublicEnding(String host) {
    return isReserved(host) || EffectiveTldFinder.getEffectiveTLD(host) != null;
  }

  private static boolean isReserved(String host) {
    return RESERVED.contains(lastLabels(host, 1));
  }

  private static String lastLabels(String host, int count) {
    int start = host.length();
    for (int i = 0; i < count && start > 0; i++) {
      start = host.lastIndexOf('.', start - 1);
    }
    return host.substring(start + 1);
  }

  /** The host without {@code www.} and its like, as long as it stays within its domain. */
  private static String mainHost(String host, String domain) {
    String main = host;
    while (main.length() > domain.length()) {
      String shorter = SAME_SITE.matcher(main).replaceFirst("");
      if (shorter.equals(main) || shorter.length() < domain.length()) {
        break;
      }
      main = shorter;
    }
    return main;
  }

  /** The address inside a Google AMP or AMP cache address; null when it is neither. */
  private static String wrapped(Pieces pieces) {
    boolean google = pieces.host().startsWith("www.google.") && pieces.path().startsWith("/amp/");
    if (!google && !pieces.host().endsWith(".cdn.ampproject.org")) {
      return null;
    }
    Matcher prefix = AMP_CACHE.matcher(pieces.path());
    if (!prefix.find()) {
      return null;
    }
    String scheme = prefix.group(1) == null ? "http://" : "https://";
    String query = pieces.query().isEmpty() ? "" : "?" + pieces.query();
    return scheme + pieces.path().substring(prefix.end()) + query;
  }

  private static String withoutTracking(String query) {
    if (query.isEmpty()) {
      return query;
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&")) {
      String name = before(parameter, "=");
      boolean dropped = TRACKING.matcher(name).matches() || TRACKING.matcher(parameter).matches();
      if (!parameter.isEmpty() && !dropped) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }

  private static boolean isIndex(String path) {
    if (path.isEmpty() || INDEX.matcher(path).matches()) {
      return true;
    }
    String[] segments = path.substring(1).split("/");
    if (segments.length > 2) {
      return false;
    }
    for (int i = 0; i < segments.length; i++) {
      boolean language = i == 0 && LANGUAGE.matcher(segments[i]).matches();
      if (!language && !SECTIONS.contains(PrintedText.fold(segments[i]))) {
        return false;
      }
    }
    return true;
  }

  private static String unbracketed(String text) {
    boolean bracketed = text.startsWith("<") && text.endsWith(">");
    return bracketed ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean isPort(String port) {
    return port.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static int firstOf(String text, String marks) {
    int at = 0;
    while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
