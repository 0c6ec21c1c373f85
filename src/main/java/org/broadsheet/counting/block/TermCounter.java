package org.broadsheet.counting.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the terms of the articles of a block. Each n-gram that is counted gets an id; those that
 * the filter leaves out, which are most, cost no more than their hash.
 *
 * <p>N-grams never cross a sentence, nor a word that does not count.
 */
public final class TermCounter {

  private static final int NONE = -1;

  /**
   * Decides which terms are counted. If it leaves a term out, it must leave out all n-grams that
   * contain the term too.
   */
  public interface Filter extends Serializable {

    /**
     * Decides whether a term is counted.
     *
     * @param hash the hash of the term, see {@link TermHash}
     * @param n its number of words
     * @return false if it is left out
     */
    boolean keeps(long hash, int n);
  }

  private final TokenIdBlock block;
  private final Filter filter;
  private final long[] wordHashes;

  /** For each form of the block, the form that it is counted as; {@link #NONE} if it is not. */
  private final int[] wordForms;

  /** The forms of the n-grams that end at the word before: entry i has i + 1 words. */
  private final int[] ending;

  private final NgramDictionary terms = new NgramDictionary();
  private final LongArrayList hashes = new LongArrayList();
  private final NgramDictionary forms = new NgramDictionary();
  private final IntArrayList formTerms = new IntArrayList();
  private final Long2IntOpenHashMap joinedForms = new Long2IntOpenHashMap();
  private final Long2IntOpenHashMap joinedTerms = new Long2IntOpenHashMap();

  private final IntArrayList cellForm = new IntArrayList();
  private final IntArrayList cellGroup = new IntArrayList();
  private final IntArrayList cellTf = new IntArrayList();
  private final IntArrayList cellDf = new IntArrayList();

  /** Per form, its count in the article at hand; {@code touched} lists the forms that have one. */
  private final IntArrayList formTf = new IntArrayList();

  private final IntArrayList touched = new IntArrayList();

  /** Per form, its cell in the last group that has it; {@link #NONE} before the first. */
  private final IntArrayList lastCell = new IntArrayList();

  /** Per term, the last article that has it; {@link #NONE} before the first. */
  private final IntArrayList lastArticle = new IntArrayList();

  private final IntArrayList firstDays = new IntArrayList();
  private final IntArrayList lastDays = new IntArrayList();

  private TermCounter(TokenIdBlock block, int ngrams, Filter filter) {
    this.block = block;
    this.filter = filter;
    this.wordHashes = TermHash.ofWords(block.words());
    this.wordForms = new int[block.forms().size()];
    this.ending = new int[ngrams];
    addWords();
  }

  /**
   * Counts the terms of a block.
   *
   * @param block the articles
   * @param ngrams words in the longest n-grams
   * @param filter which terms are counted
   * @param partitions the number of partitions
   * @return the counts for each partition; a term is in the same partition in every block
   */
  public static List<BlockTermCounts> count(
      TokenIdBlock block, int ngrams, Filter filter, int partitions) {
    TermCounter counter = new TermCounter(block, ngrams, filter);
    for (int article : block.articles().byGroup()) {
      counter.countForms(article);
      counter.addCells(article);
    }
    return counter.build().split(counter.partitionOfTerms(partitions), partitions);
  }

  private void addWords() {
    int[] wordTerms = new int[block.words().size()];
    for (int word = 0; word < wordTerms.length; word++) {
      long hash = wordHashes[word];
      wordTerms[word] =
          filter.keeps(hash, 1) ? newTerm(terms.addWord(block.words().get(word)), hash) : NONE;
    }
    for (int form = 0; form < wordForms.length; form++) {
      int term = wordTerms[block.formWords()[form]];
      wordForms[form] = term == NONE ? NONE : newForm(forms.addWord(block.forms().get(form)), term);
    }
  }

  private void countForms(int article) {
    Arrays.fill(ending, NONE);
    for (int i = block.offsets()[article]; i < block.offsets()[article + 1]; i++) {
      int token = block.tokens()[i];
      int form = token == TokenIdBlock.BREAK ? NONE : wordForms[token];
      if (form == NONE) {
        Arrays.fill(ending, NONE);
        continue;
      }
      for (int n = ending.length - 1; n >= 1; n--) {
        ending[n] = ending[n - 1] == NONE ? NONE : join(ending[n - 1], token, n + 1);
        count(ending[n]);
      }
      ending[0] = form;
      count(form);
    }
  }

