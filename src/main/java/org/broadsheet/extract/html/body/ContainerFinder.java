package org.broadsheet.extract.html.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.ClassHints;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.TextBlock;

/**
 * Chooses the element that holds the article.
 *
 * <p>What the page itself calls the article's text comes first, in order of how much that says:
 * {@code itemprop=articleBody}, a class name such as {@code entry-content}, an {@code article}
 * element, the main column. A name is believed only if the element holds a fair share of the prose
 * that the densest element has; where no name is believed, the densest element is taken, widened by
 * the elements beside it that are of its kind.
 */
public final class ContainerFinder {
  /** A named element must hold this share of what the densest element holds. */
  private static final double FAIR_SHARE = 0.6;

  /** Elements of one name that hold less than this share of what the largest holds are ignored. */
  private static final double MINOR_SHARE = 0.12;

  /** Beside an element with this share of all of its name, only those of its kind count. */
  private static final double CLEAR_SHARE = 0.6;

  /** A common parent that brings in this much other prose is the page rather than the article. */
  private static final double MOST_EXTRA = 1.3;

  /**
   * Text beside the densest element belongs to the article only if it has at least this share of
   * its prose.
   */
  private static final double WIDENING_SHARE = 0.1;

  /** The share of its weight that a paragraph gives to the elements around it, innermost first. */
  private static final double[] DECAY = {1, 0.5, 0.33, 0.25, 0.2};

  /** More articles than this, each with a headline below the first rank, are one live blog. */
  private static final int MOST_SEPARATE_ARTICLES = 3;

  /** The opening: this much prose, within the first blocks below the headline, counts more. */
  private static final int OPENING = 800;

  private static final int OPENING_BLOCKS = 25;

  private static final int OPENING_FACTOR = 3;

  private final PageTree tree;
  private final ProseMass masses;
  private final Noise.Mark[] marks;
  private final int titleBlock;

  ContainerFinder(PageTree tree, Noise.Mark[] marks, int titleBlock) {
    this.tree = tree;
    this.marks = marks;
    this.titleBlock = titleBlock;
    this.masses = new ProseMass(tree, marks);
  }

  /** The element, and whether the page marks it as the article's text; null without prose. */
  record Choice(BlockNode box, boolean microdata) {}

  Choice find() {
    if (masses.of(tree.root()) == 0) {
      return null;
    }
    BlockNode dense = densest();
    BlockNode named = named(ContainerFinder::isArticleBody, dense);
    if (named != null) {
      return new Choice(named, true);
    }
    List<Predicate<BlockNode>> names =
        List.of(
            box -> box.has(ClassHints.CONTENT),
            ContainerFinder::isArticle,
            box -> box.has(ClassHints.ARTICLE),
            box -> box.tag().equals("main") || box.element().attr("role").equals("main"),
            box -> box.has(ClassHints.MAIN));
    for (Predicate<BlockNode> name : names) {
      named = named(name, dense);
      if (named != null) {
        return new Choice(named, false);
      }
    }
    return new Choice(widened(dense), false);
  }

  private static boolean isArticleBody(BlockNode box) {
    String item = box.element().attr("itemprop");
    return item.contains("articleBody") || item.equals("text") || item.contains("reviewBody");
  }

  private static boolean isArticle(BlockNode box) {
    String type = box.element().attr("itemtype").toLowerCase(Locale.ROOT);
    return box.tag().equals("article") || type.endsWith("article") || type.endsWith("blogposting");
  }

  /** The element of that name, or what holds all the larger ones, if it is to be believed. */
  private BlockNode named(Predicate<BlockNode> name, BlockNode dense) {
    List<BlockNode> found = outermost(name);
    long largest = found.stream().mapToLong(masses::of).max().orElse(0);
    if (largest == 0) {
      return null;
    }
    found.removeIf(box -> masses.of(box) < largest * MINOR_SHARE);
    List<BlockNode> articles = separateArticles(found);
    for (BlockNode article : articles) {
      if (holdsTitle(article)) {
        return article;
      }
    }
    BlockNode box = articles.isEmpty() ? together(found) : articles.get(0);
    boolean believed = box.contains(dense) || masses.of(box) >= FAIR_SHARE * masses.of(dense);
    return believed ? box : null;
  }

