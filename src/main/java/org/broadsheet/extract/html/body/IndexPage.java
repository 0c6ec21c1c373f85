package org.broadsheet.extract.html.body;

import java.util.List;
import org.broadsheet.extract.html.metadata.DateFinder;
import org.broadsheet.extract.html.metadata.PageMetadata;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.TextBlock;
import org.broadsheet.extract.html.tree.TextBlock.Quality;

/** Distinguishes a page that lists articles from one that is an article. */
final class IndexPage {
  /** A list has at least so many headlines that lead elsewhere. */
  private static final int FEWEST_HEADLINES = 6;

  /** More prose than this beside the list is an article with a long list below it. */
  private static final int MOST_PROSE = 300;

  /** The same for a page that says it is an article, or is dated like one. */
  private static final int MOST_PROSE_OF_ARTICLE = 120;

  /** The date, the byline and a picture stand between the headline and the text. */
  private static final int HEAD_BLOCKS = 8;

  private static final int LONGEST_DATE = 100;

  private IndexPage() {}

  /**
   * Whether the page is a list.
   *
   * @param marks the marks of its blocks
   * @param titleBlock the place of the headline, or -1
   * @param body what would be the article's text
   */
  static boolean looksLikeOne(
      PageTree tree, Noise.Mark[] marks, int titleBlock, List<TextBlock> body, PageMetadata facts) {
    int headlines = 0;
    int teaserWeight = 0;
    for (TextBlock block : tree.blocks()) {
      if (marks[block.index()] == Noise.Mark.TEASER) {
        headlines += block.isHeading() ? 1 : 0;
        teaserWeight += block.weight();
      }
    }
    int prose = proseOf(body);
    boolean article = facts.article() || isDated(tree, titleBlock, body);
    int most = article ? MOST_PROSE_OF_ARTICLE : MOST_PROSE;
    int fewest = facts.home() ? FEWEST_HEADLINES / 2 : FEWEST_HEADLINES;
    return headlines >= fewest && prose <= most && teaserWeight > prose;
  }

  /** Whether a date stands by the headline, and the text right below it. */
  private static boolean isDated(PageTree tree, int titleBlock, List<TextBlock> body) {
    int first = body.isEmpty() ? -1 : body.get(0).index();
    if (titleBlock < 0 || first < titleBlock || first > titleBlock + HEAD_BLOCKS) {
      return false;
    }
    return tree.blocks().subList(Math.max(0, titleBlock - 2), first).stream()
        .anyMatch(block -> block.weight() <= LONGEST_DATE && DateFinder.isDated(block.text()));
  }

  private static int proseOf(List<TextBlock> body) {
    return body.stream()
        .filter(b -> b.quality() == Quality.GOOD || b.quality() == Quality.NEAR)
        .mapToInt(TextBlock::weight)
        .sum();
  }
}
