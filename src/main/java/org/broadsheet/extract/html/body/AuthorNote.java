package org.broadsheet.extract.html.body;

import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;
import org.broadsheet.lexicon.Lexicon;

/** Drops what stands at the end of an article and begins with its author's name: a biography. */
final class AuthorNote {
  /** Longer text about the author is the article. */
  private static final int LONGEST = 400;

  /** A shorter line that ends with the name is a signature, or a heading. */
  private static final int LONGEST_SIGNATURE = 60;

  /** A shorter name is a word that many sentences begin with. */
  private static final int SHORTEST_NAME = 8;

  private static final Pattern SEPARATOR =
      Pattern.compile(Lexicon.expanded("; | {and_between_authors} "));

  private AuthorNote() {}

  /**
   * Drops the last blocks while they are about the author.
   *
   * @param byline the authors, with "; " between them, or null
   */
  static void dropFrom(List<TextBlock> blocks, String byline) {
    List<String> names =
        SEPARATOR
            .splitAsStream(byline == null ? "" : byline)
            .map(Prose::key)
            .filter(name -> name.length() >= SHORTEST_NAME)
            .toList();
    while (blocks.size() > 1 && isNote(blocks.get(blocks.size() - 1), names)) {
      blocks.remove(blocks.size() - 1);
    }
  }

  private static boolean isNote(TextBlock block, List<String> names) {
    String key = Prose.key(block.text());
    boolean signature = block.weight() <= LONGEST_SIGNATURE;
    return block.weight() <= LONGEST
        && names.stream()
            .anyMatch(name -> key.startsWith(name) || (signature && key.endsWith(name)));
  }
}
