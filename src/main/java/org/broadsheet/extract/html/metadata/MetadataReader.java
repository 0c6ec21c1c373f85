package org.broadsheet.extract.html.metadata;

import java.util.List;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what a page says about its article: JSON-LD first, then meta elements, then the page. */
public final class MetadataReader {
  private static final List<String> SITE_NAMES =
      List.of("og:site_name", "application-name", "dc.publisher", "publisher", "cxenseparse:site");

  private static final List<String> SECTION_NAMES =
      List.of("article:section", "og:article:section", "section", "parsely-section", "category");

  private static final List<String> KEYWORD_NAMES =
      List.of("news_keywords", "keywords", "article:tag", "parsely-tags", "sailthru.tags");

  private final Document page;
  private final PageTree tree;
  private final MetaTags meta;
  private final JsonLdArticle linked;

  private MetadataReader(Document page, PageTree tree) {
    this.page = page;
    this.tree = tree;
    this.meta = new MetaTags(page);
    this.linked = JsonLdArticle.of(new JsonLd(page));
  }

  /** Reads the page, which was fetched from the address; null if that is unknown. */
  public static PageMetadata read(Document page, PageTree tree, String address) {
    return new MetadataReader(page, tree).facts(address);
  }

  private PageMetadata facts(String address) {
    String source = source();
    String title =
        new TitleFinder(page, tree, source)
            .find(linked.headline(), meta.first("og:title", "twitter:title"));
    int titleBlock = TitleBlock.find(tree, title);
    String url = new AddressFinder(page, address).find(page, meta, linked);
    return new PageMetadata(
        title,
        url,
        source,
        new BylineFinder(page, tree).find(linked, meta, source, titleBlock),
        new DateFinder(page, tree).find(linked, meta, titleBlock),
        language(),
        firstOf(linked.section(), meta.first(SECTION_NAMES), itemprop("articleSection")),
        keywords(),
        firstOf(meta.first("og:description", "description"), linked.description()),
        linked.exists() || "article".equalsIgnoreCase(meta.first("og:type")),
        AddressFinder.isHome(address == null ? url : address),
        linked.body());
  }

  private String source() {
    String marked = null;
    Element publisher = page.selectFirst("[itemprop=publisher]");
    if (publisher != null) {
      Element name = publisher.selectFirst("[itemprop=name]");
      marked = name == null ? null : name.hasAttr("content") ? name.attr("content") : name.text();
    }
    return firstOf(linked.publisher(), meta.first("og:site_name"), marked, meta.first(SITE_NAMES));
  }

  private String language() {
    Element html = page.selectFirst("html");
    String lang = html == null ? null : html.attr("lang");
    String xml = html == null ? null : html.attr("xml:lang");
    return firstOf(
        lang,
        xml,
        linked.language(),
        meta.first("content-language", "language", "dc.language", "og:locale"));
  }

  private List<String> keywords() {
    List<String> own = linked.keywords();
    return JsonLdArticle.splitList(own.isEmpty() ? meta.all(KEYWORD_NAMES) : own);
  }

  private String itemprop(String name) {
    Element element = page.selectFirst("[itemprop=" + name + "]");
    if (element == null) {
      return null;
    }
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  private static String firstOf(String... values) {
    for (String value : values) {
      String text = Prose.orNull(value);
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
