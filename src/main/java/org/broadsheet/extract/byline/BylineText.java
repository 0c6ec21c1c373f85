package org.broadsheet.extract.byline;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.SourceLabel;

/** The text of a byline, cleaned and cut, before anything in it is understood. */
public final class BylineText {
  private static final int MOST_PREFIXES = 3;

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,300}>");
  private static final Pattern CONTACT =
      Pattern.compile("\\S*@\\S*|https?://\\S+|\\bwww\\.\\S+", CASE_INSENSITIVE);
  private static final Pattern PICTURES =
      Pattern.compile(
          "\\b(?:photos?|photographs?|photography|pictures?|images?|illustrations?|graphics?|video"
              + "|fotos?|bild(?:er)?)\\s?(?:by\\b|from\\b|:).*",
          CASE_INSENSITIVE);
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:by|byline|authors?|writer|reporter|words|story|text[eo]?|tekst|testo"
              + "|автор[ыи]?|авторка|текст|autor(?:e[ns]?|a|as|i|ul)?|auteure?s?|yazar|yazan"
              + "|von|par|por|door|di|av|af|redaktor|opracował|szerző|kirjoittaja|penulis|tác giả"
              + "|συντάκτης|الكاتب|نویسنده|文|作者|记者|記者|글|"
              + SourceLabel.WORDS
              + ")\\s?[:：/]\\s*",
          CASE_INSENSITIVE | UNICODE_CASE);
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:(?:text|words|story|report|reporting|analysis|written|compiled|reported"
              + "|commentary|opinion|review|interview|posted|published) )?by"
              + "|par|por|door|przez|автор[ыи]?)\\s+",
          CASE_INSENSITIVE | UNICODE_CASE);

  /**
   * In Italian, German and Scandinavian bylines these lead a name; elsewhere they are part of it.
   */
  private static final Pattern DOUBTFUL_PREFIX =
      Pattern.compile("^(?i:von|di|av|af)\\s+(?=\\p{Lu}\\S*\\s|\\p{Lu}{2,}$)");

  private static final Pattern GROUPS =
      Pattern.compile(
          "[;|·•()\\[\\]/；｜／（）—―]|\\s[-–]+\\s"
              + "|\\b(?:with )?(?:additional|further) (?:reporting|material) (?:by|from)\\b",
          CASE_INSENSITIVE);
  private static final Pattern COMMA = Pattern.compile("[,，、]");
  private static final Pattern WHITE_HOUSE = Pattern.compile("\\bwhite house\\b", CASE_INSENSITIVE);
  private static final Pattern CJK_REPORTER = Pattern.compile("记者|記者|기자(?=$|\\P{L})");
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
