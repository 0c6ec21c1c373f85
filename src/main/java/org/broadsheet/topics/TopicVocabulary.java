package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.counting.CountedTerms;

/**
 * The words of a language that topics are made of: of three or more letters where letters stand for
 * sounds, in at least five articles (fewer in a small corpus) and in at most half of them; the most
 * frequent by df, ties by the word. They are the same whatever terms the job publishes.
 *
 * @param language the language
 * @param terms the words
 * @param surfaces for each word, its most frequent form
 * @param df for each word, the articles that have it
 * @param articles articles of the language with a word that counts
 * @param meanLength their mean length in words that count
 */
record TopicVocabulary(
    String language, String[] terms, String[] surfaces, long[] df, long articles, double meanLength)
    implements Serializable {

  private static final int MOST_WORDS = 20_000;
  private static final int FEWEST_LETTERS = 3;

  /**
   * Scripts whose words need no more than one sign, or are not told apart by spaces: that a word is
   * short says nothing there.
   */
  private static final Set<Character.UnicodeScript> SHORT_WORDS =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.BOPOMOFO,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  private static final long USUAL_MIN_DF = 5;

  /**
   * In a corpus of fewer articles than this for each article of the usual bound, the bound is
   * lower.
   */
  private static final long ARTICLES_PER_DF = 200;

  /** With so few articles, a word in more than half of them may be all there is. */
  private static final long TINY = 10;

  static TopicVocabulary of(CountedTerms terms, String language) {
    long articles = terms.totals().countedArticles(language);
    double meanLength = articles == 0 ? 0 : (double) terms.totals().words(language) / articles;
    List<Word> words =
        terms
            .words()
            .filter(term -> term.key().language().equals(language))
            .filter(term -> hasDf(term.df(), articles) && isLong(term.key().term()))
            .map(term -> new Word(term.key().term(), term.surface(), term.df()))
            .takeOrdered(MOST_WORDS, Word.MOST_FREQUENT);
    return new TopicVocabulary(
        language,
        words.stream().map(Word::term).toArray(String[]::new),
        words.stream().map(Word::surface).toArray(String[]::new),
        words.stream().mapToLong(Word::df).toArray(),
        articles,
        meanLength);
  }

  private record Word(String term, String surface, long df) implements Serializable {

    static final Comparator<Word> MOST_FREQUENT =
        (Comparator<Word> & Serializable)
            (a, b) -> a.df != b.df ? Long.compare(b.df, a.df) : a.term.compareTo(b.term);
  }

  /** Whether a word is in enough articles to bring them together, and in few enough to matter. */
  static boolean hasDf(long df, long articles) {
    long min = Math.max(Math.min(2, articles), Math.min(USUAL_MIN_DF, articles / ARTICLES_PER_DF));
    long max = articles < TINY ? articles : articles / 2;
    return df >= min && df <= max;
  }

  /** Whether a word has the letters that a word of its script needs. */
  static boolean isLong(String word) {
    return word.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
        || word.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(SHORT_WORDS::contains);
  }

  Map<String, Integer> index() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < terms.length; i++) {
      index.put(terms[i], i);
    }
    return index;
  }

  Bm25 weighting() {
    return Bm25.of(df, articles, meanLength);
  }
}
