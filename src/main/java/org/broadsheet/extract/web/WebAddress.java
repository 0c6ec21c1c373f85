package org.broadsheet.extract.web;

import java.util.Optional;

/**
 * A web address, brought to the one form by which copies of a link are recognised.
 *
 * @param canonical the address with its host in lower case (international names in their ASCII
 *     form) and without {@code www.}, {@code m.}, {@code amp.}; without default port, fragment,
 *     tracking parameters and AMP wrapping. It identifies a page; it need not resolve
 * @param domain the registrable domain, private suffixes counted: {@code x.substack.com} is one
 * @param homePage whether it is a front page or a plain section index, and so no article
 */
public record WebAddress(String canonical, String domain, boolean homePage) {

  /**
   * Reads an address with a scheme ({@code https://...}), without one ({@code //host/path}, {@code
   * www.host.com/path}) or in angle brackets. Only http and https are web addresses.
   *
   * @return the address, or empty for null, blank, over-long text and whatever has no host
   */
  public static Optional<WebAddress> parse(String url) {
    return UrlReader.read(url);
  }

  /**
   * The registrable domain of an address or of a bare host name.
   *
   * <p>A bare name counts as a host only if its ending is a public suffix or one reserved for
   * examples and tests, so that "N.Y. Times" is not a host.
   *
   * @return the domain in lower case and ASCII; empty for null and for text that is no host
   */
  public static Optional<String> domainOf(String hostOrUrl) {
    return UrlReader.domainOf(hostOrUrl);
  }
}
