package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some of the counted terms of a block, for whoever adds them up: a whole part of a block travels
 * as one object of arrays, not as a row a count.
 *
 * @param n for each term, how many words it has
 * @param terms for each term, its text
 * @param forms for each form, its text
 * @param formTerms for each form, its term
 * @param groups the groups of the block that the part has a count in
 * @param cells the counts of the forms
 */
public record BlockTermCounts(
    byte[] n,
    String[] terms,
    String[] forms,
    int[] formTerms,
    List<BagOfWordsBlock.Group> groups,
    CountedBlock.Cells cells)
    implements Serializable {

  private static final int NO_NUMBER = -1;

  /**
   * Cuts a block into parts. Each term, form and count is looked at a fixed number of times,
   * however many parts there are.
   *
   * @param block the block
   * @param partOf for each of its terms, the part that it belongs to
   * @param parts how many parts
   * @return the parts, in order
   */
  static List<BlockTermCounts> cut(CountedBlock block, int[] partOf, int parts) {
    int[] partOfForm = at(block.formTerms(), partOf);
    Slices terms = Slices.by(partOf, parts);
    Slices forms = Slices.by(partOfForm, parts);
    Slices cells = Slices.by(at(block.cells().form(), partOfForm), parts);
    GroupNumbers groups = new GroupNumbers(block.groups());
    List<BlockTermCounts> cut = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int[] ofForms = forms.of(part);
      int[] ofCells = cells.of(part);
      int[] cellGroups = at(ofCells, block.cells().group());
      List<BagOfWordsBlock.Group> used = groups.number(cellGroups);
      cut.add(
          new BlockTermCounts(
              sizes(terms.of(part), block.terms()),
              texts(terms.of(part), block.terms()),
              texts(ofForms, block.forms()),
              at(at(ofForms, block.formTerms()), terms.numbers),
              used,
              cells(ofCells, block.cells(), forms.numbers, at(cellGroups, groups.numbers))));
      groups.forget(cellGroups);
    }
    return cut;
  }

  private static byte[] sizes(int[] entries, Ngrams ngrams) {
    byte[] sizes = new byte[entries.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (byte) ngrams.n(entries[i]);
    }
    return sizes;
  }

  private static String[] texts(int[] entries, Ngrams ngrams) {
    return Arrays.stream(entries).mapToObj(ngrams::text).toArray(String[]::new);
  }

  private static CountedBlock.Cells cells(
      int[] chosen, CountedBlock.Cells all, int[] formNumbers, int[] groups) {
    return new CountedBlock.Cells(
        at(at(chosen, all.form()), formNumbers),
        groups,
        at(chosen, all.tf()),
        at(chosen, all.df()),
        at(chosen, all.firstDay()),
        at(chosen, all.lastDay()));
  }

  /** The values at some indexes. */
  private static int[] at(int[] indexes, int[] values) {
    int[] chosen = new int[indexes.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[indexes[i]];
    }
    return chosen;
  }

  /**
   * Entries sorted by their part (a counting sort), those of a part in their old order.
   *
   * @param starts where each part starts in the order, and where the last one ends
   * @param order the entries
   * @param numbers for each entry, its number in its part
   */
  private record Slices(int[] starts, int[] order, int[] numbers) {

    static Slices by(int[] partOf, int parts) {
      int[] starts = starts(partOf, parts);
      int[] next = starts.clone();
      int[] order = new int[starts[parts]];
      int[] numbers = new int[partOf.length];
      for (int entry = 0; entry < partOf.length; entry++) {
        int part = partOf[entry];
        numbers[entry] = next[part] - starts[part];
        order[next[part]++] = entry;
      }
      return new Slices(starts, order, numbers);
    }

    private static int[] starts(int[] partOf, int parts) {
      int[] starts = new int[parts + 1];
      for (int part : partOf) {
        starts[part + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      return starts;
    }

    int[] of(int part) {
      return Arrays.copyOfRange(order, starts[part], starts[part + 1]);
    }
  }

  /** Numbers the groups that a part uses; used again from part to part. */
  private static final class GroupNumbers {
    private final List<BagOfWordsBlock.Group> all;
    private final int[] numbers;

    GroupNumbers(List<BagOfWordsBlock.Group> all) {
      this.all = all;
      this.numbers = new int[all.size()];
      Arrays.fill(numbers, NO_NUMBER);
    }

    /** Numbers the groups of a part's counts as they are met; the groups in that order. */
    List<BagOfWordsBlock.Group> number(int[] cellGroups) {
      List<BagOfWordsBlock.Group> used = new ArrayList<>();
      for (int group : cellGroups) {
        if (numbers[group] == NO_NUMBER) {
          numbers[group] = used.size();
          used.add(all.get(group));
        }
      }
      return used;
    }

    void forget(int[] cellGroups) {
      for (int group : cellGroups) {
        numbers[group] = NO_NUMBER;
      }
    }
  }
}
