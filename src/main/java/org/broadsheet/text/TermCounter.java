package org.broadsheet.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the terms of articles into a {@link TermBlock}, without an object a word: word forms are
 * looked up by their characters, analysed once each, and n-grams are pairs of numbers.
 *
 * <p>N-grams never cross a sentence, nor a word that does not count: such a word leaves a gap.
 */
public final class TermCounter {

  /** A block is full when it has this many entries: some tens of megabytes. */
  private static final int FULL = 1 << 20;

  private static final int GAP = -1;

  private final int ngrams;
  private final CountSettings settings;
  private final Map<String, LanguageForms> languages = new HashMap<>();

  private final NgramsBuilder terms = new NgramsBuilder();
  private final NgramsBuilder forms = new NgramsBuilder();
  private final IntList formTerms = new IntList();

  private final Map<Place, Integer> groupIds = new HashMap<>();
  private final List<GroupCounts> groups = new ArrayList<>();

  private final LongIntMap cellIds = new LongIntMap();
  private final IntList cellForm = new IntList();
  private final IntList cellGroup = new IntList();
  private final IntList cellTf = new IntList();
  private final IntList cellDf = new IntList();
  private final IntList cellFirst = new IntList();
  private final IntList cellLast = new IntList();

  private final List<String> ids = new ArrayList<>();
  private final IntList articleGroups = new IntList();
  private final IntList days = new IntList();
  private final IntList offsets = new IntList();
  private final IntList entryTerms = new IntList();
  private final IntList entryTfs = new IntList();

  /** Per form, its count in the article at hand; {@code touched} lists the forms that have one. */
  private final IntList formTf = new IntList();

  private final IntList touched = new IntList();

  /**
   * Per term, its place in the article's entries plus one, and whether it was met; 0 if not met
   * yet.
   */
  private final IntList termPlace = new IntList();

  private static final class GroupCounts {
    private final Place place;
    private final long[] tokens;
    private long articles;
    private long countedArticles;

    GroupCounts(Place place, int ngrams) {
      this.place = place;
      this.tokens = new long[ngrams];
    }
  }

  /**
   * Starts an empty block.
   *
   * @param settings what words count as
   */
  public TermCounter(CountSettings settings) {
    this.ngrams = settings.ngrams();
    this.settings = settings;
    offsets.add(0);
  }

  /**
   * Counts an article.
   *
   * @param id article_id
   * @param place what it is counted by
   * @param day day of the epoch on which it was published, or null
   * @param text its analysed text
   * @param spans the words of the text, see {@link TokenSpans}
   */
  public void add(String id, Place place, Integer day, String text, byte[] spans) {
    int group = group(place);
    GroupCounts counts = groups.get(group);
    countForms(
        languages.computeIfAbsent(place.language(), this::newForms), counts.tokens, text, spans);
    addCells(group, day);
    counts.articles++;
    counts.countedArticles += entryTerms.size() > offsets.last() ? 1 : 0;
    ids.add(id);
    articleGroups.add(group);
    days.add(day == null ? Integer.MIN_VALUE : day);
    offsets.add(entryTerms.size());
  }

  /**
   * Whether the block should be closed.
   *
   * @return true once it holds about a million entries
   */
  public boolean isFull() {
    return cellForm.size() + entryTerms.size() >= FULL;
  }

  /**
   * Closes the block.
   *
   * @return what was counted
   */
  public TermBlock build() {
    return new TermBlock(
        terms.build(),
        forms.build(),
        formTerms.toArray(),
        groups.stream().map(TermCounter::group).toList(),
        new TermBlock.Cells(
            cellForm.toArray(),
            cellGroup.toArray(),
            cellTf.toArray(),
            cellDf.toArray(),
            cellFirst.toArray(),
            cellLast.toArray()),
        new TermBlock.Articles(
            ids.toArray(String[]::new),
            articleGroups.toArray(),
            days.toArray(),
            offsets.toArray(),
            entryTerms.toArray(),
            entryTfs.toArray()));
  }

  private static TermBlock.Group group(GroupCounts counts) {
    return new TermBlock.Group(
        counts.place, counts.tokens, counts.articles, counts.countedArticles);
  }

  private int group(Place place) {
    Integer id = groupIds.get(place);
    if (id == null) {
      id = groups.size();
      groupIds.put(place, id);
      groups.add(new GroupCounts(place, ngrams));
    }
    return id;
  }

  private LanguageForms newForms(String language) {
    return new LanguageForms(WordAnalysis.of(language, settings));
  }

  private void countForms(LanguageForms language, long[] tokens, String text, byte[] spans) {
    TokenSpans.Reader words = new TokenSpans.Reader(spans);
    // The forms of the n-grams that end at the word before: entry i has i + 1 words.
    int[] ending = new int[ngrams];
    Arrays.fill(ending, GAP);
    while (words.next()) {
      int form = language.form(text, words.start(), words.end());
      if (form == GAP || words.opensSentence()) {
        Arrays.fill(ending, GAP);
      }
      if (form == GAP) {
        continue;
      }
      for (int n = ngrams - 1; n >= 1; n--) {
        ending[n] = ending[n - 1] == GAP ? GAP : language.join(ending[n - 1], form);
        count(ending[n], n, tokens);
      }
      ending[0] = form;
      count(form, 0, tokens);
    }
  }

