package org.broadsheet.stats;

/** The reading ease of an English text, by the lengths of its sentences and words. */
public final class ReadingEase {

  private ReadingEase() {}

  /**
   * Computes Flesch's reading ease (Flesch 1948): 206.835 - 1.015 words per sentence - 84.6
   * syllables per word.
   *
   * @param words the words of the text
   * @param sentences the sentences of the text
   * @param syllables the syllables of the words
   * @return about 0 for the hardest to about 100 for the easiest prose, and beyond that range for
   *     texts that are not prose; null without a word or a sentence
   */
  public static Double flesch(long words, long sentences, long syllables) {
    if (words == 0 || sentences == 0) {
      return null;
    }
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
  }
}
