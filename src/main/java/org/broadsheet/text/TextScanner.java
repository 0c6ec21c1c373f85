package org.broadsheet.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizerImpl;

/**
 * Finds the words, sentences and paragraphs of an article in one pass. Words follow Unicode's rules
 * (UAX 29, by Lucene's {@code StandardTokenizer}), and dictionaries where a script has no spaces;
 * web and e-mail addresses are not words. Sentences end at {@code . ! ? …} before the start of
 * another, and at the end of a paragraph. A short paragraph without such an end is a heading: its
 * words count, but it is not a sentence.
 *
 * <p>Not safe for use by several threads.
 */
public final class TextScanner {

  /** The words of the longest heading. */
  private static final int HEADING_WORDS = 12;

  /**
   * The words and counts of an article.
   *
   * @param text the analysed text: the title, a line break and the body
   * @param spans the words of the analysed text, see {@link TokenSpans}
   * @param titleWords words in the title
   * @param words words in the body
   * @param sentences sentences in the body, without headings
   * @param paragraphs paragraphs in the body, with headings
   * @param mattrWindows windows of the moving-average type-token ratio in the body, see {@link
   *     LexicalDiversity}; words that differ in case or in the kind of their apostrophe are of one
   *     type
   * @param mattrTypes the sum of the distinct words of these windows, stop words included
   * @param syllables syllables of the body's words, by the rules of English, see {@link Syllables};
   *     0 if the text is known to be in another language
   */
  public record Scan(
      String text,
      byte[] spans,
      int titleWords,
      int words,
      int sentences,
      int paragraphs,
      long mattrWindows,
      long mattrTypes,
      long syllables) {}

  private final Segmenter segmenter;

  /** The grammar itself: of its words only the places are needed, and not their texts. */
  private final StandardTokenizerImpl tokenizer = new StandardTokenizerImpl(null);

  private final WordMeasures measures = new WordMeasures();

  /** Prepares without words of the user. */
  public TextScanner() {
    this(List.of());
  }

  /**
   * Prepares.
   *
   * @param words words that stay whole in scripts without spaces, in addition to those of the
   *     dictionaries
   */
  public TextScanner(List<String> words) {
    this.segmenter = new Segmenter(words);
  }

  /**
   * Scans an article.
   *
   * @param title the title, may be empty
   * @param body the body, may be empty
   * @param language its code, or null if it is not known. It decides whether a full stop after a
   *     number ends a sentence, and whether syllables are counted: in English, and where the
   *     language is not known
   * @return the words and counts
   */
  public Scan scan(String title, String body, String language) {
    String text = title + "\n" + body;
    int bodyStart = title.length() + 1;
    List<Paragraphs.Span> paragraphs = Paragraphs.of(text, bodyStart);
    SentenceEnds ends = SentenceEnds.of(language);
    measures.start();
    Marker marker = new Marker(text, bodyStart, paragraphs, ends, measures);
    try (StringReader reader = new StringReader(text)) {
      tokenizer.yyreset(reader);
      walk(text, marker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return marker.finish(language == null || language.equals("en"));
  }

  /** Passes the words on. Text without spaces between words is divided first. */
  private void walk(String text, Marker marker) throws IOException {
    int unspacedStart = 0;
    int unspacedEnd = 0;
    while (tokenizer.getNextToken() != StandardTokenizerImpl.YYEOF) {
      int start = tokenizer.yychar();
      int end = start + tokenizer.yylength();
      boolean unspaced = Segmenter.isUnspaced(text, start);
      if (unspacedStart < unspacedEnd && !(unspaced && start == unspacedEnd)) {
        segmenter.divide(text, unspacedStart, unspacedEnd, marker::word);
        unspacedStart = unspacedEnd;
      }
      if (!unspaced) {
        marker.word(start, end);
        continue;
      }
      unspacedStart = unspacedStart == unspacedEnd ? start : unspacedStart;
      unspacedEnd = end;
    }
    segmenter.divide(text, unspacedStart, unspacedEnd, marker::word);
  }

  /** Follows the words and decides where sentences end. */
  private static final class Marker {
    private final TokenSpans.Writer spans = new TokenSpans.Writer();
    private final SentenceEnds ends;
    private final String text;
    private final int bodyStart;
    private final List<Paragraphs.Span> paragraphs;
    private final Addresses addresses;
    private final WordMeasures measures;
    private boolean afterAddress;
    private int paragraph = -1;
    private int paragraphEnd;
    private int lastEnd = -1;
    private int lastStart;
    private int titleWords;
    private int words;
    private int sentences;
    private int wordsInSentence;
    private int sentencesInParagraph;

    Marker(
        String text,
        int bodyStart,
        List<Paragraphs.Span> paragraphs,
        SentenceEnds ends,
        WordMeasures measures) {
      this.measures = measures;
      this.ends = ends;
      this.text = text;
      this.bodyStart = bodyStart;
      this.paragraphs = paragraphs;
      this.addresses = new Addresses(text);
    }

    void word(int start, int end) {
      if (addresses.contain(start)) {
        afterAddress = true;
        return;
      }
      boolean opens;
      if (start < bodyStart) {
        opens = lastEnd < 0 || ends.between(text, lastStart, lastEnd, start);
        titleWords++;
      } else {
        opens = enterParagraph(start) || endsBetween(start);
        if (opens) {
          wordsInSentence = 0;
        }
        words++;
        wordsInSentence++;
        measures.add(text, start, end);
      }
      spans.add(start, end, opens || afterAddress);
      afterAddress = false;
      lastStart = start;
      lastEnd = end;
    }

    /** Moves to the paragraph of a word; true if the word before is in another one. */
    private boolean enterParagraph(int start) {
      int before = paragraph;
      while (start >= paragraphEnd && paragraph + 1 < paragraphs.size()) {
        if (paragraph >= 0) {
          closeParagraph();
        }
        paragraph++;
        paragraphEnd = paragraphs.get(paragraph).end();
      }
      return paragraph != before;
    }

    /** Whether a sentence ended between the word before and this one; counts it if so. */
    private boolean endsBetween(int start) {
      if (!ends.between(text, lastStart, lastEnd, start)) {
        return false;
      }
      sentences++;
      sentencesInParagraph++;
      return true;
    }

    /** Counts the last sentence of a paragraph, unless it is a heading. */
    private void closeParagraph() {
      if (wordsInSentence > 0) {
        boolean finished = SentenceEnds.closes(text, lastEnd, paragraphEnd);
        if (finished || sentencesInParagraph > 0 || wordsInSentence > HEADING_WORDS) {
          sentences++;
        }
      }
      wordsInSentence = 0;
      sentencesInParagraph = 0;
    }

    Scan finish(boolean mayBeEnglish) {
      if (paragraph >= 0) {
        closeParagraph();
      }
      return new Scan(
          text,
          spans.toBytes(),
          titleWords,
          words,
          sentences,
          paragraphs.size(),
          measures.mattrWindows(),
          measures.mattrTypes(),
          mayBeEnglish ? measures.syllables() : 0);
    }
  }
}
