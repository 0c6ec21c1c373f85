package org.broadsheet.extract.html.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.broadsheet.lexicon.Lexicon;
import org.jsoup.nodes.Element;

/**
 * What an element's class names and id say of it, as a set of bits; each spelling is read once.
 *
 * <p>An entry of the lexicon is one word, or several that follow one another: {@code article-body}
 * is found in {@code articleBody}, {@code article_body} and {@code c-article-body__inner}, and as
 * {@code articlebody}.
 */
public final class ClassHints {
  /** The element holds the article's text. */
  public static final int CONTENT = 1;

  /** The element is an article, perhaps one of several. */
  public static final int ARTICLE = 1 << 1;

  /** The element holds the page's main column. */
  public static final int MAIN = 1 << 2;

  /** The element holds the sentences between headline and text. */
  public static final int LEAD = 1 << 3;

  /** The element is never part of the text, whatever its size. */
  public static final int NOISE = 1 << 4;

  /** The element holds readers' comments: noise even where they outweigh the article. */
  public static final int COMMENTS = 1 << 5;

  /** The element holds the text below or beside a picture. */
  public static final int CAPTION = 1 << 6;

  /** The element is never part of the text if it is small. */
  public static final int SMALL_NOISE = 1 << 7;

  /** The element says who wrote the article. */
  public static final int BYLINE = 1 << 8;

  /** The element says when the article was published. */
  public static final int DATE = 1 << 9;

  /** Attributes that name an element's role where its classes are generated. */
  private static final List<String> NAMING_ATTRIBUTES =
      List.of("data-component", "data-area", "data-testid", "data-gu-name");

  private static final int UNWANTED = NOISE | COMMENTS | SMALL_NOISE;

  /** Longer attributes are generated, and their words say nothing. */
  private static final int LONGEST_ATTRIBUTE = 400;

  /** Parts of a name in camel case shorter than this are chance: {@code kAdGh} is no "ad". */
  private static final int SHORTEST_CAMEL_PART = 3;

  /** Sites repeat their names on every page; past this many, the names are forgotten. */
  private static final int MOST_KNOWN = 50_000;

  private static final int LEVELS_AROUND = 6;

  /** What stands before and after a word to say that a page has, or has not, such an element. */
  private static final Set<String> STATES = Set.copyOf(Lexicon.all("class_states"));

  private static final Set<String> STATES_AFTER = Set.copyOf(Lexicon.all("class_states_after"));

  /**
   * A class name with one of these prefixes names the article's subject, not the element's role.
   */
  private static final List<String> SUBJECT_PREFIXES = Lexicon.all("class_subject_prefixes");

  private static final Map<String, Integer> BITS = bitsByEntry();

  /** Words of the longest entry. */
  private static final int LONGEST_ENTRY =
      BITS.keySet().stream().mapToInt(entry -> entry.split("-").length).max().getAsInt();

  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LAST_DIGITS = Pattern.compile("\\d+$");
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Map<String, Integer> KNOWN = new ConcurrentHashMap<>();

  private ClassHints() {}

  private static Map<String, Integer> bitsByEntry() {
    Map<String, Integer> bits = new HashMap<>();
    add("class_content", CONTENT, bits);
    add("class_article", ARTICLE, bits);
    add("class_main", MAIN, bits);
    add("class_lead", LEAD, bits);
    add("class_noise", NOISE, bits);
    add("class_comments", COMMENTS, bits);
    add("class_caption", CAPTION, bits);
    add("class_small_noise", SMALL_NOISE, bits);
    add("class_byline", BYLINE, bits);
    add("class_date", DATE, bits);
    return Map.copyOf(bits);
  }

  /** Words that follow one another may be written as one: {@code articlebody}. */
  private static void add(String list, int bit, Map<String, Integer> bits) {
    for (String entry : Lexicon.all(list)) {
      bits.merge(entry, bit, (a, b) -> a | b);
      bits.merge(entry.replace("-", ""), bit, (a, b) -> a | b);
    }
  }

  /** The bits of an element; its id counts too, but not a heading's, which repeats its words. */
  public static int of(Element element) {
    String names = element.className();
    String tag = element.normalName();
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h';
    int bits = ofNames(names);
    if (!heading) {
      bits |= ofNames(element.id());
      for (String attribute : NAMING_ATTRIBUTES) {
        bits |= ofNames(element.attr(attribute));
      }
    }
    return (bits & CONTENT) != 0 ? bits & ~UNWANTED : bits;
  }

  /** The bits of an element and of those close around it. */
  public static int around(Element element) {
    int bits = 0;
    Element up = element;
    for (int level = 0; up != null && level < LEVELS_AROUND; level++) {
      bits |= of(up);
      up = up.parent();
    }
    return bits;
  }

  private static int ofNames(String names) {
    if (names.isEmpty() || names.length() > LONGEST_ATTRIBUTE) {
      return 0;
    }
    Integer known = KNOWN.get(names);
    if (known == null) {
      known = read(names);
      if (KNOWN.size() >= MOST_KNOWN) {
        KNOWN.clear();
      }
      KNOWN.put(names, known);
    }
    return known;
  }

  private static int read(String names) {
    int bits = 0;
    for (String name : names.split("\\s+")) {
      boolean part = name.contains("__");
      if (part || SUBJECT_PREFIXES.stream().noneMatch(name::startsWith)) {
        bits |= bits(words(name));
      }
    }
    return bits;
  }

  /** The bits of the longest entries: {@code entry-footer} is a footer, and no {@code entry}. */
  private static int bits(List<String> words) {
    int bits = 0;
    int covered = 0;
    for (int from = 0; from < words.size(); from++) {
      for (int to = Math.min(words.size(), from + LONGEST_ENTRY); to > from; to--) {
        int found = BITS.getOrDefault(String.join("-", words.subList(from, to)), 0);
        if (found != 0 && to > covered) {
          bits |= isState(words, from, to - 1) ? found & ~UNWANTED : found;
          covered = to;
          break;
        }
      }
    }
    return bits;
  }

  private static boolean isState(List<String> words, int from, int to) {
    return (from > 0 && STATES.contains(words.get(from - 1)))
        || (to + 1 < words.size() && STATES_AFTER.contains(words.get(to + 1)));
  }

  /** The words of one class name: {@code c-articleBody__text2} is "c article body text". */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String part : NOT_WORD.split(name)) {
      String bare = LAST_DIGITS.matcher(part).replaceAll("");
      if (!bare.isEmpty()) {
        addCamelParts(bare, words);
      }
    }
    return words;
  }

  private static void addCamelParts(String part, List<String> words) {
    String[] pieces = CAMEL.split(part);
    boolean chance = false;
    for (String piece : pieces) {
      chance |= piece.length() < SHORTEST_CAMEL_PART;
    }
    if (chance) {
      words.add(Prose.lower(part));
      return;
    }
    for (String piece : pieces) {
      words.add(Prose.lower(piece));
    }
  }
}
