package org.broadsheet.extract.savedtext;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.credit.Captions;

/** What a line of a saved article is when it is neither title, byline nor date. */
enum LineRole {
  /** Below a picture: leaves the body, but is kept for its credit. */
  CAPTION,
  /** A link to another article, or the heading of several. */
  RELATED,
  /** Below the text: who worked on it, whose it is, the agency that signs it. */
  TRAILER,
  /** Advertisement, share buttons, newsletter, reading time. */
  FURNITURE,
  /** Everything else, headings too. */
  BODY;

  private static final int LONGEST = 300;
  private static final int MOST_BUTTONS = 12;

  /** What links to other articles begin with, and the headings above them. */
  private static final String RELATED_LABEL =
      String.join(
          "|",
          "(?:related(?: (?:articles?|story|stories|content|coverage|news|links?|posts?|topics?"
              + "|reading))?",
          "(?:read|see|learn) (?:more|also|next|the full story)(?: (?:at|here|on this))?",
          "also (?:read|see|on \\p{L}{2,20})|more on this(?: story| topic)?|further reading",
          "recommended (?:for you|reading|stories|articles)|you (?:may|might) also (?:like|enjoy)",
          "(?:top|more|other|latest|trending|popular) (?:stories|headlines|news|articles)",
          "more (?:from|in) \\p{L}[\\p{L} ]{1,30}|most (?:read|popular|viewed)|don['’]t miss",
          "what to read next|editors?['’]?s? picks?|in other news|trending(?: now)?",
          "lire (?:aussi|également|la suite)|à lire(?: aussi| également)?",
          "voir (?:aussi|également)|sur le même (?:sujet|thème)|en savoir plus",
          "lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu|lesen)|zum thema|auch interessant",
          "das könnte sie auch interessieren|weiterlesen",
          "(?:también )?(?:te|le) (?:puede|podría) interesar|(?:le[ea]|ve[ra]?|mira) también",
          "(?:lee|leer|lea) más|más información|te recomendamos|no te pierdas",
          "(?:noticias|artículos|notas) relacionad[oa]s|relacionad[oa]s?",
          "leia (?:também|mais)|(?:veja|saiba|confira) (?:também|mais)",
          "(?:notícias|matérias|artigos) relacionad[oa]s",
          "leggi (?:anche|di più)|(?:vedi|guarda) anche|potrebbe(?:ro)? interessarti",
          "lees (?:ook|verder|meer)|zie ook|meer over dit onderwerp",
          "läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)",
          "czytaj (?:też|także|również|więcej)",
          "(?:čtěte|přečtěte si|čítajte) (?:také|více|aj|též)",
          "cite[șş]te (?:[șş]i|mai mult)|vezi [șş]i|(?:olvassa|olvasd) el|kapcsolódó cikkek?",
          "διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)",
          "(?:прочетете|вижте) (?:още|също)|за темою|(?:материалы )?по теме|смотрите также",
          "читайте (?:также|також|ещё|еще|больше|далі)|читать (?:также|далее)",
          "pročitajte (?:i|još)|прочитајте (?:и|још)",
          "ilgili haber(?:ler)?|ayrıca (?:bakınız|okuyun)|baca juga|lihat juga|xem thêm|đọc thêm",
          "[اإ]قرأ أيضا|بیشتر بخوانید|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|อ่านเพิ่มเติม",
          "(?:相关|延伸|推荐|相關)(?:阅读|閱讀|报道|報導|新闻|新聞)",
          "関連記事|あわせて読みたい|관련\\s?기사)");

  private static final Pattern RELATED_LINE =
      pattern(
          "^[^\\p{L}\\p{N}]{0,4}"
              + RELATED_LABEL
              + "(?:[^\\p{L}\\p{N}]{0,3}$|\\s?[:：|»›>].*|\\s?\\[.*|\\s[-–—]\\s.*)");
  private static final Pattern RELATED_HEADING =
      pattern("^[^\\p{L}\\p{N}]{0,4}" + RELATED_LABEL + "[^\\p{L}\\p{N}]{0,3}$");
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
      pattern(
          "^\\d{1,2}\\s?-?(?:min(?:ute)?s?\\.? read|minutos? de lectura|min\\.? de lecture"
              + "|min(?:uten?)?\\.? (?:lesezeit|leestijd))$"
              + "|^(?:reading time|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura"
              + "|tempo d[ei] (?:leitura|lettura)|время чтения|leestijd)\\W{0,3}\\d{1,2}.{0,10}$"
              + "|^listen to this (?:article|story).{0,40}$");
  private static final Pattern TAGS =
      pattern(
          "^(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|hashtags?|schlagw[oö]rte[r]?"
              + "|schlagworte|themen|etiquetas|palabras clave|mots[- ]clés|thèmes?|tagi|trefwoorden"
              + "|parole chiave|argomenti|теги|метки|ключевые слова|etiketler|标签|关键词|標籤|タグ|태그)"
              + "\\s?[:：].{1,250}(?<![.!?。…])$");
  private static final Set<String> BUTTONS =
      PrintedText.wordSet(
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

  /** Whether the line is a heading above links to other articles. */
  static boolean isRelatedHeading(String line) {
    return line.length() <= LONGEST
        && RELATED_HEADING.matcher(Markdown.plain(Markdown.withoutHeading(line))).matches();
  }

  /** Whether the line, without mark-up, is one that every page of a site has. */
  static boolean isFurniture(String line) {
    return ADVERTISEMENT.matcher(line).matches()
        || SHARE.matcher(line).matches()
        || NEWSLETTER.matcher(line).matches()
        || READING.matcher(line).matches()
        || TAGS.matcher(line).matches()
        || areButtons(PrintedText.words(line));
  }

  private static boolean areButtons(List<String> words) {
    long buttons = words.stream().limit(MOST_BUTTONS).filter(LineRole::isButton).count();
    return buttons >= 2
        && words.size() <= MOST_BUTTONS
        && words.stream().allMatch(w -> isButton(w) || !PrintedText.hasLetterOrDigit(w));
  }

  private static boolean isButton(String word) {
    return BUTTONS.contains(PrintedText.fold(word));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, CASE_INSENSITIVE | UNICODE_CASE);
  }
}
