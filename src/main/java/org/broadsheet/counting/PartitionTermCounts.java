package org.broadsheet.counting;

import it.unimi.dsi.fastutil.ints.IntArrayList;
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
  private final LongArrayList termDf = new LongArrayList();
  private final IntArrayList firstDays = new IntArrayList();
  private final IntArrayList lastDays = new IntArrayList();

  private final Dictionary<String> forms = new Dictionary<>();
  private final Dictionary<GroupKey> groups = new Dictionary<>();

  /**
   * The counts of all blocks; parallel lists. They take no more room than what the partition was
   * sent, and need no look-up, unlike a sum for each pair of a term and a group.
   */
  private final IntArrayList cellTerm = new IntArrayList();

  private final IntArrayList cellForm = new IntArrayList();
  private final IntArrayList cellGroup = new IntArrayList();
  private final IntArrayList cellTf = new IntArrayList();
  private final IntArrayList cellDf = new IntArrayList();

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
    int[] formIds = block.forms().stream().mapToInt(forms::id).toArray();
    int[] termIds = new int[block.terms().size()];
    Arrays.fill(termIds, -1);
    BlockTermCounts.FormCounts cells = block.cells();
    for (int cell = 0; cell < cells.size(); cell++) {
      int form = cells.form()[cell];
      int term = block.formTerms()[form];
      int group = groupIds[cells.group()[cell]];
      if (termIds[term] < 0) {
        // A term of a block is of one language only: the dictionary is kept by language.
        String language = groups.value(group).language();
        termIds[term] = termId(new TermKey(language, block.n()[term], block.terms().get(term)));
        addDays(termIds[term], block.firstDays()[term], block.lastDays()[term]);
      }
      add(termIds[term], formIds[form], group, cells, cell);
    }
  }

  private int termId(TermKey key) {
    int term = terms.id(key);
    if (term == termDf.size()) {
      termDf.add(0);
      firstDays.add(TermStatsBlock.NO_FIRST);
      lastDays.add(TermStatsBlock.NO_LAST);
    }
    return term;
  }

  private void add(int term, int form, int group, BlockTermCounts.FormCounts cells, int cell) {
    cellTerm.add(term);
    cellForm.add(form);
    cellGroup.add(group);
    cellTf.add(cells.tf()[cell]);
    cellDf.add(cells.df()[cell]);
    termDf.elements()[term] += cells.df()[cell];
  }

  private void addDays(int term, int first, int last) {
    firstDays.set(term, Math.min(firstDays.getInt(term), first));
    lastDays.set(term, Math.max(lastDays.getInt(term), last));
  }

  /** The blocks, each filled when it is asked for, so that Spark can store one before the next. */
  private final class TermStatsBlocks implements Iterator<TermStatsBlock> {
    private final MinDf minDf;
    private final CellsByTerm cells = CellsByTerm.of(cellTerm, terms.size());
    private final SumsById ofForms = new SumsById(forms.size());
    private final SumsById ofGroups = new SumsById(groups.size());
    private int term;

    TermStatsBlocks(MinDf minDf) {
      this.minDf = minDf;
      skipRare();
    }

    private void skipRare() {
      while (term < terms.size() && termDf.getLong(term) < minDf.of(terms.value(term).n())) {
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
      for (int i = cells.starts[term]; i < cells.starts[term + 1]; i++) {
        int cell = cells.order[i];
        ofForms.add(cellForm.getInt(cell), cellTf.getInt(cell), 0);
        ofGroups.add(cellGroup.getInt(cell), cellTf.getInt(cell), cellDf.getInt(cell));
      }
      block.start(terms.value(term), surface(), firstDays.getInt(term), lastDays.getInt(term));
      for (int i = 0; i < ofGroups.size(); i++) {
        block.add(ofGroups.ids.getInt(i), ofGroups.tf.getLong(i), ofGroups.df.getInt(i));
      }
      ofForms.clear();
      ofGroups.clear();
    }

    /** The most frequent form; the first in order if several are equal. */
    private String surface() {
      String surface = null;
      long most = 0;
      for (int i = 0; i < ofForms.size(); i++) {
        String form = forms.value(ofForms.ids.getInt(i));
        long tf = ofForms.tf.getLong(i);
        if (tf > most || tf == most && form.compareTo(surface) < 0) {
          surface = form;
          most = tf;
        }
      }
      return surface;
    }
  }

  /**
   * Cells in the order of their terms (a counting sort).
   *
   * @param starts for each term, where its cells start; last, the number of cells
   * @param order the cells
   */
  private record CellsByTerm(int[] starts, int[] order) {

    static CellsByTerm of(IntArrayList cellTerm, int terms) {
      int[] starts = new int[terms + 1];
      for (int cell = 0; cell < cellTerm.size(); cell++) {
        starts[cellTerm.getInt(cell) + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] next = starts.clone();
      int[] order = new int[cellTerm.size()];
      for (int cell = 0; cell < order.length; cell++) {
        order[next[cellTerm.getInt(cell)]++] = cell;
      }
      return new CellsByTerm(starts, order);
    }
  }

  /** Sums of the counts of one term, by form or group; cleared for the next term. */
  private static final class SumsById {
    private static final int NONE = -1;

    /** For each id, its place in the lists below; {@link #NONE} if it was not met. */
    private final int[] places;

    private final IntArrayList ids = new IntArrayList();
    private final LongArrayList tf = new LongArrayList();
    private final IntArrayList df = new IntArrayList();

    SumsById(int size) {
      places = new int[size];
      Arrays.fill(places, NONE);
    }

    int size() {
      return ids.size();
    }

    void add(int id, int moreTf, int moreDf) {
      if (places[id] == NONE) {
        places[id] = ids.size();
        ids.add(id);
        tf.add(0);
        df.add(0);
      }
      tf.elements()[places[id]] += moreTf;
      df.elements()[places[id]] += moreDf;
    }

    void clear() {
      for (int i = 0; i < ids.size(); i++) {
        places[ids.getInt(i)] = NONE;
      }
      ids.clear();
      tf.clear();
      df.clear();
    }
  }
}
