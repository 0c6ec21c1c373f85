package org.broadsheet.counting.block;

import java.util.Arrays;

/**
 * Finds the terms of an article as a set of hashes: enough to count the articles that have a term.
 */
public final class ArticleTermHashes {

  private final TokenIdBlock block;
  private final int ngrams;
  private final long[] wordHashes;

  /** The n-grams that end at the word before: entry i has i + 1 words. */
  private final long[] ending;

  private long[] hashes = new long[64];
  private int size;

  /** By open addressing, one more than the index of a hash; 0 for a free slot. */
  private int[] slots = new int[2 * hashes.length];

  /** For each hash, its slot. */
  private int[] used = new int[hashes.length];

  /**
   * Prepares for the articles of a block.
   *
   * @param block the articles
   * @param ngrams words in the longest n-grams
   */
  public ArticleTermHashes(TokenIdBlock block, int ngrams) {
    this.block = block;
    this.ngrams = ngrams;
    this.wordHashes = TermHash.ofWords(block.words());
    this.ending = new long[ngrams];
  }

  /**
   * Finds the terms of an article.
   *
   * @param article an article
   * @return the number of different terms that it has
   */
  public int find(int article) {
    clear();
    int run = 0;
    for (int i = block.offsets()[article]; i < block.offsets()[article + 1]; i++) {
      int token = block.tokens()[i];
      if (token == TokenIdBlock.BREAK) {
        run = 0;
      } else {
        addEnding(wordHashes[block.formWords()[token]], run++);
      }
    }
    return size;
  }

  /** Adds the terms that end at a word, which has the given number of neighbours before it. */
  private void addEnding(long word, int before) {
    for (int n = Math.min(before, ngrams - 1); n >= 1; n--) {
      ending[n] = TermHash.ofNgram(ending[n - 1], word);
      add(ending[n]);
    }
    ending[0] = word;
    add(word);
  }

  private void add(long hash) {
    int slot = slot(hash);
    if (slots[slot] == 0) {
      if (size == hashes.length) {
        grow();
        slot = slot(hash);
      }
      put(hash, slot);
    }
  }

  private void put(long hash, int slot) {
    hashes[size] = hash;
    used[size] = slot;
    slots[slot] = ++size;
  }

  /** Frees the slots of the last article only, however many an earlier one needed. */
  private void clear() {
    for (int i = 0; i < size; i++) {
      slots[used[i]] = 0;
    }
    size = 0;
  }

  private int slot(long hash) {
    int mask = slots.length - 1;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int found = size;
    size = 0;
    hashes = Arrays.copyOf(hashes, 2 * found);
    used = new int[hashes.length];
    slots = new int[2 * hashes.length];
    for (int i = 0; i < found; i++) {
      put(hashes[i], slot(hashes[i]));
    }
  }

  /**
   * Gives a hash that was found.
   *
   * @param number its number, from 0
   * @return the hash of a term, see {@link TermHash}
   */
  public long get(int number) {
    return hashes[number];
  }
}
