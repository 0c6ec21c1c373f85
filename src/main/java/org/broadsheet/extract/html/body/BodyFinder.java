package org.broadsheet.extract.html.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.html.body.Noise.Level;
import org.broadsheet.extract.html.metadata.PageMetadata;
import org.broadsheet.extract.html.metadata.TitleBlock;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;
import org.broadsheet.extract.html.tree.TextBlock.BlockType;
import org.broadsheet.extract.html.tree.TextBlock.Quality;

/** Finds the article's text in a page: strictly first, and with fewer doubts where that fails. */
public final class BodyFinder {
  /** A text lighter than this, and without one long paragraph, may have lost its better half. */
  private static final int WEAK = 140;

  /** A second attempt must find this much more to be believed. */
  private static final double MUCH_MORE = 2;

  /** Hidden text counts if the article has this much more prose with it: a closed paywall. */
  private static final double WITH_HIDDEN = 1.5;

  private final PageTree tree;
  private final PageMetadata facts;
  private final int titleBlock;

  /** Prepares to search a page with what it says about its article. */
  public BodyFinder(PageTree tree, PageMetadata facts) {
    this.tree = tree;
    this.facts = facts;
    this.titleBlock = TitleBlock.find(tree, facts.title());
  }

  /** The body's text, the rule that gave it, the captions, and whether the page is a list. */
  public record Body(String text, TextRule rule, List<String> captions, boolean index) {}

  /** One attempt: its blocks, the rule, and the marks under which they were found. */
  private record Attempt(List<TextBlock> blocks, TextRule rule, Noise.Mark[] marks, BlockNode box) {
    int weight() {
      return blocks.stream().mapToInt(TextBlock::weight).sum();
    }

    boolean isWeak() {
      return weight() < WEAK && blocks.stream().noneMatch(b -> b.quality() == Quality.GOOD);
    }
  }

  /** Finds the text; a page without one has an empty text and {@link TextRule#NONE}. */
  public Body find() {
    Attempt strict = attempt(Level.STRICT, false);
    if (IndexPage.looksLikeOne(tree, strict.marks(), titleBlock, strict.blocks(), facts)) {
      return new Body("", TextRule.NONE, List.of(), true);
    }
    Attempt attempt = best(strict);
    List<TextBlock> blocks = withLead(attempt);
    List<String> captions = captions(attempt);
    JsonLdText linked = JsonLdText.of(facts.articleBody(), facts.title());
    if (linked.isWholeBeside(blocks)) {
      String text = linked.asPrinted(blocks, outside(attempt));
      return new Body(text, TextRule.JSON_LD, captions, false);
    }
    String text = Assembler.join(blocks);
    return new Body(text, text.isEmpty() ? TextRule.NONE : attempt.rule(), captions, false);
  }

  private List<String> captions(Attempt attempt) {
    Set<String> captions = new LinkedHashSet<>();
    for (TextBlock block : tree.blocks()) {
      if (attempt.marks()[block.index()] == Noise.Mark.CAPTION) {
        captions.add(Prose.squeeze(block.text()));
      }
    }
    return new ArrayList<>(captions);
  }

  private Noise.Mark[] marks(Level level, boolean showHidden) {
    return Noise.marks(tree, titleBlock, facts.url(), level, showHidden);
  }

  private Attempt best(Attempt strict) {
    Attempt shown = withHidden(strict);
    if (!shown.isWeak()) {
      return shown;
    }
    Attempt lenient = better(shown, attempt(Level.TAGS, false));
    if (lenient.isWeak()) {
      lenient = better(lenient, attempt(Level.TAGS, true));
    }
    return lenient.isWeak() ? better(lenient, paragraphs()) : lenient;
  }

  private static Attempt better(Attempt first, Attempt second) {
    return second.weight() > MUCH_MORE * first.weight() ? second : first;
  }

  private Attempt attempt(Level level, boolean showHidden) {
    Noise.Mark[] marks = marks(level, showHidden);
    ContainerFinder.Choice choice = new ContainerFinder(tree, marks, titleBlock).find();
    if (choice == null) {
      return new Attempt(List.of(), TextRule.NONE, marks, tree.root());
    }
    BlockNode box = choice.box();
    List<TextBlock> blocks = BlockFilter.sift(tree.blocksIn(box), marks, titleBlock, facts.title());
    return new Attempt(
        blocks, choice.microdata() ? TextRule.MICRODATA : TextRule.DENSITY, marks, box);
  }

  /** The attempt with the text that the page hides, where that is the better part of it. */
  private Attempt withHidden(Attempt visible) {
    if (tree.boxes().stream().noneMatch(box -> box.isHidden())) {
      return visible;
    }
    Noise.Mark[] all = marks(Level.STRICT, true);
    long with = new ProseMass(tree, all).of(visible.box());
    long without = new ProseMass(tree, visible.marks()).of(visible.box());
    return with > WITH_HIDDEN * without ? attempt(Level.STRICT, true) : visible;
  }

  /** Whatever looks like a paragraph, wherever it stands. */
  private Attempt paragraphs() {
    Noise.Mark[] marks = marks(Level.TAGS, false);
    List<TextBlock> blocks = new ArrayList<>();
    for (TextBlock block : tree.blocks()) {
      boolean prose = block.quality() == Quality.GOOD || block.quality() == Quality.NEAR;
      if (prose && marks[block.index()] == Noise.Mark.NONE && block.kind() != BlockType.ROW) {
        blocks.add(block);
      }
    }
    List<TextBlock> sifted = BlockFilter.sift(blocks, marks, titleBlock, facts.title());
    return new Attempt(sifted, TextRule.PARAGRAPHS, marks, tree.root());
  }

  private List<TextBlock> withLead(Attempt attempt) {
    List<TextBlock> blocks =
        new LeadFinder(tree, attempt.marks(), titleBlock, facts.description())
            .before(attempt.blocks());
    blocks.addAll(attempt.blocks());
    AuthorNote.dropFrom(blocks, facts.byline());
    return blocks;
  }

  /** Prose of the page that the attempt left out, though no tag marks it as noise. */
  private List<TextBlock> outside(Attempt attempt) {
    Noise.Mark[] marks = marks(Level.TAGS, true);
    List<TextBlock> others = new ArrayList<>();
    for (TextBlock block : tree.blocks()) {
      if (marks[block.index()] == Noise.Mark.NONE && block.mass() > 0) {
        others.add(block);
      }
    }
    others.removeAll(new HashSet<>(attempt.blocks()));
    return others;
  }
}
