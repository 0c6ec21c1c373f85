package org.broadsheet.extract.html.body;

import java.util.List;
import org.broadsheet.extract.html.tree.TextBlock;
import org.broadsheet.extract.html.tree.TextBlock.BlockType;

/** Joins blocks to one text: a blank line between paragraphs, one line for each item or row. */
public final class Assembler {
  /** Lines of preformatted text at least this long on average are prose that was broken to fit. */
  private static final int BROKEN_LINE = 40;

  private Assembler() {}

  static String join(List<TextBlock> blocks) {
    StringBuilder body = new StringBuilder();
    TextBlock before = null;
    for (TextBlock block : blocks) {
      if (before != null) {
        body.append(isNextLine(before, block) ? "\n" : "\n\n");
      }
      body.append(textOf(block));
      before = block;
    }
    return body.toString();
  }

  private static boolean isNextLine(TextBlock before, TextBlock block) {
    return before.kind() == block.kind()
        && (block.kind() == BlockType.ITEM || block.kind() == BlockType.ROW);
  }

  private static String textOf(TextBlock block) {
    String text = block.text();
    if (block.kind() != BlockType.PREFORMATTED || text.indexOf('\n') < 0) {
      return text;
    }
    long lines = text.chars().filter(c -> c == '\n').count() + 1;
    return text.length() / lines >= BROKEN_LINE ? text.replace('\n', ' ') : text;
  }
}
