package org.broadsheet.collections;

/**
 * A map from words to ints by open addressing, looked up by a stretch of a text without making a
 * string of it.
 */
public final class CharsIntMap {

  /** What {@link #get} returns for a word that is not there; no value may be this one. */
  public static final int ABSENT = Integer.MIN_VALUE;

  private String[] keys = new String[1 << 10];
  private int[] hashes = new int[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  /** The value of the word between two offsets, or {@link #ABSENT}. */
  public int get(String text, int start, int end) {
    int slot = slot(text, start, end, hash(text, start, end));
    return keys[slot] == null ? ABSENT : values[slot];
  }

  /** Adds a word that is not there yet. */
  public void put(String word, int value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int hash = hash(word, 0, word.length());
    int slot = slot(word, 0, word.length(), hash);
    keys[slot] = word;
    hashes[slot] = hash;
    values[slot] = value;
    size++;
  }

  private int slot(String text, int start, int end, int hash) {
    int mask = keys.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (keys[slot] != null
        && !(hashes[slot] == hash
            && keys[slot].length() == end - start
            && text.startsWith(keys[slot], start))) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = (hash + text.charAt(i)) * 0x01000193;
    }
    return hash;
  }

  private void grow() {
    String[] oldKeys = keys;
    int[] oldHashes = hashes;
    int[] oldValues = values;
    keys = new String[2 * oldKeys.length];
    hashes = new int[keys.length];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int slot = slot(oldKeys[i], 0, oldKeys[i].length(), oldHashes[i]);
        keys[slot] = oldKeys[i];
        hashes[slot] = oldHashes[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
