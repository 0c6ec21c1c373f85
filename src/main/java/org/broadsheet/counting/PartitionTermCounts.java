package org.broadsheet.counting;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.broadsheet.collections.Dictionary;
import org.broadsheet.collections.IntList;
import org.broadsheet.collections.LongIntMap;
import org.broadsheet.collections.LongList;
import org.broadsheet.counting.block.BlockTermCounts;
import org.broadsheet.counting.block.CountedBlock;
import org.broadsheet.counting.block.GroupKey;

/**
 * Adds up the counts of terms over parts of blocks, in arrays: the object of a term is made last,
 * when it is known what it holds.
 */
final class PartitionTermCounts {

  private final Dictionary<TermStats.Key> terms = new Dictionary<>();
  private final IntList firstDays = new IntList();
  private final IntList lastDays = new IntList();

  private final Dictionary<String> forms = new Dictionary<>();
  private final Pairs formsOfTerms = new Pairs();
  private final LongList formTf = new LongList();

  private final Dictionary<GroupKey> places = new Dictionary<>();
  private final Pairs placesOfTerms = new Pairs();
  private final LongList placeTf = new LongList();
  private final IntList placeDf = new IntList();

  private PartitionTermCounts() {}

  /** The sums of all parts. */
  static Iterator<TermStats> of(Iterator<BlockTermCounts> parts) {
    PartitionTermCounts sums = new PartitionTermCounts();
    parts.forEachRemaining(sums::add);
    return sums.counts();
  }

  private void add(BlockTermCounts part) {
    int[] partPlaces =
        part.groups().stream().mapToInt(group -> places.number(group.place())).toArray();
    int[] partForms = Arrays.stream(part.forms()).mapToInt(forms::number).toArray();
    int[] partTerms = new int[part.terms().length];
    Arrays.fill(partTerms, -1);
    CountedBlock.Cells cells = part.cells();
    for (int i = 0; i < cells.size(); i++) {
      int form = cells.form()[i];
      int local = part.formTerms()[form];
      int place = partPlaces[cells.group()[i]];
      if (partTerms[local] < 0) {
        // A term of a block is of one language only: the dictionary is kept by language.
        String language = places.value(place).language();
        partTerms[local] = term(new TermStats.Key(language, part.n()[local], part.terms()[local]));
      }
      add(partTerms[local], partForms[form], place, cells, i);
    }
  }

  private int term(TermStats.Key key) {
    int term = terms.number(key);
    if (term == firstDays.size()) {
      firstDays.add(TermStats.NO_FIRST);
      lastDays.add(TermStats.NO_LAST);
    }
    return term;
  }

  private void add(int term, int form, int place, CountedBlock.Cells cells, int cell) {
    int tf = cells.tf()[cell];
    int ofForm = formsOfTerms.number(term, form);
    if (ofForm == formTf.size()) {
      formTf.add(0);
    }
    formTf.increase(ofForm, tf);
    int ofPlace = placesOfTerms.number(term, place);
    if (ofPlace == placeTf.size()) {
      placeTf.add(0);
      placeDf.add(0);
    }
    placeTf.increase(ofPlace, tf);
    placeDf.increase(ofPlace, cells.df()[cell]);
    firstDays.set(term, Math.min(firstDays.get(term), cells.firstDay()[cell]));
    lastDays.set(term, Math.max(lastDays.get(term), cells.lastDay()[cell]));
  }

  private Iterator<TermStats> counts() {
    int[][] ofForms = formsOfTerms.byFirst(terms.size());
    int[][] ofPlaces = placesOfTerms.byFirst(terms.size());
    return IntStream.range(0, terms.size())
        .mapToObj(term -> counts(term, ofForms[term], ofPlaces[term]))
        .iterator();
  }

  private TermStats counts(int term, int[] ofForms, int[] ofPlaces) {
    return new TermStats(
        terms.value(term),
        surface(ofForms),
        Arrays.stream(ofPlaces)
            .mapToObj(pair -> places.value(placesOfTerms.second(pair)))
            .toArray(GroupKey[]::new),
        Arrays.stream(ofPlaces).mapToLong(placeTf::get).toArray(),
        Arrays.stream(ofPlaces).map(placeDf::get).toArray(),
        firstDays.get(term),
        lastDays.get(term));
  }

  /** The most frequent form, the first in order among equals. */
  private String surface(int[] ofForms) {
    String surface = null;
    long most = 0;
    for (int pair : ofForms) {
      String form = forms.value(formsOfTerms.second(pair));
      long tf = formTf.get(pair);
      if (tf > most || tf == most && form.compareTo(surface) < 0) {
        surface = form;
        most = tf;
      }
    }
    return surface;
  }

  /** Numbers pairs of numbers from 0 in the order in which they are first met. */
  private static final class Pairs {
    private final LongIntMap numbers = new LongIntMap();
    private final IntList firsts = new IntList();
    private final IntList seconds = new IntList();

    int number(int first, int second) {
      long pair = (long) first << Integer.SIZE | second;
      int number = numbers.get(pair);
      if (number < 0) {
        number = firsts.size();
        numbers.put(pair, number);
        firsts.add(first);
        seconds.add(second);
      }
      return number;
    }

    int second(int pair) {
      return seconds.get(pair);
    }

    /** For each first number, its pairs. */
    int[][] byFirst(int size) {
      int[] sizes = new int[size];
      for (int pair = 0; pair < firsts.size(); pair++) {
        sizes[firsts.get(pair)]++;
      }
      int[][] pairs = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
      for (int pair = firsts.size() - 1; pair >= 0; pair--) {
        int first = firsts.get(pair);
        pairs[first][--sizes[first]] = pair;
      }
      return pairs;
    }
  }
}
