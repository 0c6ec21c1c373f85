package org.broadsheet.counting.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.collections.CharsIntMap;
import org.broadsheet.collections.IntList;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.text.TokenSpans;
import org.broadsheet.text.WordAnalysis;

/**
 * Turns the words of articles into numbers, without an object a word: word forms are looked up by
 * their characters, and analysed once each.
 */
public final class TokenIdBlockBuilder {

  /**
   * A block is full when it has this many words: some megabytes, and little beside a dictionary.
   */
  private static final int FULL = 1 << 20;

  private final int ngrams;
  private final AnalysisSettings analysis;
  private final Map<String, LanguageForms> languages = new HashMap<>();

  private final List<String> terms = new ArrayList<>();
  private final List<String> forms = new ArrayList<>();
  private final IntList formTerms = new IntList();

  private final Map<GroupKey, Integer> groupIds = new HashMap<>();
  private final List<GroupCounts> groups = new ArrayList<>();

  private final List<String> ids = new ArrayList<>();
  private final IntList articleGroups = new IntList();
  private final IntList days = new IntList();
  private final IntList offsets = new IntList();
  private final IntList words = new IntList();

  private static final class GroupCounts {
    private final GroupKey place;
    private final long[] tokens;
    private long articles;
    private long countedArticles;

    GroupCounts(GroupKey place, int ngrams) {
      this.place = place;
      this.tokens = new long[ngrams];
    }

    /** Counts the n-grams that end at the last word of a run. */
    void count(int run) {
      for (int n = 0; n < Math.min(run, tokens.length); n++) {
        tokens[n]++;
      }
    }

    BagOfWordsBlock.Group build() {
      return new BagOfWordsBlock.Group(place, tokens, articles, countedArticles);
    }
  }

  /**
   * Starts an empty block.
   *
   * @param ngrams words in the longest n-grams
   * @param analysis how words become terms
   */
  public TokenIdBlockBuilder(int ngrams, AnalysisSettings analysis) {
    this.ngrams = ngrams;
    this.analysis = analysis;
    offsets.add(0);
  }

  /**
   * Adds an article.
   *
   * @param id article_id
   * @param place what it is counted by
   * @param day day of the epoch on which it was published, or null
   * @param text its analysed text
   * @param spans the words of the text, see {@link TokenSpans}
   */
  public void add(String id, GroupKey place, Integer day, String text, byte[] spans) {
    int group = groupIds.computeIfAbsent(place, this::newGroup);
    GroupCounts counts = groups.get(group);
    addWords(
        languages.computeIfAbsent(place.language(), this::newForms),
        counts,
        text,
        new TokenSpans.Reader(spans));
    counts.articles++;
    counts.countedArticles += words.size() > offsets.last() ? 1 : 0;
    ids.add(id);
    articleGroups.add(group);
    days.add(day == null ? Integer.MIN_VALUE : day);
    offsets.add(words.size());
  }

  private int newGroup(GroupKey place) {
    groups.add(new GroupCounts(place, ngrams));
    return groups.size() - 1;
  }

  private LanguageForms newForms(String language) {
    return new LanguageForms(WordAnalysis.of(language, analysis));
  }

  private void addWords(
      LanguageForms language, GroupCounts counts, String text, TokenSpans.Reader spans) {
    int run = 0;
    while (spans.next()) {
      int form = language.form(text, spans.start(), spans.end());
      if (run > 0 && (form == TokenIdBlock.BREAK || spans.opensSentence())) {
        words.add(TokenIdBlock.BREAK);
        run = 0;
      }
      if (form != TokenIdBlock.BREAK) {
        words.add(form);
        run++;
        counts.count(run);
      }
    }
  }

  /**
   * Whether the block should be closed.
   *
   * @return true once it holds about a million words
   */
  public boolean isFull() {
    return words.size() >= FULL;
  }

  /**
   * Closes the block.
   *
   * @return the words
   */
  public TokenIdBlock build() {
    return new TokenIdBlock(
        new Words(terms.toArray(String[]::new)),
        new Words(forms.toArray(String[]::new)),
        formTerms.toArray(),
        groups.stream().map(GroupCounts::build).toList(),
        ids.toArray(String[]::new),
        articleGroups.toArray(),
        days.toArray(),
        offsets.toArray(),
        words.toArray());
  }

  /** The dictionary of one language: texts to forms, forms to terms. */
  private final class LanguageForms {
    private final WordAnalysis analysis;
    private final CharsIntMap known = new CharsIntMap();
    private final Map<String, Integer> numbers = new HashMap<>();

    LanguageForms(WordAnalysis analysis) {
      this.analysis = analysis;
    }

    /** The form of a word, or {@link TokenIdBlock#BREAK} if it does not count. */
    int form(String text, int start, int end) {
      int form = known.get(text, start, end);
      if (form == CharsIntMap.ABSENT) {
        String word = text.substring(start, end);
        form = newForm(word, analysis.term(word));
        known.put(word, form);
      }
      return form;
    }

    private int newForm(String word, String term) {
      if (term == null) {
        return TokenIdBlock.BREAK;
      }
      forms.add(word);
      formTerms.add(numbers.computeIfAbsent(term, this::newTerm));
      return forms.size() - 1;
    }

    private int newTerm(String term) {
      terms.add(term);
      return terms.size() - 1;
    }
  }
}
