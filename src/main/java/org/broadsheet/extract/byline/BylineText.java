package org.broadsheet.extract.byline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;

/** The text of a byline, cleaned and cut, before anything in it is understood. */
public final class BylineText {
  private static final int MOST_PREFIXES = 3;

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,300}>");
  private static final Pattern CONTACT = Lexicon.pattern("\\S*@\\S*|https?://\\S+|\\bwww\\.\\S+");
  private static final Pattern PICTURES =
      Lexicon.pattern("\\b{byline_picture_words}\\s?(?:by\\b|from\\b|:).*");
  private static final Pattern LABEL =
      Lexicon.pattern("^(?:{byline_labels}|{source_labels})\\s?[:：/]\\s*");
  private static final Pattern PREFIX = Lexicon.pattern("^{byline_prefixes}\\s+");

  /** Leads a name, or is part of it: only before a name with a capital does it count. */
  private static final Pattern DOUBTFUL_PREFIX =
      Lexicon.pattern("^{byline_prefixes_of_names}\\s+(?-i:(?=\\p{Lu}\\S*\\s|\\p{Lu}{2,}$))");

  private static final Pattern GROUPS =
      Lexicon.pattern("[;|·•()\\[\\]/；｜／（）—―]|\\s[-–]+\\s|\\b{byline_breaks}\\b");
  private static final Pattern COMMA = Pattern.compile("[,，、]");
  private static final Pattern WHITE_HOUSE = Lexicon.pattern("\\bwhite house\\b");
  private static final Pattern CJK_REPORTER = Pattern.compile(Lexicon.expanded("{unspaced_roles}"));
  private static final Pattern QUOTES = Pattern.compile("^[\"“”„«»*:–—]+|[\"“”„«»*:–—]+$");

  private BylineText() {}

  /** The line without "By" or its like; the line itself when it has none. */
  public static String withoutPrefix(String line) {
    String rest = line;
    for (int i = 0; i < MOST_PREFIXES; i++) {
      String shorter = LABEL.matcher(rest).replaceFirst("");
      shorter = PREFIX.matcher(shorter).replaceFirst("");
      shorter = DOUBTFUL_PREFIX.matcher(shorter).replaceFirst("");
      if (shorter.equals(rest)) {
        break;
      }
      rest = shorter;
    }
    return rest.equalsIgnoreCase("by") ? "" : rest;
  }

  /** The text without mark-up, addresses, handles and picture credits, on one line. */
  static String clean(String printed) {
    String text = Markdown.plain(printed.replace("&amp;", "&").replace("&nbsp;", " "));
    text = text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ");
    boolean contact = text.indexOf('@') >= 0 || text.indexOf('/') >= 0 || text.contains("www.");
    text = contact ? CONTACT.matcher(text).replaceAll(" ") : text;
    return PrintedText.squeeze(PICTURES.matcher(text).replaceFirst(""));
  }

  /** The stretches between brackets, bars, slashes, semicolons and dashes. */
  static List<String> groups(String text) {
    return GROUPS.splitAsStream(text).map(PrintedText::strip).filter(g -> !g.isEmpty()).toList();
  }

  /** The words of a group without quotation marks; each comma is a word. */
  static List<String> tokens(String group) {
    String spaced = COMMA.matcher(group).replaceAll(" , ");
    spaced = WHITE_HOUSE.matcher(spaced).replaceAll("Whitehouse"); // White is a name, this a role
    spaced = CJK_REPORTER.matcher(spaced).replaceAll(" $0 ");
    List<String> tokens = new ArrayList<>();
    for (String word : PrintedText.words(spaced)) {
      String bare = QUOTES.matcher(word).replaceAll("");
      boolean sentenceEnd = bare.length() > 4 && bare.indexOf('.') == bare.length() - 1;
      String token = sentenceEnd ? bare.substring(0, bare.length() - 1) : bare;
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
