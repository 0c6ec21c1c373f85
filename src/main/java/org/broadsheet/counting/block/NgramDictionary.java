package org.broadsheet.counting.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.collections.Texts;

/**
 * The words and n-grams of a block, with ids in the order in which they are met. An n-gram is kept
 * as the n-gram before its last word, and that word, which both have smaller ids. Its text is made
 * once, at the end.
 */
final class NgramDictionary {
  private static final int NONE = -1;

  private final List<String> words = new ArrayList<>();
  private final IntArrayList heads = new IntArrayList();
  private final IntArrayList tails = new IntArrayList();

  int addWord(String text) {
    return add(text, NONE, NONE);
  }

  int addNgram(int head, int tail) {
    return add(null, head, tail);
  }

  private int add(String word, int head, int tail) {
    words.add(word);
    heads.add(head);
    tails.add(tail);
    return words.size() - 1;
  }

  /** For each entry, its number of words. */
  byte[] sizes() {
    byte[] sizes = new byte[words.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = heads.getInt(i) == NONE ? 1 : (byte) (sizes[heads.getInt(i)] + 1);
    }
    return sizes;
  }

  /** For each entry, its words with a space between them. */
  Texts texts() {
    String[] texts = words.toArray(String[]::new);
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] == null) {
        texts[i] = texts[heads.getInt(i)] + ' ' + texts[tails.getInt(i)];
      }
    }
    return Texts.of(Arrays.asList(texts));
  }
}
