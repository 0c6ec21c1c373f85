package org.broadsheet.copies;

import java.io.Serializable;

/**
 * The similarity of two articles: how many shingles they share, counted exactly.
 *
 * @param article number of an article
 * @param other number of the other, which is higher
 * @param shared shingles of both
 * @param size shingles of the article
 * @param otherSize shingles of the other
 */
record PairSimilarity(int article, int other, int shared, int size, int otherSize)
    implements Serializable {

  /**
   * Copies have similarities as low as .3, since every word that an editor changes changes three
   * shingles (Silcock, D'Amico-Wong, Yang and Dell 2022).
   */
  private static final CopyThresholds USUAL = new CopyThresholds(0.3, 0.6);

  /** Short notices about different things share phrases. */
  private static final CopyThresholds SHORT = new CopyThresholds(0.5, 0.8);

  /** Days later, a source's new version of an article still has much of the old one. */
  private static final CopyThresholds LATE = new CopyThresholds(0.7, 0.9);

  /** What is printed week by week, with other numbers each time, is no copy. */
  private static final CopyThresholds SERIES = new CopyThresholds(0.9, 1);

  /** Shared shingles of texts that are not short. */
  private static final int FEW_SHARED = 65;

  /** Fewer shingles may be shared by chance, as those of headlines and phrases. */
  private static final int FEWEST_SHARED = 10;

  /** A text of fewer than this share of another's shingles is no copy of it, but a part. */
  private static final double SHORTEST = 0.2;

  /** An abridged copy has at most this share of the shingles of the longer text. */
  private static final double ABRIDGED = 0.75;

  /** Of the pairs whose estimated similarity is lower, one in a hundred is a copy. */
  static final double LEAST_ESTIMATE = 0.1;

  /**
   * The least similarity of copies.
   *
   * @param jaccard of texts of about the same length
   * @param containment of a text and a longer one that holds it
   */
  private record CopyThresholds(double jaccard, double containment) {}

  /** Compares the shingles of two articles, which are in ascending order. */
  static PairSimilarity of(int article, int[] shingles, int other, int[] otherShingles) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < shingles.length && j < otherShingles.length) {
      int order = Integer.compare(shingles[i], otherShingles[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new PairSimilarity(article, other, shared, shingles.length, otherShingles.length);
  }

  /** Whether texts of such sizes can be copies at all. */
  static boolean mayBe(int size, int otherSize) {
    return Math.min(size, otherSize) >= SHORTEST * Math.max(size, otherSize);
  }

  /** Shared shingles over all shingles of both. */
  double jaccard() {
    return (double) shared / (size + otherSize - shared);
  }

  /** Shared shingles over those of the shorter text. */
  double containment() {
    return (double) shared / Math.min(size, otherSize);
  }

  /** Whether the articles have the same shingles. */
  boolean isExact() {
    return shared == size && shared == otherSize;
  }

  /** Whether one is a copy of the other, by their texts alone. */
  boolean isCopy() {
    return reaches(shared < FEW_SHARED ? SHORT : USUAL);
  }

  /** Whether one is a copy of the other even if they are of one source, and days apart. */
  boolean isLateCopy() {
    return reaches(LATE);
  }

  /** Whether one is a copy of the other even if they are of a series. */
  boolean isCopyInSeries() {
    return reaches(SERIES);
  }

  private boolean reaches(CopyThresholds thresholds) {
    boolean isContained = containment() >= thresholds.containment && mayBe(size, otherSize);
    return isExact() || shared >= FEWEST_SHARED && (jaccard() >= thresholds.jaccard || isContained);
  }

  /** Whether a text with this many shingles is a phrase, which many articles may share. */
  static boolean isPhrase(int size) {
    return size < FEWEST_SHARED;
  }

  /** The kind of copies: exact, abridged or near. */
  String kind() {
    if (isExact()) {
      return "exact";
    }
    boolean isShorter = Math.min(size, otherSize) <= ABRIDGED * Math.max(size, otherSize);
    return isShorter && containment() >= USUAL.containment ? "abridged" : "near";
  }
}
