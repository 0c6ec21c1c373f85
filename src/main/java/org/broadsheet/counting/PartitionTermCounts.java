package org.broadsheet.counting;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.broadsheet.collections.Dictionary;
import org.broadsheet.counting.block.BlockTermCounts;
import org.broadsheet.counting.block.GroupKey;

/**
 * Adds up the counts of blocks for the terms of one partition, in arrays: the object of a term is
 * made last, when all its counts are known.
 */
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
   * @return its terms with their counts in the corpus
   */
  static Iterator<TermStats> sum(Iterator<BlockTermCounts> counts) {
    PartitionTermCounts sums = new PartitionTermCounts();
    counts.forEachRemaining(sums::add);
    return sums.terms();
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
      firstDays.add(TermStats.NO_FIRST);
      lastDays.add(TermStats.NO_LAST);
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

  private Iterator<TermStats> terms() {
    int[][] ofForms = formsOfTerms.byFirst(terms.size());
    int[][] ofGroups = groupsOfTerms.byFirst(terms.size());
    return IntStream.range(0, terms.size())
        .mapToObj(term -> stats(term, ofForms[term], ofGroups[term]))
        .iterator();
  }

  private TermStats stats(int term, int[] ofForms, int[] ofGroups) {
    return new TermStats(
        terms.value(term),
        surface(ofForms),
        Arrays.stream(ofGroups)
            .mapToObj(pair -> groups.value(groupsOfTerms.second(pair)))
            .toArray(GroupKey[]::new),
        Arrays.stream(ofGroups).mapToLong(groupTf::getLong).toArray(),
        Arrays.stream(ofGroups).map(groupDf::getInt).toArray(),
        firstDays.getInt(term),
        lastDays.getInt(term));
  }

  /** The most frequent form; of several the first in order. */
  private String surface(int[] ofForms) {
    String surface = null;
    long most = 0;
    for (int pair : ofForms) {
      String form = forms.value(formsOfTerms.second(pair));
      long tf = formTf.getLong(pair);
      if (tf > most || tf == most && form.compareTo(surface) < 0) {
        surface = form;
        most = tf;
      }
    }
    return surface;
  }

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

    /** For each first id, its pairs. */
    int[][] byFirst(int size) {
      int[] sizes = new int[size];
      for (int pair = 0; pair < firsts.size(); pair++) {
        sizes[firsts.getInt(pair)]++;
      }
      int[][] pairs = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
      for (int pair = firsts.size() - 1; pair >= 0; pair--) {
        int first = firsts.getInt(pair);
        pairs[first][--sizes[first]] = pair;
      }
      return pairs;
    }
  }
}
