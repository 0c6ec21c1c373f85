package org.broadsheet.counting.block;

import java.util.Arrays;

/** The hashes of the terms of an article, once each: what is needed to count articles by term. */
public final class ArticleTermHashes {

  private final TokenIdBlock block;
  private final int ngrams;
  private final long[] wordHashes;

  /** The n-grams that end at the word before: entry i has i + 1 words. */
  private final long[] ending;

  private long[] hashes = new long[64];
  private int size;

  /** By open addressing, the places of the hashes plus one. */
  private int[] slots = new int[2 * hashes.length];

  /** For each hash, its slot. */
  private int[] used = new int[hashes.length];

  /**
   * Prepares.
   *
   * @param block the articles
   * @param ngrams the longest n-grams
   */
  public ArticleTermHashes(TokenIdBlock block, int ngrams) {
    this.block = block;
    this.ngrams = ngrams;
    this.wordHashes = block.terms().hashes();
    this.ending = new long[ngrams];
  }

  /**
   * Finds the terms of an article.
   *
   * @param article an article
   * @return how many different ones it has
   */
  public int find(int article) {
    clear();
    int run = 0;
    for (int i = block.offsets()[article]; i < block.offsets()[article + 1]; i++) {
      int form = block.words()[i];
      if (form == TokenIdBlock.BREAK) {
        run = 0;
      } else {
        addEnding(wordHashes[block.formTerms()[form]], run++);
      }
    }
    return size;
  }

  /** Adds the terms that end at a word with so many neighbours before it. */
  private void addEnding(long word, int before) {
    for (int n = Math.min(before, ngrams - 1); n >= 1; n--) {
      ending[n] = Ngrams.hash(ending[n - 1], word);
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

  /** Costs what the last article had, however long one before it was. */
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
   * A hash that was found.
   *
   * @param number from 0
   * @return the {@link Ngrams#hash} of a term
   */
  public long get(int number) {
    return hashes[number];
  }
}
