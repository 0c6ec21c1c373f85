package org.broadsheet.corpus.parse.html;

import java.util.List;
import org.broadsheet.corpus.parse.html.TextBlock.Quality;

/** Tells a page that lists articles from one that is an article. */
final class IndexPage {
  /** A list has at least so many headlines that lead elsewhere. */
  private static final int FEWEST_HEADLINES = 6;

  /** More prose than this beside the list is an article with a long list below it. */
  private static final int MOST_PROSE = 300;

  /** The same for a page that says it is an article. */
  private static final int MOST_PROSE_OF_ARTICLE = 120;

  private IndexPage() {}

  /**
   * Whether the page is a list.
   *
   * @param marks the marks of its blocks
   * @param body what would be the article's text
   */
  static boolean looksLikeOne(
      PageTree tree, Noise.Mark[] marks, List<TextBlock> body, PageFacts facts) {
    int headlines = 0;
    int teaserWeight = 0;
    for (TextBlock block : tree.blocks()) {
      if (marks[block.index()] == Noise.Mark.TEASER) {
        headlines += block.isHeading() ? 1 : 0;
        teaserWeight += block.weight();
      }
    }
    int prose = proseOf(body);
    int most = facts.article() ? MOST_PROSE_OF_ARTICLE : MOST_PROSE;
    int fewest = facts.home() ? FEWEST_HEADLINES / 2 : FEWEST_HEADLINES;
    return headlines >= fewest && prose <= most && teaserWeight > prose;
  }

  private static int proseOf(List<TextBlock> body) {
    return body.stream()
        .filter(b -> b.quality() == Quality.GOOD || b.quality() == Quality.NEAR)
        .mapToInt(TextBlock::weight)
        .sum();
  }
}
