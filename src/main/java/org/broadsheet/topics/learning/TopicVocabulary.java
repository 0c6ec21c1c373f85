package org.broadsheet.topics.learning;

import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.stats.Bm25;

/**
 * The words of a language that topics are made of. They do not depend on which terms the job
 * publishes.
 *
 * @param language the language
 * @param terms the words, by df descending, then in alphabetical order
 * @param surfaces the most frequent form of each word
 * @param df the number of articles that have each word
 * @param articles the number of articles of the language that have a counted word
 * @param meanLength the mean number of counted words in these articles
 */
public record TopicVocabulary(
    String language, String[] terms, String[] surfaces, long[] df, long articles, double meanLength)
    implements Serializable {

  /** The most words of a vocabulary. */
  public static final int MOST_WORDS = 20_000;

  private static final int FEWEST_LETTERS = 3;

  /**
   * Scripts in which a word may be a single character, or in which spaces do not separate words. A
   * short word is no sign of a function word there.
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

  /** The smallest df is lower in a corpus with fewer articles than this times the usual one. */
  private static final long ARTICLES_PER_DF = 200;

  /** With fewer articles, a word in more than half of them may be all there is. */
  private static final long TINY = 10;

  /**
   * A word that may be in a vocabulary.
   *
   * @param term the word
   * @param surface its most frequent form
   * @param df the number of articles that have it
   */
  public record VocabularyWord(String term, String surface, long df) implements Serializable {

    /** Orders words by df descending, then in alphabetical order. */
    public static final Comparator<VocabularyWord> MOST_FREQUENT =
        (Comparator<VocabularyWord> & Serializable)
            (a, b) -> a.df != b.df ? Long.compare(b.df, a.df) : a.term.compareTo(b.term);
  }

  /**
   * Makes a vocabulary.
   *
   * @param language the language
   * @param words the words, in {@linkplain VocabularyWord#MOST_FREQUENT order}
   * @param articles the number of articles of the language that have a counted word
   * @param meanLength the mean number of counted words in these articles
   * @return the vocabulary
   */
  public static TopicVocabulary of(
      String language, List<VocabularyWord> words, long articles, double meanLength) {
    return new TopicVocabulary(
        language,
        words.stream().map(VocabularyWord::term).toArray(String[]::new),
        words.stream().map(VocabularyWord::surface).toArray(String[]::new),
        words.stream().mapToLong(VocabularyWord::df).toArray(),
        articles,
        meanLength);
  }

  /**
   * Returns whether topics are made of a word: it is long enough, in enough articles to connect
   * them, and not in most of them.
   *
   * @param word the word
   * @param df the number of articles that have it
   * @param articles the number of articles of its language
   * @return true if it may be in the vocabulary
   */
  public static boolean admits(String word, long df, long articles) {
    return hasDf(df, articles) && isLong(word);
  }

  static boolean hasDf(long df, long articles) {
    long min = Math.max(Math.min(2, articles), Math.min(USUAL_MIN_DF, articles / ARTICLES_PER_DF));
    long max = articles < TINY ? articles : articles / 2;
    return df >= min && df <= max;
  }

  static boolean isLong(String word) {
    return word.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
        || word.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(SHORT_WORDS::contains);
  }

  /** {@return the number of words} */
  public int size() {
    return terms.length;
  }

  /** {@return the number of each word, from 0 in their order} */
  public Map<String, Integer> index() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < terms.length; i++) {
      index.put(terms[i], i);
    }
    return index;
  }

  /** {@return the BM25 weighting of the words by their document frequencies} */
  public Bm25 weighting() {
    return Bm25.of(df, articles, meanLength);
  }
}
