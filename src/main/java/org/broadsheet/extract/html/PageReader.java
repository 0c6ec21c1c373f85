package org.broadsheet.extract.html;

import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.html.body.ArticleFrames;
import org.broadsheet.extract.html.body.BodyFinder;
import org.broadsheet.extract.html.metadata.MetadataReader;
import org.broadsheet.extract.html.metadata.PageMetadata;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.PageTreeBuilder;
import org.jsoup.nodes.Document;

/** Reads the article out of a web page. Never throws, changes nothing, and needs linear time. */
public final class PageReader {
  private PageReader() {}

  /**
   * Reads the article.
   *
   * @param page the parsed page
   * @param address where it was fetched from, or null
   */
  public static PageArticle read(Document page, String address) {
    PageTree tree = PageTreeBuilder.build(page);
    PageMetadata facts = MetadataReader.read(page, tree, address);
    BodyFinder.Body body = new BodyFinder(tree, facts).find();
    if (body.rule() == TextRule.NONE && !body.index()) {
      body = new BodyFinder(PageTreeBuilder.buildWithoutLinks(page), facts).find();
    }
    return new PageArticle(
        facts.title(),
        body.text(),
        facts.url(),
        facts.source(),
        facts.byline(),
        facts.published(),
        facts.language(),
        facts.section(),
        facts.keywords(),
        body.captions(),
        body.index(),
        body.rule(),
        body.index() ? 1 : ArticleFrames.count(tree, facts));
  }
}