  private List<BlockNode> outermost(Predicate<BlockNode> name) {
    List<BlockNode> found = new ArrayList<>();
    List<BlockNode> boxes = tree.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      BlockNode box = boxes.get(i);
      if (masses.of(box) > 0 && !isPageLevel(box) && name.test(box)) {
        found.add(box);
        i = box.end() - 1;
      }
    }
    return found;
  }

  private static boolean isPageLevel(BlockNode box) {
    return box.tag().equals("#root") || box.tag().equals("html") || box.tag().equals("body");
  }

  /** One element for several of a name that are parts of one article: their common parent. */
  private BlockNode together(List<BlockNode> found) {
    if (found.size() == 1) {
      return found.get(0);
    }
    BlockNode largest = Collections.max(found, Comparator.comparingLong(masses::of));
    long sum = found.stream().mapToLong(masses::of).sum();
    boolean clear = masses.of(largest) >= CLEAR_SHARE * sum;
    BlockNode box = largest;
    for (BlockNode other : found) {
      if (clear && !other.signature().equals(largest.signature())) {
        continue;
      }
      box = PageTree.around(box, other);
    }
    boolean loose = isPageLevel(box) || masses.of(box) > MOST_EXTRA * sum;
    return loose && masses.of(largest) > sum / 2 ? largest : box;
  }

  private boolean holdsTitle(BlockNode box) {
    BlockNode article = articleAround(box);
    return titleBlock >= article.from() && titleBlock < article.to();
  }

  /** The elements, if each belongs to an article with a headline of its own; else nothing. */
  private List<BlockNode> separateArticles(List<BlockNode> found) {
    if (found.size() == 1) {
      return List.of();
    }
    boolean few = found.size() <= MOST_SEPARATE_ARTICLES;
    BlockNode last = null;
    for (BlockNode box : found) {
      BlockNode article = articleAround(box);
      if (article == last || !(startsWithHeadline(article, few) || startsWithTeaser(article))) {
        return List.of();
      }
      last = article;
    }
    return found;
  }

  private boolean startsWithTeaser(BlockNode article) {
    int first = tree.blocksIn(article).get(0).index();
    return marks[first] == Noise.Mark.TEASER && titleBlock >= 0;
  }

  private static BlockNode articleAround(BlockNode box) {
    BlockNode article = box;
    while (article != null && !isArticle(article)) {
      article = article.parent();
    }
    return article == null ? box : article;
  }

  private boolean startsWithHeadline(BlockNode article, boolean few) {
    for (int i = article.from(); i < Math.min(article.to(), article.from() + 4); i++) {
      String tag = tree.blocks().get(i).box().tag();
      if (i == titleBlock
          || tag.equals("h1")
          || (few && tag.equals("h2") && article.tag().equals("article"))) {
        return true;
      }
    }
    return false;
  }

  /** The element with most prose close inside it. */
  private BlockNode densest() {
    double[] scores = new double[tree.boxes().size()];
    for (TextBlock block : tree.blocks()) {
      if (marks[block.index()] == Noise.Mark.NONE && block.mass() > 0) {
        spread(block, mass(block), scores);
      }
    }
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return tree.boxes().get(best);
  }

  private int mass(TextBlock block) {
    boolean opening =
        titleBlock >= 0
            && block.index() > titleBlock
            && block.index() <= titleBlock + OPENING_BLOCKS
            && masses.of(titleBlock, block.index()) < OPENING;
    return opening ? OPENING_FACTOR * block.mass() : block.mass();
  }

  private static void spread(TextBlock block, int mass, double[] scores) {
    BlockNode box = isParagraph(block.box()) ? block.box().parent() : block.box();
    for (int level = 0; box != null && level < DECAY.length; level++) {
      scores[box.index()] += mass * DECAY[level];
      box = box.parent();
    }
  }

  private static boolean isParagraph(BlockNode box) {
    return box.parent() != null
        && switch (box.tag()) {
          case "p", "li", "pre", "blockquote", "dd", "dt", "font", "center", "tr" -> true;
          default -> box.isHeading();
        };
  }

  /** The element, or the first around it where the article goes on in elements of its kind. */
  private BlockNode widened(BlockNode dense) {
    BlockNode box = dense;
    BlockNode wide = dense;
    while (box.parent() != null && !isPageLevel(box.parent())) {
      long here = masses.of(wide);
      if (similarMass(box) >= WIDENING_SHARE * here) {
        wide = box.parent();
      }
      box = box.parent();
    }
    if (box.parent() != null && similarMass(box) >= WIDENING_SHARE * masses.of(wide)) {
      wide = box.parent();
    }
    return wide;
  }

  /** Long paragraphs and hardly anything else, as no list of comments or teasers has them. */
  private boolean isRunOfProse(BlockNode box) {
    int good = 0;
    int others = 0;
    for (TextBlock block : tree.blocksIn(box)) {
      boolean marked = marks[block.index()] != Noise.Mark.NONE;
      good += !marked && block.quality() == TextBlock.Quality.GOOD ? 1 : 0;
      others += marked || block.mass() == 0 ? 1 : 0;
    }
    return good > 1 && others * 3 <= good;
  }

  /** The prose beside an element, in similar elements or in bare paragraphs. */
  private long similarMass(BlockNode box) {
    String signature = box.signature();
    long mass = 0;
    List<BlockNode> boxes = tree.boxes();
    for (int i = box.parent().index() + 1; i < box.parent().end(); i = boxes.get(i).end()) {
      BlockNode sibling = boxes.get(i);
      boolean similar = isParagraph(sibling) || sibling.signature().equals(signature);
      if (sibling != box && (similar || isRunOfProse(sibling))) {
        mass += masses.of(sibling);
      }
    }
    return mass;
  }
}
