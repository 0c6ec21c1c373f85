package org.broadsheet.corpus.parse;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line of a saved article is when it is neither title, byline nor date. */
enum LineRole {
  /** Below a picture: leaves the body, but is kept for its credit. */
  CAPTION,
  /** A link to another article. */
  RELATED,
  /** Advertisement, share buttons, newsletter, reading time. */
  FURNITURE,
  /** Everything else, headings too. */
  BODY;

  private static final int LONGEST = 300;
  private static final int MOST_BUTTONS = 12;

  private static final Pattern RELATED_LINE =
      pattern(
          "^\\W{0,3}(?:related(?: (?:articles?|story|stories|content|coverage|news|links?|posts?"
              + "|topics?))?|read (?:more|also|next|the full story)|also read|see also"
              + "|more on this(?: story)?|recommended (?:for you|reading|stories|articles)"
              + "|you (?:may|might) also like|lire aussi|à lire(?: aussi)?|voir aussi"
              + "|lesen sie auch|mehr zum thema|le[ea] también|leia (?:também|mais)|veja também"
              + "|leggi anche|lees ook|läs (?:också|mer|även)|les også|læs også"
              + "|czytaj (?:też|także|więcej)|читайте (?:также|також)|читать также|по теме"
              + "|ilgili haber(?:ler)?|相关(?:阅读|报道))"
              + "(?:\\W{0,3}$|\\s?[:：|»›>].*|\\s?\\[.*|\\s[-–—]\\s.*)");
  private static final Pattern ADVERTISEMENT =
      pattern(
          "^\\W*(?:advertisement|advertising|publicité|publicidade?|anzeige|werbung|pubblicità"
              + "|reklam[ae]?|реклама|annons|sponsored(?: content)?|skip advertisement"
              + "|(?:story|article) continues (?:below|after) (?:this |the )?ad(?:vertisement)?"
              + "|(?:advertisement\\W{0,5})?(?:scroll to continue(?: reading)?"
              + "|continue reading(?: below)?))\\W*$");
  private static final Pattern SHARE =
      pattern(
          "^(?:share (?:this(?: (?:article|story|post|page|news))?(?: (?:on|via|with) .{1,40})?"
              + "|(?:on|via) (?:facebook|twitter|x|whatsapp|telegram|linkedin|email|social media)"
              + "\\b.{0,40})|follow us on .{1,60}|(?:share|tweet|comments?)(?: ?\\(?\\d{1,5}\\)?)?)"
              + "[:!…\\s]{0,3}$");
  private static final Pattern NEWSLETTER =
      pattern(
          "^(?:sign up|subscribe|get (?:the|our)|join (?:our|the)|register)\\b.{0,200}"
              + "\\b(?:newsletters?|inbox|mailing list)\\b.{0,100}$"
              + "|^subscribe (?:now|today|here)\\W{0,3}$|^subscribe to our .{1,60}$");
  private static final Pattern READING =
      pattern("^\\d{1,2}\\s?-?min(?:ute)?s?\\.? read$|^listen to this (?:article|story).{0,40}$");
  private static final Set<String> BUTTONS =
      Text.wordSet(
          """
          share tweet pin email e-mail print comment comments save bookmark copy link facebook
          twitter whatsapp telegram linkedin reddit messenger pinterest x on via
          """);

  /** The role of the line; {@link #BODY} wherever another one is not certain. */
  static LineRole of(String line) {
    if (Captions.isCaption(line)) {
      return CAPTION;
    }
    if (line.length() > LONGEST) {
      return BODY;
    }
    String plain = Markdown.plain(Markdown.withoutHeading(line));
    boolean marked = !plain.equals(line); // a link after the words is a sign, and gone from plain
    if (RELATED_LINE.matcher(plain).matches() || marked && RELATED_LINE.matcher(line).matches()) {
      return RELATED;
    }
    return isFurniture(plain) ? FURNITURE : BODY;
  }

  private static boolean isFurniture(String line) {
    return ADVERTISEMENT.matcher(line).matches()
        || SHARE.matcher(line).matches()
        || NEWSLETTER.matcher(line).matches()
        || READING.matcher(line).matches()
        || areButtons(Text.words(line));
  }

  private static boolean areButtons(List<String> words) {
    long buttons = words.stream().limit(MOST_BUTTONS).filter(LineRole::isButton).count();
    return buttons >= 2
        && words.size() <= MOST_BUTTONS
        && words.stream().allMatch(w -> isButton(w) || !Text.hasLetterOrDigit(w));
  }

  private static boolean isButton(String word) {
    return BUTTONS.contains(Text.fold(word));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, CASE_INSENSITIVE | UNICODE_CASE);
  }
}
