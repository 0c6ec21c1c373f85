package org.broadsheet.stats;

/** How easily an English text reads, by the lengths of its sentences and words. */
public final class ReadingEase {

  private ReadingEase() {}

  /**
   * Flesch's reading ease (Flesch 1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word.
   *
   * @param words how many words
   * @param sentences how many sentences these are
   * @param syllables how many syllables the words have
   * @return about 0 for the hardest to about 100 for the easiest prose, and beyond both for what is
   *     none; null without a word or a sentence
   */
  public static Double flesch(long words, long sentences, long syllables) {
    if (words == 0 || sentences == 0) {
      return null;
    }
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
  }
}
