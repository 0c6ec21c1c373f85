package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.List;

/**
 * The counts of terms in a batch of articles, as arrays that refer to a dictionary of their own.
 *
 * @param terms the terms
 * @param hashes for each term, its {@link Ngrams#hash}
 * @param forms the forms of terms as printed
 * @param formTerms for each form, its term
 * @param groups the articles of this block by what they are counted by
 * @param cells the counts of forms in groups
 */
public record CountedBlock(
    Ngrams terms,
    long[] hashes,
    Ngrams forms,
    int[] formTerms,
    List<BagOfWordsBlock.Group> groups,
    Cells cells) {

  /**
   * Cuts the block into parts, so that a term falls into the same part in every block.
   *
   * @param parts how many parts
   * @return the parts, in order
   */
  public List<BlockTermCounts> parts(int parts) {
    int[] partOf = new int[terms.size()];
    for (int term = 0; term < partOf.length; term++) {
      partOf[term] = (int) Long.remainderUnsigned(hashes[term], parts);
    }
    return BlockTermCounts.cut(this, partOf, parts);
  }

  /**
   * Counts of forms in groups; parallel arrays.
   *
   * @param form the form
   * @param group the group
   * @param tf how often the form occurs in the articles of the group
   * @param df how many articles of the group have the term and show this form of it first: over the
   *     forms of a term, it sums to the articles that have the term
   * @param firstDay first day of the epoch with such an article; {@link Integer#MAX_VALUE} without
   *     a date
   * @param lastDay last day; {@link Integer#MIN_VALUE} without a date
   */
  public record Cells(int[] form, int[] group, int[] tf, int[] df, int[] firstDay, int[] lastDay)
      implements Serializable {

    /**
     * How many cells there are.
     *
     * @return the length of each array
     */
    public int size() {
      return form.length;
    }
  }
}
