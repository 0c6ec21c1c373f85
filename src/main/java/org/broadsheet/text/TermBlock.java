package org.broadsheet.text;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The counted terms of a batch of articles, as arrays that refer to a dictionary of their own: what
 * remains of the text once it has been read.
 *
 * @param terms the terms
 * @param forms the forms of terms as printed
 * @param formTerms for each form, its term
 * @param groups the articles of this block by what they are counted by
 * @param cells the counts of forms in groups
 * @param articles the articles with their words
 */
public record TermBlock(
    Ngrams terms, Ngrams forms, int[] formTerms, List<Group> groups, Cells cells, Articles articles)
    implements Serializable {

  /**
   * Cuts the block into parts, so that a term falls into the same part in every block.
   *
   * @param parts how many parts
   * @param kept which terms are wanted at all
   * @return the parts, in order
   */
  public List<TermPart> parts(int parts, IntPredicate kept) {
    int[] partOf = new int[terms.size()];
    for (int term = 0; term < partOf.length; term++) {
      partOf[term] =
          kept.test(term)
              ? (int) Long.remainderUnsigned(terms.hash(term), parts)
              : TermPart.LEFT_OUT;
    }
    return TermPart.cut(this, partOf, parts);
  }

  /**
   * The articles of a place.
   *
   * @param place what they are counted by
   * @param tokens for each n from 1, how many n-grams counted
   * @param articles how many articles
   * @param countedArticles how many articles have a word that counts
   */
  public record Group(Place place, long[] tokens, long articles, long countedArticles)
      implements Serializable {}

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

  /**
   * The articles of a block with the words (n = 1) that count; row i has the entries {@code
   * offsets[i]} to {@code offsets[i + 1]}.
   *
   * @param ids article_id
   * @param group for each article, its group
   * @param days for each article, the day of the epoch it was published; {@link Integer#MIN_VALUE}
   *     without a date
   * @param offsets where each row starts
   * @param terms for each entry, the term
   * @param tfs for each entry, how often it occurs
   */
  public record Articles(
      String[] ids, int[] group, int[] days, int[] offsets, int[] terms, int[] tfs)
      implements Serializable {

    /**
     * How many articles there are.
     *
     * @return the number
     */
    public int size() {
      return ids.length;
    }

    /**
     * The length of an article in words that count.
     *
     * @param article an article
     * @return the sum of its tfs
     */
    public long length(int article) {
      long length = 0;
      for (int i = offsets[article]; i < offsets[article + 1]; i++) {
        length += tfs[i];
      }
      return length;
    }
  }
}
