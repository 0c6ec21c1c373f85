package org.broadsheet.counting;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.broadsheet.collections.Dictionary;
import org.broadsheet.counting.block.BlockTermCounts;
import org.broadsheet.counting.block.GroupKey;

/** Adds up the counts of blocks for the terms of one partition. */
final class PartitionTermCounts {

  private final Dictionary<TermKey> terms = new Dictionary<>();
  private final IntArrayList firstDays = new IntArrayList();
  private final IntArrayList lastDays = new IntArrayList();

  private final Dictionary<String> forms = new Dictionary<>();
  private final Pairs formsOfTerms = new Pairs();
  private final LongArrayList formTf = new LongArrayList();

  private final Dictionary<GroupKey> groups = new Dictionary<>();
  private final Pairs groupsOfTerms = new Pairs();
  private final LongArrayList groupTf = new LongArrayList();
  private final IntArrayList groupDf = new IntArrayList();

  private PartitionTermCounts() {}

  /**
   * Sums the counts of a partition.
   *
   * @param counts the counts of its terms in each block
   * @param minDf the smallest df of a term that is kept
   * @return its terms with their counts in the corpus
   */
  static Iterator<TermStatsBlock> sum(Iterator<BlockTermCounts> counts, MinDf minDf) {
    PartitionTermCounts sums = new PartitionTermCounts();
    counts.forEachRemaining(sums::add);
    return sums.new TermStatsBlocks(minDf);
  }

  private void add(BlockTermCounts block) {
    int[] groupIds = block.groups().stream().mapToInt(groups::id).toArray();
    int[] formIds = Arrays.stream(block.forms()).mapToInt(forms::id).toArray();
    int[] termIds = new int[block.terms().length];
    Arrays.fill(termIds, -1);
    BlockTermCounts.FormCounts cells = block.cells();
    for (int cell = 0; cell < cells.size(); cell++) {
      int form = cells.form()[cell];
      int term = block.formTerms()[form];
      int group = groupIds[cells.group()[cell]];
      if (termIds[term] < 0) {
        // A term of a block is of one language only: the dictionary is kept by language.
        String language = groups.value(group).language();
        termIds[term] = termId(new TermKey(language, block.n()[term], block.terms()[term]));
      }
      add(termIds[term], formIds[form], group, cells, cell);
    }
  }

  private int termId(TermKey key) {
    int term = terms.id(key);
    if (term == firstDays.size()) {
      firstDays.add(TermStatsBlock.NO_FIRST);
      lastDays.add(TermStatsBlock.NO_LAST);
    }
    return term;
  }

  private void add(int term, int form, int group, BlockTermCounts.FormCounts cells, int cell) {
    int tf = cells.tf()[cell];
    int ofForm = formsOfTerms.id(term, form);
    if (ofForm == formTf.size()) {
      formTf.add(0);
    }
    formTf.elements()[ofForm] += tf;
    int ofGroup = groupsOfTerms.id(term, group);
    if (ofGroup == groupTf.size()) {
      groupTf.add(0);
      groupDf.add(0);
    }
    groupTf.elements()[ofGroup] += tf;
    groupDf.elements()[ofGroup] += cells.df()[cell];
    firstDays.set(term, Math.min(firstDays.getInt(term), cells.firstDay()[cell]));
    lastDays.set(term, Math.max(lastDays.getInt(term), cells.lastDay()[cell]));
  }

  /** The blocks, each filled when it is asked for, so that Spark can store one before the next. */
  private final class TermStatsBlocks implements Iterator<TermStatsBlock> {
    private final MinDf minDf;
    private final Grouped ofForms = formsOfTerms.byFirst(terms.size());
    private final Grouped ofGroups = groupsOfTerms.byFirst(terms.size());
    private int term;

    TermStatsBlocks(MinDf minDf) {
      this.minDf = minDf;
      skipRare();
    }

    private void skipRare() {
      while (term < terms.size() && df(term, ofGroups) < minDf.of(terms.value(term).n())) {
        term++;
      }
    }

    @Override
    public boolean hasNext() {
      return term < terms.size();
    }

    @Override
    public TermStatsBlock next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      TermStatsBlockBuilder block = new TermStatsBlockBuilder(groups);
      while (hasNext() && !block.isFull()) {
        add(block);
        term++;
        skipRare();
      }
      return block.build();
    }

    private void add(TermStatsBlockBuilder block) {
      block.start(
          terms.value(term), surface(term, ofForms), firstDays.getInt(term), lastDays.getInt(term));
      for (int i = ofGroups.starts[term]; i < ofGroups.starts[term + 1]; i++) {
        int pair = ofGroups.pairs[i];
        block.add(groupsOfTerms.second(pair), groupTf.getLong(pair), groupDf.getInt(pair));
      }
    }
  }

  private long df(int term, Grouped ofGroups) {
    long df = 0;
    for (int i = ofGroups.starts[term]; i < ofGroups.starts[term + 1]; i++) {
      df += groupDf.getInt(ofGroups.pairs[i]);
    }
    return df;
  }

  /** The most frequent form; the first in order if several are equal. */
  private String surface(int term, Grouped ofForms) {
    String surface = null;
    long most = 0;
    for (int i = ofForms.starts[term]; i < ofForms.starts[term + 1]; i++) {
      int pair = ofForms.pairs[i];
      String form = forms.value(formsOfTerms.second(pair));
      long tf = formTf.getLong(pair);
      if (tf > most || tf == most && form.compareTo(surface) < 0) {
        surface = form;
        most = tf;
      }
    }
    return surface;
  }

  /**
   * Pairs in the order of their first ids.
   *
   * @param starts for each first id, where its pairs start; last, the number of pairs
   * @param pairs the pairs
   */
  private record Grouped(int[] starts, int[] pairs) {}

  /** Gives pairs of ids an id from 0 in the order in which they are first met. */
  private static final class Pairs {
    private static final int NONE = -1;

    private final Long2IntOpenHashMap ids = new Long2IntOpenHashMap();
    private final IntArrayList firsts = new IntArrayList();
    private final IntArrayList seconds = new IntArrayList();

    int id(int first, int second) {
      long pair = (long) first << Integer.SIZE | second;
      int id = ids.getOrDefault(pair, NONE);
      if (id == NONE) {
        id = firsts.size();
        ids.put(pair, id);
        firsts.add(first);
        seconds.add(second);
      }
      return id;
    }

    int second(int pair) {
      return seconds.getInt(pair);
    }

    /** A counting sort; pairs of one first id stay in their order. */
    Grouped byFirst(int size) {
      int[] starts = new int[size + 1];
      for (int pair = 0; pair < firsts.size(); pair++) {
        starts[firsts.getInt(pair) + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] next = starts.clone();
      int[] pairs = new int[firsts.size()];
      for (int pair = 0; pair < pairs.length; pair++) {
        pairs[next[firsts.getInt(pair)]++] = pair;
      }
      return new Grouped(starts, pairs);
    }
  }
}