  private void count(int form) {
    if (form != NONE && formTf.elements()[form]++ == 0) {
      touched.add(form);
    }
  }

  /** The form of an n-gram and the token after it; {@link #NONE} if that is not counted. */
  private int join(int head, int token, int n) {
    int headTerm = formTerms.getInt(head);
    long hash = TermHash.ofNgram(hashes.getLong(headTerm), wordHashes[block.formWords()[token]]);
    if (!filter.keeps(hash, n)) {
      return NONE;
    }
    int tail = wordForms[token];
    long pair = (long) head << 32 | tail;
    int form = joinedForms.getOrDefault(pair, NONE);
    if (form == NONE) {
      form =
          newForm(forms.addNgram(head, tail), joinedTerm(headTerm, formTerms.getInt(tail), hash));
      joinedForms.put(pair, form);
    }
    return form;
  }

  private int joinedTerm(int head, int tail, long hash) {
    long pair = (long) head << 32 | tail;
    int term = joinedTerms.getOrDefault(pair, NONE);
    if (term == NONE) {
      term = newTerm(terms.addNgram(head, tail), hash);
      joinedTerms.put(pair, term);
    }
    return term;
  }

  private int newTerm(int term, long hash) {
    hashes.add(hash);
    lastArticle.add(NONE);
    firstDays.add(Integer.MAX_VALUE);
    lastDays.add(Integer.MIN_VALUE);
    return term;
  }

  private int newForm(int form, int term) {
    formTerms.add(term);
    formTf.add(0);
    lastCell.add(NONE);
    return form;
  }

  /** Moves the counts of the article into the cells of its group. */
  private void addCells(int article) {
    for (int i = 0; i < touched.size(); i++) {
      int form = touched.getInt(i);
      int term = formTerms.getInt(form);
      boolean first = lastArticle.getInt(term) != article;
      lastArticle.set(term, article);
      int cell = cell(form, block.articles().group()[article]);
      cellTf.elements()[cell] += formTf.getInt(form);
      if (first) {
        cellDf.elements()[cell]++;
        addDay(term, block.articles().days()[article]);
      }
      formTf.set(form, 0);
    }
    touched.clear();
  }

  /** Groups come one after another, so that a form has one cell at a time. */
  private int cell(int form, int group) {
    int last = lastCell.getInt(form);
    if (last != NONE && cellGroup.getInt(last) == group) {
      return last;
    }
    lastCell.set(form, cellForm.size());
    cellForm.add(form);
    cellGroup.add(group);
    cellTf.add(0);
    cellDf.add(0);
    return lastCell.getInt(form);
  }

  private void addDay(int term, int day) {
    if (day != ArticleMetadata.NO_DAY) {
      firstDays.set(term, Math.min(firstDays.getInt(term), day));
      lastDays.set(term, Math.max(lastDays.getInt(term), day));
    }
  }

  private BlockTermCounts build() {
    return new BlockTermCounts(
        terms.sizes(),
        terms.texts(),
        firstDays.toIntArray(),
        lastDays.toIntArray(),
        forms.texts(),
        formTerms.toIntArray(),
        block.articles().groups(),
        new BlockTermCounts.FormCounts(
            cellForm.toIntArray(),
            cellGroup.toIntArray(),
            cellTf.toIntArray(),
            cellDf.toIntArray()));
  }

  /**
   * Chooses the partition of a term.
   *
   * @param hash the {@link TermHash} of the term
   * @param partitions the number of partitions
   * @return its partition
   */
  public static int partition(long hash, int partitions) {
    return (int) Long.remainderUnsigned(hash, partitions);
  }

  private int[] partitionOfTerms(int partitions) {
    int[] partitionOf = new int[hashes.size()];
    for (int term = 0; term < partitionOf.length; term++) {
      partitionOf[term] = partition(hashes.getLong(term), partitions);
    }
    return partitionOf;
  }
}
