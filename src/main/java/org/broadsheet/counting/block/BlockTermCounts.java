package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.collections.Texts;

/**
 * The counts of terms in the articles of a block, as parallel arrays: they travel as one object,
 * not as a row for each count.
 *
 * @param n for each term, its number of words
 * @param terms for each term, its text
 * @param firstDays for each term, first day of the epoch with an article that has it; {@link
 *     Integer#MAX_VALUE} without a date
 * @param lastDays for each term, last day; {@link Integer#MIN_VALUE} without a date
 * @param forms for each form, its text: a term as printed
 * @param formTerms for each form, its term
 * @param groups the groups of articles that have a count
 * @param cells the counts of the forms by group
 */
public record BlockTermCounts(
    byte[] n,
    Texts terms,
    int[] firstDays,
    int[] lastDays,
    Texts forms,
    int[] formTerms,
    GroupKeys groups,
    FormCounts cells)
    implements Serializable {

  private static final int UNUSED = -1;

  /**
   * The counts of forms in groups of articles; parallel arrays.
   *
   * @param form the form
   * @param group the group
   * @param tf how often the form occurs in the articles of the group
   * @param df the articles of the group in which this is the first form of its term: the sum over
   *     all forms of a term is the number of articles that have the term
   */
  public record FormCounts(int[] form, int[] group, int[] tf, int[] df) implements Serializable {

    /**
     * Counts the cells.
     *
     * @return the length of each array
     */
    public int size() {
      return form.length;
    }

    private FormCounts chosen(int[] cells, int[] formIds, int[] groups) {
      return new FormCounts(at(at(cells, form), formIds), groups, at(cells, tf), at(cells, df));
    }
  }

  /**
   * Divides the counts among partitions, by term. The work does not grow with the number of
   * partitions, since each term, form and cell is looked at a fixed number of times.
   *
   * @param partitionOf for each term, its partition
   * @param partitions the number of partitions
   * @return the counts for each partition
   */
  List<BlockTermCounts> split(int[] partitionOf, int partitions) {
    int[] partitionOfForm = at(formTerms, partitionOf);
    Slices ofTerms = Slices.by(partitionOf, partitions);
    Slices ofForms = Slices.by(partitionOfForm, partitions);
    Slices ofCells = Slices.by(at(cells.form, partitionOfForm), partitions);
    UsedGroups used = new UsedGroups(groups);
    List<BlockTermCounts> split = new ArrayList<>(partitions);
    for (int partition = 0; partition < partitions; partition++) {
      int[] itsTerms = ofTerms.of(partition);
      int[] itsForms = ofForms.of(partition);
      int[] itsCells = ofCells.of(partition);
      int[] cellGroups = at(itsCells, cells.group);
      GroupKeys itsGroups = GroupKeys.of(used.number(cellGroups));
      split.add(
          new BlockTermCounts(
              at(itsTerms, n),
              terms.at(itsTerms),
              at(itsTerms, firstDays),
              at(itsTerms, lastDays),
              forms.at(itsForms),
              at(at(itsForms, formTerms), ofTerms.ids),
              itsGroups,
              cells.chosen(itsCells, ofForms.ids, at(cellGroups, used.ids))));
      used.forget(cellGroups);
    }
    return split;
  }

  /** The values at some indexes. */
  private static int[] at(int[] indexes, int[] values) {
    int[] chosen = new int[indexes.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[indexes[i]];
    }
    return chosen;
  }

  private static byte[] at(int[] indexes, byte[] values) {
    byte[] chosen = new byte[indexes.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[indexes[i]];
    }
    return chosen;
  }

  /**
   * Entries sorted by their partition (a counting sort), those of each partition in their order.
   *
   * @param starts where each partition starts in the order, and where the last one ends
   * @param order the entries
   * @param ids for each entry, its number within its partition
   */
  private record Slices(int[] starts, int[] order, int[] ids) {

    static Slices by(int[] partitionOf, int partitions) {
      int[] starts = starts(partitionOf, partitions);
      int[] next = starts.clone();
      int[] order = new int[partitionOf.length];
      int[] ids = new int[partitionOf.length];
      for (int entry = 0; entry < partitionOf.length; entry++) {
        int partition = partitionOf[entry];
        ids[entry] = next[partition] - starts[partition];
        order[next[partition]++] = entry;
      }
      return new Slices(starts, order, ids);
    }

    private static int[] starts(int[] partitionOf, int partitions) {
      int[] starts = new int[partitions + 1];
      for (int partition : partitionOf) {
        starts[partition + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      return starts;
    }

    int[] of(int partition) {
      return Arrays.copyOfRange(order, starts[partition], starts[partition + 1]);
    }
  }

  /** Numbers the groups that a partition uses; used again from partition to partition. */
  private static final class UsedGroups {
    private final List<GroupKey> all;
    private final int[] ids;

    UsedGroups(List<GroupKey> all) {
      this.all = all;
      this.ids = new int[all.size()];
      Arrays.fill(ids, UNUSED);
    }

    /** Numbers the groups of some cells in the order of the cells; the groups in that order. */
    List<GroupKey> number(int[] cellGroups) {
      List<GroupKey> used = new ArrayList<>();
      for (int group : cellGroups) {
        if (ids[group] == UNUSED) {
          ids[group] = used.size();
          used.add(all.get(group));
        }
      }
      return used;
    }

    void forget(int[] cellGroups) {
      for (int group : cellGroups) {
        ids[group] = UNUSED;
      }
    }
  }
}
