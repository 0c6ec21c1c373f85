package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.collections.IntList;
import org.broadsheet.collections.LongIntMap;
import org.broadsheet.collections.LongList;

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
  private final LongList hashes = new LongList();
  private final NgramDictionary forms = new NgramDictionary();
  private final IntList formTerms = new IntList();
  private final LongIntMap joinedForms = new LongIntMap();
  private final LongIntMap joinedTerms = new LongIntMap();

  private final IntList cellForm = new IntList();
  private final IntList cellGroup = new IntList();
  private final IntList cellTf = new IntList();
  private final IntList cellDf = new IntList();
  private final IntList cellFirst = new IntList();
  private final IntList cellLast = new IntList();

  /** Per form, its count in the article at hand; {@code touched} lists the forms that have one. */
  private final IntList formTf = new IntList();

  private final IntList touched = new IntList();

  /** Per form, its cell in the last group that has it; {@link #NONE} before the first. */
  private final IntList lastCell = new IntList();

  /** Per term, the last article that has it; {@link #NONE} before the first. */
  private final IntList lastArticle = new IntList();

  private TermCounter(TokenIdBlock block, int ngrams, Filter filter) {
    this.block = block;
    this.filter = filter;
    this.wordHashes = TermHash.ofWords(block.words());
    this.wordForms = new int[block.forms().length];
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
    int[] wordTerms = new int[block.words().length];
    for (int word = 0; word < wordTerms.length; word++) {
      long hash = wordHashes[word];
      wordTerms[word] =
          filter.keeps(hash, 1) ? newTerm(terms.addWord(block.words()[word]), hash) : NONE;
    }
    for (int form = 0; form < wordForms.length; form++) {
      int term = wordTerms[block.formWords()[form]];
      wordForms[form] = term == NONE ? NONE : newForm(forms.addWord(block.forms()[form]), term);
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
    if (form != NONE && formTf.increment(form) == 1) {
      touched.add(form);
    }
  }

  /** The form of an n-gram and the token after it; {@link #NONE} if that is not counted. */
  private int join(int head, int token, int n) {
    int headTerm = formTerms.get(head);
    long hash = TermHash.ofNgram(hashes.get(headTerm), wordHashes[block.formWords()[token]]);
    if (!filter.keeps(hash, n)) {
      return NONE;
    }
    int tail = wordForms[token];
    long pair = (long) head << 32 | tail;
    int form = joinedForms.get(pair);
    if (form < 0) {
      form = newForm(forms.addNgram(head, tail), joinedTerm(headTerm, formTerms.get(tail), hash));
      joinedForms.put(pair, form);
    }
    return form;
  }

  private int joinedTerm(int head, int tail, long hash) {
    long pair = (long) head << 32 | tail;
    int term = joinedTerms.get(pair);
    if (term < 0) {
      term = newTerm(terms.addNgram(head, tail), hash);
      joinedTerms.put(pair, term);
    }
    return term;
  }

  private int newTerm(int term, long hash) {
    hashes.add(hash);
    lastArticle.add(NONE);
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
      int form = touched.get(i);
      int term = formTerms.get(form);
      boolean first = lastArticle.get(term) != article;
      lastArticle.set(term, article);
      int cell = cell(form, block.articles().group()[article]);
      cellTf.increase(cell, formTf.get(form));
      cellDf.increase(cell, first ? 1 : 0);
      addDay(cell, block.articles().days()[article]);
      formTf.set(form, 0);
    }
    touched.clear();
  }

  /** Groups come one after another, so that a form has one cell at a time. */
  private int cell(int form, int group) {
    int last = lastCell.get(form);
    if (last != NONE && cellGroup.get(last) == group) {
      return last;
    }
    lastCell.set(form, cellForm.size());
    cellForm.add(form);
    cellGroup.add(group);
    cellTf.add(0);
    cellDf.add(0);
    cellFirst.add(Integer.MAX_VALUE);
    cellLast.add(Integer.MIN_VALUE);
    return lastCell.get(form);
  }

  private void addDay(int cell, int day) {
    if (day != ArticleMetadata.NO_DAY) {
      cellFirst.set(cell, Math.min(cellFirst.get(cell), day));
      cellLast.set(cell, Math.max(cellLast.get(cell), day));
    }
  }

  private BlockTermCounts build() {
    return new BlockTermCounts(
        terms.sizes(),
        terms.texts(),
        forms.texts(),
        formTerms.toArray(),
        block.articles().groups().stream().map(GroupTotals::key).toList(),
        new BlockTermCounts.Cells(
            cellForm.toArray(),
            cellGroup.toArray(),
            cellTf.toArray(),
            cellDf.toArray(),
            cellFirst.toArray(),
            cellLast.toArray()));
  }

  private int[] partitionOfTerms(int partitions) {
    int[] partitionOf = new int[hashes.size()];
    for (int term = 0; term < partitionOf.length; term++) {
      partitionOf[term] = (int) Long.remainderUnsigned(hashes.get(term), partitions);
    }
    return partitionOf;
  }

  /**
   * Words and n-grams as they are met. An n-gram is kept as the n-gram before its last word, and
   * that word, which both have smaller ids: its text is made once, at the end.
   */
  private static final class NgramDictionary {
    private final List<String> words = new ArrayList<>();
    private final IntList heads = new IntList();
    private final IntList tails = new IntList();

    int addWord(String text) {
      return add(text, NONE, NONE);
    }

    int addNgram(int head, int tail) {
      return add(null, head, tail);
    }

    private int add(String word, int head, int tail) {
      words.add(word);
      heads.add(head);
      tails.add(tail);
      return words.size() - 1;
    }

    /** For each entry, its number of words. */
    byte[] sizes() {
      byte[] sizes = new byte[words.size()];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = heads.get(i) == NONE ? 1 : (byte) (sizes[heads.get(i)] + 1);
      }
      return sizes;
    }

    /** For each entry, its words with a space between them. */
    String[] texts() {
      String[] texts = words.toArray(String[]::new);
      for (int i = 0; i < texts.length; i++) {
        if (texts[i] == null) {
          texts[i] = texts[heads.get(i)] + ' ' + texts[tails.get(i)];
        }
      }
      return texts;
    }
  }
}
