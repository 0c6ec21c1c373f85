package org.broadsheet.ingest;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.broadsheet.extract.web.WebAddress;
import org.broadsheet.ingest.record.FoundArticle;

/**
 * Who published an article.
 *
 * @param source the source: a domain, or a name as printed; {@link Corpus#UNKNOWN_SOURCE} where the
 *     article names none
 * @param name its name as printed, or null
 * @param canonicalUrl the address of the article without what does not identify it, or null
 */
record ArticleSource(String source, String name, String canonicalUrl) {

  /**
   * Finds the source. An address knows better than a field, unless the job prefers the field.
   *
   * @param found the article
   * @param address its address, if it has one
   * @param prefersField whether the field decides where there are both
   * @param byName {@link #byName}, or what remembers its results
   */
  static ArticleSource of(
      FoundArticle found,
      Optional<WebAddress> address,
      boolean prefersField,
      UnaryOperator<String> byName) {
    String name =
        found.source() == null || found.source().isBlank() ? null : found.source().strip();
    String byField = name == null ? null : byName.apply(name);
    String byAddress = address.map(WebAddress::domain).orElse(null);
    String first = prefersField ? byField : byAddress;
    String second = prefersField ? byAddress : byField;
    String source = first != null ? first : second != null ? second : Corpus.UNKNOWN_SOURCE;
    return new ArticleSource(source, name, address.map(WebAddress::canonical).orElse(null));
  }

  /** A host or an address by its domain; a part of a site, "post.example/sunday", as printed. */
  static String byName(String name) {
    boolean isPart = name.indexOf('/') > 0 && !name.contains("://");
    return isPart ? name : WebAddress.domainOf(name).orElse(name);
  }

  /** What a byline may name beside its authors: the name as printed, else the source. */
  String printed() {
    return name == null ? source : name;
  }
}
