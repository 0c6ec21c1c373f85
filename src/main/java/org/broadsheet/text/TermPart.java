package org.broadsheet.text;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Some of the counted terms of a block, for whoever adds them up: a whole part of a block travels
 * as one object of arrays, not as a row a count.
 *
 * @param n for each term, how many words it has
 * @param terms for each term, its text
 * @param forms for each form, its text
 * @param formTerms for each form, its term
 * @param groups the groups of the block
 * @param cells the counts of the forms
 */
public record TermPart(
    byte[] n,
    String[] terms,
    String[] forms,
    int[] formTerms,
    List<TermBlock.Group> groups,
    TermBlock.Cells cells)
    implements Serializable {

  private static final int LEFT_OUT = -1;

  /**
   * Cuts terms out of a block.
   *
   * @param block the block
   * @param chosen which of its terms
   * @return their counts
   */
  static TermPart of(TermBlock block, IntPredicate chosen) {
    int[] termNumbers = numbers(block.terms().size(), chosen);
    int[] formNumbers =
        numbers(block.forms().size(), form -> termNumbers[block.formTerms()[form]] != LEFT_OUT);
    int[] termsOf = chosen(termNumbers);
    int[] formsOf = chosen(formNumbers);
    byte[] n = new byte[termsOf.length];
    String[] terms = new String[termsOf.length];
    for (int i = 0; i < n.length; i++) {
      n[i] = (byte) block.terms().n(termsOf[i]);
      terms[i] = block.terms().text(termsOf[i]);
    }
    String[] forms = Arrays.stream(formsOf).mapToObj(block.forms()::text).toArray(String[]::new);
    int[] formTerms =
        Arrays.stream(formsOf).map(form -> termNumbers[block.formTerms()[form]]).toArray();
    return new TermPart(
        n, terms, forms, formTerms, block.groups(), cells(block.cells(), formNumbers));
  }

  /** New numbers for the chosen entries, counting up; the others are left out. */
  private static int[] numbers(int size, IntPredicate chosen) {
    int[] numbers = new int[size];
    int next = 0;
    for (int i = 0; i < size; i++) {
      numbers[i] = chosen.test(i) ? next++ : LEFT_OUT;
    }
    return numbers;
  }

  private static int[] chosen(int[] numbers) {
    IntList chosen = new IntList();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != LEFT_OUT) {
        chosen.add(i);
      }
    }
    return chosen.toArray();
  }

  private static TermBlock.Cells cells(TermBlock.Cells all, int[] formNumbers) {
    IntList kept = new IntList();
    for (int i = 0; i < all.size(); i++) {
      if (formNumbers[all.form()[i]] != LEFT_OUT) {
        kept.add(i);
      }
    }
    int[] cells = kept.toArray();
    return new TermBlock.Cells(
        Arrays.stream(cells).map(i -> formNumbers[all.form()[i]]).toArray(),
        at(cells, all.group()),
        at(cells, all.tf()),
        at(cells, all.df()),
        at(cells, all.firstDay()),
        at(cells, all.lastDay()));
  }

  private static int[] at(int[] indexes, int[] values) {
    return Arrays.stream(indexes).map(i -> values[i]).toArray();
  }
}
