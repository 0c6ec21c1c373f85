package org.broadsheet.extract.html.metadata;

import java.util.Locale;
import java.util.Optional;
import org.broadsheet.extract.web.WebAddress;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the address that a page gives itself. */
final class AddressFinder {
  private final String address;
  private final String base;

  /**
   * Takes the address that relative ones start from.
   *
   * @param address where the page was fetched from, or null
   */
  AddressFinder(Document page, String address) {
    this.address = address == null || address.isBlank() ? null : address.strip();
    Element baseElement = page.selectFirst("base[href]");
    String here = this.address == null ? page.location() : this.address;
    this.base =
        baseElement == null ? here : resolved(here == null ? "" : here, baseElement.attr("href"));
  }

  /** The first of the page's own addresses that can be one of an article, or that of fetching. */
  String find(Document page, MetaTags meta, JsonLdArticle linked) {
    Element canonical = page.selectFirst("link[rel~=(?i)\\bcanonical\\b][href]");
    String found = usable(canonical == null ? null : canonical.attr("href"));
    if (found == null) {
      found = usable(meta.first("og:url", "twitter:url"));
    }
    if (found == null && address == null) {
      found = usable(linked.url());
    }
    return found == null ? address : found;
  }

  private String usable(String printed) {
    if (printed == null || printed.isBlank()) {
      return null;
    }
    String full = resolved(base == null ? "" : base, printed.strip());
    if (!full.toLowerCase(Locale.ROOT).startsWith("http")) {
      return null;
    }
    return address != null && isFrontPage(full) && !isFrontPage(address) ? null : full;
  }

  private static String resolved(String base, String relative) {
    String full = StringUtil.resolve(base, relative);
    return full.isEmpty() ? relative : full;
  }

  /** Nothing after the host, as happens where a template names the site on each of its pages. */
  static boolean isFrontPage(String url) {
    return url.replaceFirst("^https?://[^/?#]*", "")
        .replaceAll("^/(?:index\\.\\w+)?$", "")
        .isEmpty();
  }

  /** Whether an address is a front page's or a section's. */
  static boolean isHome(String url) {
    Optional<WebAddress> read = url == null ? Optional.empty() : WebAddress.parse(url);
    return read.isPresent() && read.get().homePage();
  }
}
