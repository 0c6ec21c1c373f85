package org.broadsheet.extract.html.body;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;
import org.broadsheet.lexicon.Lexicon;

/**
 * What pages print around articles, in the languages of the lexicon. All phrases are compared in
 * the form of {@link Prose#key}: letters and digits only, in lower case.
 */
final class PagePhrases {
  /** A line that sends the reader elsewhere starts so. */
  private static final Starts TEASER_STARTS = new Starts("page_teasers");

  /** A line that invites the reader to do something, or forbids it, starts so. */
  private static final Starts INVITATIONS = new Starts("page_invitations");

  /** A notice about cookies, of any length, starts so. */
  private static final Starts COOKIE_STARTS = new Starts("cookie_notices");

  private static final List<String> COOKIES = Lexicon.all("cookie_words");

  /** A short line that is no text if it starts so. */
  private static final Starts CHROME_STARTS = new Starts("page_chrome");

  /** A heading after which the article is over starts so; numbers in it are left aside. */
  private static final Starts END_STARTS = new Starts("page_ends");

  /** How many comments there are. */
  private static final Pattern FIRST_NUMBER =
      Pattern.compile(Lexicon.expanded("^(?:\\d+|{comment_counts})(?=\\p{L})"));

  /** Longer headings are the article's own. */
  private static final int LONGEST_END = 70;

  /** Labels that are a whole block by themselves. */
  private static final Set<String> LABELS = Set.copyOf(keys("page_labels"));

  /** A last line that credits those who worked on the text starts so. */
  private static final Starts CREDIT_STARTS = new Starts("page_credits");

  /** A line above a reader's comment ends so. */
  private static final Pattern SAYS =
      Pattern.compile(Lexicon.expanded("(?i)\\p{L}\\s{comment_verbs}\\s?(?::|\\.\\.\\.|…)$"));

  /** A link in a reader's comment. */
  private static final Set<String> REPLIES = Set.copyOf(keys("comment_links"));

  /** A caption ends with who took the picture. */
  private static final Pattern PICTURE_CREDIT =
      Pattern.compile(
          Lexicon.expanded(
              "(?i)(?:[(\\[]{page_picture_words}\\b[^()\\[\\]]*[)\\]]"
                  + "|\\b{page_picture_labels}\\s?:[^.:]{3,60})$"));

  /** Longer text is a paragraph that has a picture beside it. */
  private static final int LONGEST_CAPTION = 250;

  /** Longer lines that start like a teaser are sentences. */
  private static final int LONGEST_TEASER = 220;

  /** Longer lines that start like a share bar or a notice are sentences. */
  private static final int LONGEST_CHROME = 140;

  /** From this weight on, a line that ends as a sentence does is one. */
  private static final int SENTENCE = 60;

  /** A line with this share of linked text points elsewhere. */
  private static final double POINTING_SHARE = 0.3;

  /** Longer words before a colon are no label. */
  private static final int LONGEST_LABEL = 30;

  private PagePhrases() {}

  /** Whether the line sends its reader to another article. */
  static boolean isTeaser(TextBlock block) {
    if (block.weight() > LONGEST_TEASER) {
      return false;
    }
    boolean pointing =
        block.linkShare() >= POINTING_SHARE || block.isHeading() || !isStopped(block.text());
    return pointing
        && (TEASER_STARTS.match(keyOf(block)) || LABELS.contains(labelOf(block.text())));
  }

  /** Whether the line belongs to the site rather than to the article. */
  static boolean isChrome(TextBlock block) {
    String key = keyOf(block);
    if (COOKIE_STARTS.match(key) && COOKIES.stream().anyMatch(key::contains)) {
      return true;
    }
    if (isPictureCredit(block)) {
      return true;
    }
    if (block.weight() > LONGEST_TEASER) {
      return false;
    }
    if (INVITATIONS.match(key) || LABELS.contains(key) || block.text().startsWith("©")) {
      return true;
    }
    return block.weight() <= LONGEST_CHROME && !isSentence(block) && CHROME_STARTS.match(key);
  }

  /** Whether the line is one that every reader's comment has. */
  static boolean isCommentSign(TextBlock block) {
    return block.weight() <= LONGEST_END
        && ((Prose.endsSentence(block.text()) && SAYS.matcher(block.text()).find())
            || (block.isAllLinks() && REPLIES.contains(Prose.key(block.text()))));
  }

  private static boolean isPictureCredit(TextBlock block) {
    String text = block.text();
    return block.weight() <= LONGEST_CAPTION
        && (text.indexOf(':') >= 0 || text.endsWith(")") || text.endsWith("]"))
        && PICTURE_CREDIT.matcher(text).find();
  }

  /** Whether the line is a heading after which comments or the like begin. */
  static boolean isEnd(TextBlock block) {
    return block.weight() <= LONGEST_END
        && END_STARTS.match(FIRST_NUMBER.matcher(keyOf(block)).replaceFirst(""));
  }

  /** Whether the line credits those who worked on the text, as agencies do below it. */
  static boolean isCredit(TextBlock block) {
    return block.weight() <= LONGEST_TEASER && CREDIT_STARTS.match(keyOf(block));
  }

  /** Whether the line has a full stop, and so is more than a pointer. */
  private static boolean isStopped(String text) {
    return text.endsWith(".") || text.endsWith(".”") || text.endsWith("。") || text.endsWith(".\"");
  }

  private static boolean isSentence(TextBlock block) {
    return block.weight() >= SENTENCE && Prose.endsSentence(block.text());
  }

  /** What stands before the line's colon, as in "Watch: ...", or "". */
  private static String labelOf(String text) {
    int colon = text.indexOf(':');
    return colon < 0 || colon > LONGEST_LABEL ? "" : Prose.key(text.substring(0, colon));
  }

  private static String keyOf(TextBlock block) {
    return Prose.key(block.text(), LONGEST_TEASER);
  }

  private static List<String> keys(String list) {
    return Lexicon.all(list).stream().map(Prose::key).distinct().toList();
  }

  /** Beginnings of lines, found by their first letters. */
  private static final class Starts {
    /** The shortest phrases have two letters: those of scripts without an alphabet. */
    private static final int LETTERS = 2;

    private final Map<String, List<String>> byLetters;

    Starts(String list) {
      byLetters =
          keys(list).stream().collect(Collectors.groupingBy(key -> key.substring(0, LETTERS)));
    }

    boolean match(String key) {
      if (key.length() < LETTERS) {
        return false;
      }
      List<String> candidates = byLetters.get(key.substring(0, LETTERS));
      return candidates != null && candidates.stream().anyMatch(key::startsWith);
    }
  }
}
