package org.broadsheet.extract.html.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;

/**
 * Finds the boxes that advertise other articles: around a headline that is a link, and in a row of
 * boxes of one kind that each begin with a link.
 */
final class Teasers {
  /** A headline that leads elsewhere, with its summary. */
  private static final int LARGEST = 480;

  /** A teaser's blocks: kicker, headline, summary, date, author. */
  private static final int MOST_BLOCKS = 6;

  /** A heading lighter than this is a label, and no teaser's headline. */
  private static final int SHORTEST_HEADLINE = 12;

  /** The same for a link that is no heading; a lighter one may be a name. */
  private static final int SHORTEST_LINK = 20;

  /** So many boxes side by side that begin with a link are no chance. */
  private static final int SHORTEST_ROW = 3;

  /** The last two parts of a host's name. */
  private static final Pattern DOMAIN =
      Pattern.compile("^(?:https?:)?//(?:[^/?#]*\\.)?([^./?#:]+\\.[^./?#:]+)(?=[/?#:]|$)");

  private final PageTree tree;
  private final int titleBlock;
  private final String address;

  /**
   * Takes the page.
   *
   * @param titleBlock the place of the headline, or -1
   * @param address the page's own address, or null: a link to it leads nowhere else
   */
  Teasers(PageTree tree, int titleBlock, String address) {
    this.tree = tree;
    this.titleBlock = titleBlock;
    this.address = address == null ? "" : address;
  }

  /** The boxes; those inside others may be among them. */
  List<BlockNode> find() {
    List<BlockNode> found = new ArrayList<>();
    for (TextBlock block : tree.blocks()) {
      if (isForeignHeadline(block)) {
        found.add(around(block.box()));
      }
    }
    Map<BlockNode, Map<String, List<BlockNode>>> rows = new HashMap<>();
    for (BlockNode box : tree.boxes()) {
      if (beginsWithLink(box)) {
        rows.computeIfAbsent(box.parent(), parent -> new HashMap<>())
            .computeIfAbsent(box.signature(), signature -> new ArrayList<>())
            .add(box);
      }
    }
    rows.values().stream()
        .flatMap(kinds -> kinds.values().stream())
        .filter(row -> row.size() >= SHORTEST_ROW)
        .forEach(found::addAll);
    return found;
  }

  private boolean isForeignHeadline(TextBlock block) {
    return block.isHeading()
        && block.index() != titleBlock
        && block.isAllLinks()
        && block.weight() >= SHORTEST_HEADLINE
        && leadsElsewhere(block);
  }

  /** Whether the heading repeats the page's own, as those of a forum's posts do. */
  private boolean isAnswer(TextBlock block) {
    String title = titleBlock < 0 ? "" : Prose.key(tree.blocks().get(titleBlock).text());
    return title.length() >= SHORTEST_HEADLINE && Prose.key(block.text()).endsWith(title);
  }

  private boolean leadsElsewhere(TextBlock block) {
    String href = block.href();
    boolean recommended = block.box().isInArticle() && isOtherSite(href);
    if (href.isEmpty() || href.startsWith("#") || isAnswer(block) || recommended) {
      return false;
    }
    int fragment = href.indexOf('#');
    String target = fragment < 0 ? href : href.substring(0, fragment);
    return !(fragment > 0 && address.endsWith(target)) && !target.equals(address);
  }

  /** What an article recommends is mostly elsewhere, and what a site advertises is its own. */
  private boolean isOtherSite(String href) {
    Matcher own = DOMAIN.matcher(address);
    Matcher other = DOMAIN.matcher(href);
    return own.find() && other.find() && !own.group(1).equals(other.group(1));
  }

  /** The largest box around a headline that holds little else. */
  private BlockNode around(BlockNode headline) {
    BlockNode box = headline;
    while (box.parent() != null && box.parent().parent() != null && isSmall(box.parent())) {
      box = box.parent();
    }
    return box;
  }

  private boolean isSmall(BlockNode box) {
    boolean holdsTitle = titleBlock >= box.from() && titleBlock < box.to();
    return box.to() - box.from() <= MOST_BLOCKS
        && !holdsTitle
        && tree.weightIn(box, LARGEST) <= LARGEST;
  }

  /** Whether a link stands in the box before any prose, which has a line of its own. */
  private boolean beginsWithLink(BlockNode box) {
    if (box.parent() == null || box.to() - box.from() < 2 || !isSmall(box)) {
      return false;
    }
    for (TextBlock block : tree.blocksIn(box)) {
      if (block.isAllLinks() && block.weight() >= SHORTEST_LINK) {
        return leadsElsewhere(block);
      }
      if (block.mass() > 0) {
        return false;
      }
    }
    return false;
  }
}
