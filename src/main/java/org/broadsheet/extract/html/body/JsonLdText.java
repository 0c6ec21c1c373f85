package org.broadsheet.extract.html.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.extract.html.tree.PageTreeBuilder;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The text of a page's JSON-LD, cleaned of mark-up, and where possible in the page's paragraphs.
 *
 * <p>The publisher's own text knows best what belongs to the article, and the page knows best where
 * its paragraphs end: so the page's blocks are kept that the JSON-LD text repeats. Copies are found
 * by runs of letters, which hold in scripts without spaces too.
 */
final class JsonLdText {
  /** A text lighter than this is a summary. */
  private static final int SHORTEST = 250;

  /** It must have this share of the weight that the page's own text has. */
  private static final double WHOLE = 0.85;

  /** So many letters in a row, found in both, are no chance. */
  private static final int RUN = 12;

  /** A block is repeated if this share of its runs is. */
  private static final double REPEATED = 0.6;

  /** The page has all of the text if its blocks hold this share of the text's runs. */
  private static final double COVERED = 0.85;

  private static final Pattern MARKUP = Pattern.compile("<\\s*/?\\s*[a-zA-Z][^<>]*>");
  private static final Pattern CUT = Pattern.compile("(?:\\.\\.\\.|…)[\\s\\]\")]*$|\\[[+…].*$");

  private final List<TextBlock> own;
  private final int weight;
  private final boolean cut;
  private final Set<Integer> runs = new HashSet<>();

  private JsonLdText(List<TextBlock> own, boolean cut) {
    this.own = own;
    this.cut = cut;
    this.weight = own.stream().mapToInt(TextBlock::weight).sum();
    own.forEach(block -> runs.addAll(runsOf(block)));
  }

  /** Reads the text; null is the empty one. */
  static JsonLdText of(String articleBody, String title) {
    String text = articleBody == null ? "" : articleBody.strip();
    if (text.contains("&lt;") || text.contains("&amp;") || text.contains("&#")) {
      text = Parser.unescapeEntities(text, false);
    }
    boolean cut = CUT.matcher(text).find();
    String html = MARKUP.matcher(text).find() ? text : asHtml(text);
    List<TextBlock> blocks = new ArrayList<>(PageTreeBuilder.build(Jsoup.parse(html)).blocks());
    String titleKey = Prose.key(title);
    blocks.removeIf(
        block -> Prose.key(block.text()).equals(titleKey) || PagePhrases.isTeaser(block));
    return new JsonLdText(blocks, cut);
  }

  private static String asHtml(String text) {
    StringBuilder html = new StringBuilder();
    for (String line : text.split("\\R+")) {
      html.append("<p>").append(line.replace("&", "&amp;").replace("<", "&lt;"));
    }
    return html.toString();
  }

  /** Whether this is the whole article, compared with the text the page itself shows. */
  boolean isWholeBeside(List<TextBlock> page) {
    if (weight < SHORTEST) {
      return false;
    }
    int pageWeight = page.stream().mapToInt(TextBlock::weight).sum();
    return weight >= (cut ? pageWeight : WHOLE * pageWeight);
  }

  /**
   * The text, in the page's own paragraphs if the page has all of it.
   *
   * @param page the blocks found in the page
   * @param others further prose of the page, in case some of the text is there
   */
  String asPrinted(List<TextBlock> page, List<TextBlock> others) {
    List<TextBlock> printed = repeatedIn(page);
    if (coverage(printed) < COVERED) {
      printed = withOthers(page, others);
    }
    return coverage(printed) < COVERED ? Assembler.join(own) : Assembler.join(printed);
  }

  private List<TextBlock> withOthers(List<TextBlock> page, List<TextBlock> others) {
    List<TextBlock> all = new ArrayList<>(page);
    for (TextBlock other : others) {
      if (isRepeated(other)) {
        all.add(other);
      }
    }
    all.sort(Comparator.comparingInt(TextBlock::index));
    return repeatedIn(all);
  }

  /** The blocks that the text repeats, and what is too short to tell between two of them. */
  private List<TextBlock> repeatedIn(List<TextBlock> page) {
    int last = page.size() - 1;
    while (last >= 0 && !isRepeated(page.get(last))) {
      last--;
    }
    List<TextBlock> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i <= last; i++) {
      TextBlock block = page.get(i);
      boolean lead = kept.isEmpty() && block.mass() > 0 && i < 2;
      if ((isRepeated(block) || lead || block.mass() == 0) && isNew(block, seen)) {
        kept.add(block);
      }
    }
    return kept;
  }

  private static boolean isNew(TextBlock block, Set<String> seen) {
    return block.mass() == 0 || seen.add(block.text());
  }

  private boolean isRepeated(TextBlock block) {
    List<Integer> own = runsOf(block);
    if (own.isEmpty()) {
      return false;
    }
    long found = own.stream().filter(runs::contains).count();
    return found >= REPEATED * own.size();
  }

  private double coverage(List<TextBlock> blocks) {
    Set<Integer> found = new HashSet<>();
    blocks.forEach(block -> found.addAll(runsOf(block)));
    found.retainAll(runs);
    return runs.isEmpty() ? 0 : (double) found.size() / runs.size();
  }

  private static List<Integer> runsOf(TextBlock block) {
    String key = Prose.key(block.text());
    List<Integer> runs = new ArrayList<>();
    int hash = 0;
    int drop = power(31, RUN);
    for (int i = 0; i < key.length(); i++) {
      hash = hash * 31 + key.charAt(i);
      if (i >= RUN) {
        hash -= drop * key.charAt(i - RUN);
      }
      if (i >= RUN - 1) {
        runs.add(hash);
      }
    }
    return runs;
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
