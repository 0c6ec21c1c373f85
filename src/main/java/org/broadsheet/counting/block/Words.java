package org.broadsheet.counting.block;

import java.io.Serializable;

/**
 * A dictionary of words.
 *
 * @param words the text of each entry
 */
public record Words(String[] words) implements Serializable {

  /**
   * How many entries there are.
   *
   * @return the number of words
   */
  public int size() {
    return words.length;
  }

  /**
   * The hashes of the words, the same in every block.
   *
   * @return for each entry, a hash of 64 bits
   */
  public long[] hashes() {
    long[] hashes = new long[words.length];
    for (int word = 0; word < hashes.length; word++) {
      hashes[word] = Ngrams.hash(words[word]);
    }
    return hashes;
  }
}