  private void count(int form, int n, long[] tokens) {
    if (form != GAP) {
      tokens[n]++;
      if (formTf.increment(form) == 1) {
        touched.add(form);
      }
    }
  }

  /** Moves the counts of the article into the cells of its group and into its entries. */
  private void addCells(int group, Integer day) {
    for (int i = 0; i < touched.size(); i++) {
      int form = touched.get(i);
      int term = formTerms.get(form);
      int tf = formTf.get(form);
      formTf.set(form, 0);
      boolean first = termPlace.get(term) == 0;
      addCell(form, group, tf, first ? 1 : 0, day);
      if (terms.isWord(term)) {
        addEntry(term, tf, first);
      } else if (first) {
        termPlace.set(term, 1);
      }
    }
    for (int i = 0; i < touched.size(); i++) {
      termPlace.set(formTerms.get(touched.get(i)), 0);
    }
    touched.clear();
  }

  private void addCell(int form, int group, int tf, int df, Integer day) {
    int cell = cellIds.get((long) form << 32 | group);
    if (cell < 0) {
      cell = cellForm.size();
      cellIds.put((long) form << 32 | group, cell);
      cellForm.add(form);
      cellGroup.add(group);
      cellTf.add(0);
      cellDf.add(0);
      cellFirst.add(Integer.MAX_VALUE);
      cellLast.add(Integer.MIN_VALUE);
    }
    cellTf.set(cell, cellTf.get(cell) + tf);
    cellDf.set(cell, cellDf.get(cell) + df);
    if (day != null) {
      cellFirst.set(cell, Math.min(cellFirst.get(cell), day));
      cellLast.set(cell, Math.max(cellLast.get(cell), day));
    }
  }

  private void addEntry(int term, int tf, boolean first) {
    if (first) {
      entryTerms.add(term);
      entryTfs.add(tf);
      termPlace.set(term, entryTerms.size());
    } else {
      int entry = termPlace.get(term) - 1;
      entryTfs.set(entry, entryTfs.get(entry) + tf);
    }
  }

  private int newTerm(int term) {
    termPlace.add(0);
    return term;
  }

  private int newForm(int form, int term) {
    formTerms.add(term);
    formTf.add(0);
    return form;
  }

  /** Words and n-grams as they are met. */
  private static final class NgramsBuilder {
    private final List<String> words = new ArrayList<>();
    private final IntList heads = new IntList();
    private final IntList tails = new IntList();

    int word(String text) {
      return add(text, GAP, GAP);
    }

    int join(int head, int tail) {
      return add(null, head, tail);
    }

    private int add(String word, int head, int tail) {
      words.add(word);
      heads.add(head);
      tails.add(tail);
      return words.size() - 1;
    }

    boolean isWord(int entry) {
      return words.get(entry) != null;
    }

    Ngrams build() {
      return new Ngrams(words.toArray(String[]::new), heads.toArray(), tails.toArray());
    }
  }

  /** The dictionary of one language: texts and pairs to forms, forms to terms. */
  private final class LanguageForms {
    private final WordAnalysis analysis;
    private final CharsIntMap words = new CharsIntMap();
    private final Map<String, Integer> wordTerms = new HashMap<>();
    private final LongIntMap joinedForms = new LongIntMap();
    private final LongIntMap joinedTerms = new LongIntMap();

    LanguageForms(WordAnalysis analysis) {
      this.analysis = analysis;
    }

    /** The form of a word, or {@code GAP} if it does not count. */
    int form(String text, int start, int end) {
      int known = words.get(text, start, end);
      if (known != CharsIntMap.ABSENT) {
        return known;
      }
      String word = text.substring(start, end);
      String term = analysis.term(word);
      int form = term == null ? GAP : newForm(forms.word(word), wordTerm(term));
      words.put(word, form);
      return form;
    }

    private int wordTerm(String term) {
      return wordTerms.computeIfAbsent(term, t -> newTerm(terms.word(t)));
    }

    /** The form of an n-gram and the word after it. */
    int join(int head, int word) {
      long pair = (long) head << 32 | word;
      int known = joinedForms.get(pair);
      if (known >= 0) {
        return known;
      }
      int form =
          newForm(forms.join(head, word), joinedTerm(formTerms.get(head), formTerms.get(word)));
      joinedForms.put(pair, form);
      return form;
    }

    private int joinedTerm(int head, int word) {
      long pair = (long) head << 32 | word;
      int known = joinedTerms.get(pair);
      if (known >= 0) {
        return known;
      }
      int term = newTerm(terms.join(head, word));
      joinedTerms.put(pair, term);
      return term;
    }
  }
}
