package org.broadsheet.extract.html.body;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.extract.html.tree.BlockNode;
import org.broadsheet.extract.html.tree.ClassHints;
import org.broadsheet.extract.html.tree.PageTree;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;

/** Finds the lead that many pages print between headline and text, outside the text's element. */
final class LeadFinder {
  /** Only so many blocks before the text are looked at. */
  private static final int REACH = 14;

  /** A lead without a name of its own must be a sentence of this weight. */
  private static final int UNNAMED_LEAD = 60;

  /** A named lead has at least this weight, and at most the other: a longer one is text. */
  private static final int NAMED_LEAD = 15;

  private static final int LONGEST_LEAD = 900;

  /** A block that shares so many letters with the page's description repeats it. */
  private static final int DESCRIPTION_LETTERS = 30;

  /** How far up a block's elements may say that it is a lead. */
  private static final int LEVELS = 2;

  private final PageTree tree;
  private final Noise.Mark[] marks;
  private final int titleBlock;
  private final String descriptionKey;

  LeadFinder(PageTree tree, Noise.Mark[] marks, int titleBlock, String description) {
    this.tree = tree;
    this.marks = marks;
    this.titleBlock = titleBlock;
    this.descriptionKey = Prose.key(description == null ? "" : description);
  }

  /** The lead's blocks, before the first of the body's blocks; none if the body repeats them. */
  List<TextBlock> before(List<TextBlock> body) {
    List<TextBlock> lead = new ArrayList<>();
    if (body.isEmpty()) {
      return lead;
    }
    int first = body.get(0).index();
    int from = Math.max(titleBlock + 1, first - REACH);
    String opening = Prose.key(body.get(0).text());
    for (int i = from; i < first; i++) {
      TextBlock block = tree.blocks().get(i);
      if (isLead(block) && !repeats(opening, block)) {
        lead.add(block);
      }
    }
    return lead;
  }

  private static boolean repeats(String opening, TextBlock block) {
    String key = Prose.key(block.text());
    return opening.startsWith(key) || key.startsWith(opening);
  }

  private boolean isLead(TextBlock block) {
    if (block.linkShare() > 0.2
        || block.weight() < NAMED_LEAD
        || block.weight() > LONGEST_LEAD
        || PagePhrases.isChrome(block)
        || PagePhrases.isTeaser(block)) {
      return false;
    }
    if (repeatsDescription(block)) {
      return marks[block.index()] != Noise.Mark.HIDDEN && isUnderTitle();
    }
    if (marks[block.index()] != Noise.Mark.NONE || !isUnderTitle()) {
      return false;
    }
    return isNamed(block.box())
        || (block.weight() >= UNNAMED_LEAD && Prose.endsSentence(block.text()));
  }

  private boolean isUnderTitle() {
    return titleBlock >= 0;
  }

  private boolean repeatsDescription(TextBlock block) {
    String key = Prose.key(block.text());
    int length = Math.min(DESCRIPTION_LETTERS, key.length());
    return length >= NAMED_LEAD && descriptionKey.startsWith(key.substring(0, length));
  }

  private static boolean isNamed(BlockNode innermost) {
    BlockNode box = innermost;
    for (int level = 0; box != null && level <= LEVELS; level++) {
      if (box.has(ClassHints.BYLINE | ClassHints.DATE | ClassHints.CAPTION)) {
        return false;
      }
      String item = box.element().attr("itemprop");
      if (box.has(ClassHints.LEAD)
          || item.equals("description")
          || item.equals("alternativeHeadline")) {
        return true;
      }
      box = box.parent();
    }
    return false;
  }
}
