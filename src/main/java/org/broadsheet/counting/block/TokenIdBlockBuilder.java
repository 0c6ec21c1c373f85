package org.broadsheet.counting.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.collections.CharsIntMap;
import org.broadsheet.collections.Texts;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.text.TokenSpans;
import org.broadsheet.text.WordAnalysis;

/**
 * Turns the tokens of articles into ids, without an object for each token: forms are looked up by
 * their characters, and analysed once each.
 */
public final class TokenIdBlockBuilder {

  /** A block with this many tokens is full: they take four megabytes. */
  private static final int FULL = 1 << 20;

  private final int ngrams;
  private final AnalysisSettings analysis;
  private final Map<String, LanguageForms> languages = new HashMap<>();

  private final List<String> words = new ArrayList<>();
  private final List<String> forms = new ArrayList<>();
  private final IntArrayList formWords = new IntArrayList();

  /** In the order of the ids. */
  private final Map<GroupKey, Integer> groupIds = new LinkedHashMap<>();

  private final List<GroupCounter> groups = new ArrayList<>();

  private final List<String> ids = new ArrayList<>();
  private final IntArrayList articleGroups = new IntArrayList();
  private final IntArrayList days = new IntArrayList();
  private final IntArrayList offsets = new IntArrayList();
  private final IntArrayList tokens = new IntArrayList();

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
   * @param key what it is counted by
   * @param day day of the epoch on which it was published, or null
   * @param text its analysed text
   * @param spans the tokens of the text, see {@link TokenSpans}
   */
  public void add(String id, GroupKey key, Integer day, String text, byte[] spans) {
    int group = groupIds.computeIfAbsent(key, this::newGroup);
    GroupCounter counter = groups.get(group);
    LanguageForms language = languages.computeIfAbsent(key.language(), this::newLanguage);
    addTokens(language, counter, text, new TokenSpans.SpanCursor(spans));
    counter.articles++;
    counter.countedArticles += tokens.size() > offsets.topInt() ? 1 : 0;
    ids.add(id);
    articleGroups.add(group);
    days.add(day == null ? ArticleMetadata.NO_DAY : day);
    offsets.add(tokens.size());
  }

  private int newGroup(GroupKey key) {
    groups.add(new GroupCounter(ngrams));
    return groups.size() - 1;
  }

  private LanguageForms newLanguage(String language) {
    return new LanguageForms(WordAnalysis.of(language, analysis));
  }

  private void addTokens(
      LanguageForms language, GroupCounter counter, String text, TokenSpans.SpanCursor spans) {
    int run = 0;
    while (spans.next()) {
      int form = language.form(text, spans.start(), spans.end());
      if (run > 0 && (form == TokenIdBlock.BREAK || spans.opensSentence())) {
        tokens.add(TokenIdBlock.BREAK);
        run = 0;
      }
      if (form != TokenIdBlock.BREAK) {
        tokens.add(form);
        run++;
        counter.count(run);
      }
    }
  }

  /**
   * Tells whether the block should be closed.
   *
   * @return true once it holds about a million tokens
   */
  public boolean isFull() {
    return tokens.size() >= FULL;
  }

  /**
   * Closes the block.
   *
   * @return the articles
   */
  public TokenIdBlock build() {
    return new TokenIdBlock(
        Texts.of(words),
        Texts.of(forms),
        formWords.toIntArray(),
        new ArticleMetadata(
            Texts.of(ids),
            GroupKeys.of(groupIds.keySet()),
            sums(),
            articleGroups.toIntArray(),
            days.toIntArray()),
        offsets.toIntArray(),
        tokens.toIntArray());
  }

  private ArticleMetadata.GroupCounts sums() {
    return new ArticleMetadata.GroupCounts(
        groups.stream().map(group -> group.tokens).toArray(long[][]::new),
        groups.stream().mapToLong(group -> group.articles).toArray(),
        groups.stream().mapToLong(group -> group.countedArticles).toArray());
  }

  /** Counts what is in the articles of a group. */
  private static final class GroupCounter {
    private final long[] tokens;
    private long articles;
    private long countedArticles;

    GroupCounter(int ngrams) {
      this.tokens = new long[ngrams];
    }

    /** Counts the n-grams that end at the last word of a run of this many words. */
    void count(int run) {
      for (int n = 0; n < Math.min(run, tokens.length); n++) {
        tokens[n]++;
      }
    }
  }

  /** The dictionary of one language: texts to forms, forms to words. */
  private final class LanguageForms {
    private final WordAnalysis analysis;
    private final CharsIntMap known = new CharsIntMap();
    private final Map<String, Integer> wordIds = new HashMap<>();

    LanguageForms(WordAnalysis analysis) {
      this.analysis = analysis;
    }

    /** The form of a token, or {@link TokenIdBlock#BREAK} if it does not count. */
    int form(String text, int start, int end) {
      int form = known.get(text, start, end);
      if (form == CharsIntMap.ABSENT) {
        String printed = text.substring(start, end);
        form = newForm(printed, analysis.term(printed));
        known.put(printed, form);
      }
      return form;
    }

    private int newForm(String printed, String word) {
      if (word == null) {
        return TokenIdBlock.BREAK;
      }
      forms.add(printed);
      int id = wordIds.computeIfAbsent(word, this::newWord);
      formWords.add(id);
      return forms.size() - 1;
    }

    private int newWord(String word) {
      words.add(word);
      return words.size() - 1;
    }
  }
}
