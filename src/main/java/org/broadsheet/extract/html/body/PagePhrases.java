package org.broadsheet.extract.html.body;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.extract.html.tree.Prose;
import org.broadsheet.extract.html.tree.TextBlock;

/**
 * What pages print around articles, in many languages. The only such lists in this package.
 *
 * <p>All are compared in the form of {@link Prose#key}: letters and digits only, in small letters.
 */
final class PagePhrases {
  /** A line that sends the reader elsewhere starts so. */
  private static final Starts TEASER_STARTS =
      starts(
          """
          Ähnliche Beiträge|Ähnliche Artikel|Verwandte Artikel|\
          Articles similaires|Artículos relacionados|Artigos relacionados|Articoli correlati|\
          Read more|Read also|Also read|Read next|Read our|Related article|\
          Related stor|Related coverage|Related content|See also|More on this|More from|\
          More stories|You may also like|You might also like|Don't miss|\
          Watch more|Must read|Further reading|Continue reading|Up next|\
          Top stories|Most read|Most popular|Most viewed|In case you missed|Editors' picks|\
          Mehr zum Thema|Lesen Sie auch|Lesen Sie hier|Lesen Sie mehr|Lies auch|Auch interessant|\
          Weiterlesen|Das könnte Sie auch|Das könnte dich|Weitere Artikel|Weitere Meldungen|\
          Mehr lesen|Mehr Nachrichten|Siehe auch|Meistgelesen|Mehr über|\
          Lire aussi|A lire aussi|À lire aussi|A lire également|À lire également|Lire également|\
          Voir aussi|Lire la suite|Sur le même sujet|Les plus lus|À voir aussi|\
          Lea también|Lee también|Leer también|Te puede interesar|Le puede interesar|\
          También te puede|Ver también|Más información|Noticias relacionadas|Sigue leyendo|\
          Puedes leer|Lo más leído|Leer más|\
          Leia também|Leia mais|Saiba mais|Veja também|Veja mais|Confira também|Ler mais|\
          Mais lidas|Leggi anche|Leggi pure|Potrebbe interessarti|Ti potrebbe interessare|\
          Per approfondire|Guarda anche|Vedi anche|Continua a leggere|\
          Lees ook|Lees meer|Lees verder|Bekijk ook|Meer over|\
          Läs också|Läs även|Läs mer|Les også|Les mer|Læs også|Læs mere|Lue myös|Lue lisää|\
          Czytaj też|Czytaj także|Czytaj również|Zobacz też|Zobacz także|Zobacz również|\
          Przeczytaj także|Czytaj więcej|Čtěte také|Související|Přečtěte si|Mohlo by vás|Čítajte aj|\
          Olvasta már|Kapcsolódó cikk|Citește și|Citiţi şi|Vezi și|Διαβάστε επίσης|Διαβάστε ακόμα|\
          Читайте также|Читать также|Читайте ещё|Читать далее|По теме|Смотрите также|\
          Материалы по теме|Читайте також|Прочетете още|\
          İlginizi çekebilir|Ayrıca oku|Devamını oku|Benzer haber|Bunlar da ilginizi|\
          Baca juga|Simak juga|Baca selengkapnya|Lihat juga|Xem thêm|Đọc thêm|\
          相关阅读|相关新闻|相关报道|延伸阅读|推荐阅读|更多新闻|點擊閱讀|延伸閱讀|相關新聞|更多報導|\
          関連記事|関連ニュース|あわせて読みたい|おすすめ記事|続きを読む|もっと見る|\
          관련기사|관련 기사|이 기사도|함께 읽|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|مواضيع ذات صلة|\
          قد يعجبك|यह भी पढ़ें|ये भी पढ़ें|อ่านเพิ่มเติม|อ่านข่าว|עוד בנושא|קראו עוד\
          """);

  /** A line that invites the reader to do something, or forbids it, starts so. */
  private static final Starts INVITATIONS =
      starts(
          """
          This post may contain affiliate|This post contains affiliate|Share and enjoy|\
          This entry was posted|Related posts brought|\
          Subscribe to|Subscribe now|Subscribe for|Sign up|Log in|Sign in|Register now|Already a subscriber|\
          Already have an account|Get our newsletter|Get the latest|Follow us|Follow him|Follow her on|Follow them on|Follow the author|Contact the author|Got a tip|Follow @|Like us on|\
          Leave a comment|Leave a reply|Post a comment|Join the conversation|Share this|\
          Support our journalism|Become a member|Download our app|Download the app|\
          This site uses cookies|We use cookies|This website uses cookies|JavaScript is|\
          Enable JavaScript|Your browser does not|This video can not|This video is not|\
          Our Standards:|Report a typo|All rights reserved|Jetzt abonnieren|Newsletter abonnieren|\
          Jetzt anmelden|Melden Sie sich|Alle Rechte vorbehalten|Auf Facebook teilen|\
          Abonnez-vous|Inscrivez-vous|Recevez notre|Tous droits réservés|Suscríbete|Suscríbase|\
          Si quieres seguir|Sigue toda la|Apúntate|Recibe nuestro|Recibe en tu|Síguenos|Todos los derechos|Assine|Inscreva-se|\
          Receba no seu|Todos os direitos|Iscriviti|Tutti i diritti|Riproduzione riservata|\
          Meld je aan|Schrijf je in|Prenumerera|Подписывайтесь|Подпишитесь|Все права защищены|\
          欢迎关注|关注我们|扫描二维码|版权所有|無断転載|저작권자|무단 전재|جميع الحقوق محفوظة\
          """);

  /** A notice about cookies, of any length, starts so. */
  private static final Starts COOKIE_STARTS =
      starts(
          """
          We and our|We use|We value|We care|Our website|Our site|This site|This website|By continuing|\
          By clicking|By using|Wir verwenden|Wir nutzen|Wir und unsere|Diese Website|Diese Webseite|\
          Diese Seite|Unsere Website|Unsere Webseite|Um unsere|Mit Ihrer Zustimmung|\
          Nous utilisons|Avec votre accord|Ce site|En poursuivant|Utilizamos|Este sitio|Este site|\
          Usamos|Questo sito|Utilizziamo|Deze website|Wij gebruiken|Tento web|Používáme|Używamy|\
          Ta strona|Мы используем|Этот сайт|Bu site|Sitemizde|Vi använder|Vi bruger|Vi bruker\
          """);

  private static final List<String> COOKIES = List.of("cookie", "куки", "çerez", "ciastecz");

  /** A short line that is no text if it starts so. */
  private static final Starts CHROME_STARTS =
      starts(
          """
          Share on|Share article|Tweet this|Newsletter|\
          Comments are closed|View comments|Print this|Email this|\
          Filed under|Posted in|Posted by|Tagged|Tags:|Topics:|Categories:|Copyright|All rights reserved|\
          Image source|Image caption|Image credit|Photo credit|Photo by|Photograph:|Getty Images|\
          Last updated|Last modified|Published on|Posted on|Skip to|Back to top|Advertisement|\
          This video can not|Your browser does not|Javascript is|Enable JavaScript|Loading|\
          Support our journalism|Become a member|Download our app|Download the app|\
          This site uses cookies|We use cookies|Terms of use|Privacy policy|Our Standards:|\
          Report a typo|Reading time|Estimated reading|Min read|Written by|\
          Teilen|Artikel teilen|Auf Facebook teilen|Jetzt abonnieren|Newsletter abonnieren|Anzeige|\
          Kommentare|Kommentar schreiben|Zur Startseite|Drucken|Schlagwörter|Schlagworte|Lesezeit|\
          Alle Rechte vorbehalten|Veröffentlicht am|Bildrechte|Foto:|Quelle:|Eingestellt von|\
          Partager|Partagez|Publicité|S'abonner|Abonnez-vous|Inscrivez-vous|Réagir|Commentaires|\
          Tous droits réservés|Publié le|Mis à jour|Crédit photo|Temps de lecture|Mots-clés|\
          Compartir|Comparte|Publicidad|Suscríbete|Suscríbase|Síguenos|Comentarios|Etiquetas|\
          Todos los derechos|Compartilhe|Compartilhar|Assine|Inscreva-se|Todos os direitos|\
          Publicidade|Condividi|Pubblicità|Iscriviti|Commenti|Riproduzione riservata|\
          Tutti i diritti|Deel dit|Delen|Advertentie|Dela|Annons|Del på|Udostępnij|Reklama|\
          Поделиться|Подписывайтесь|Подпишитесь|Реклама|Теги|Комментарии|Фото:|Все права защищены|\
          Paylaş|Reklam|Etiketler|责任编辑|责编|编辑：|文章关键词|扫一扫|分享到|版权所有|無断転載|シェア|\
          ツイート|저작권자|무단 전재|الحقوق محفوظة|شارك|تابعنا\
          """);

  /** A heading after which the article is over starts so; numbers in it are left aside. */
  private static final Starts END_STARTS =
      starts(
          """
          About the author|About the writer|Author bio|Meet the author|\
          About this author|Leave a comment|Leave a reply|Post a comment|Comments|\
          Comment on|Reader comments|Join the discussion|Join the conversation|\
          Discussion about|Responses|Thoughts on|Über den Autor|Über die Autorin|\
          Kommentare|Leserkommentare|Schreibe einen Kommentar|Kommentar schreiben|\
          Kommentar verfassen|À propos de l'auteur|Commentaires|\
          Laisser un commentaire|Poster un commentaire|Sobre el autor|Sobre la autora|\
          Comentarios|Deja un comentario|Deja una respuesta|Sobre o autor|Comentários|\
          Deixe um comentário|L'autore|Commenti|Lascia un commento|Reacties|\
          Geef een reactie|Over de auteur|Kommentarer|Kommentit|Komentarze|\
          Dodaj komentarz|Комментарии|Оставить комментарий|Об авторе|Yorumlar|\
          Yorum yap|コメント|评论|댓글|التعليقات\
          """);

  /** How many comments there are. */
  private static final Pattern FIRST_NUMBER =
      Pattern.compile("^(?:\\d+|no|one|two|three)(?=\\p{L})");

  /** Longer headings are the article's own. */
  private static final int LONGEST_END = 70;

  /** Labels that are a whole block by themselves. */
  private static final Set<String> LABELS =
      Set.copyOf(
          keys(
              """
              Ad|Ads|Advertisement|Photo|Photos|Image|Images|Picture|Bild|Bilder|Foto|Fotos|Imagen|Crédits|Read|Watch|Watch live|See also|Trending|Recommended|Advertisements|Sponsored|Promoted|Share|Shares|Tweet|Email|Print|\
              Save|Comment|Comments|Reply|Like|Close|Menu|Search|Home|More|Next|Previous|Facebook|\
              Twitter|WhatsApp|LinkedIn|Pinterest|Reddit|Telegram|Instagram|YouTube|RSS|Copy link|\
              Listen|Play|Video|Gallery|Photos|Follow|Subscribe|Read more|Loading|Back|Related|\
              Anzeige|Werbung|Teilen|Publicité|Publicidad|Publicidade|Pubblicità|Reklama|Reklam|\
              Annons|Annonse|Mainos|Advertentie|Реклама|Поделиться|広告|광고|广告|إعلان\
              """));

  /** A last line that credits those who worked on the text starts so. */
  private static final Starts CREDIT_STARTS =
      starts(
          """
          Reporting by|Additional reporting|Editing by|Writing by|Compiled by|With reporting|\
          With files from|With inputs from|With agencies|Translated by|Contributed to this|\
          Mit Material|Mit Agentur|Avec AFP|Con información de|Com informações|Com agências\
          """);

  /** A line above a reader's comment ends so. */
  private static final Pattern SAYS =
      Pattern.compile(
          "(?i)\\p{L}\\s(?:says|said|wrote|writes|schreibt|schrieb|sagt|meint|dice|dijo|disse|diz"
              + "|a écrit|a dit|pisze|napisał|пишет|говорит)\\s?(?::|\\.\\.\\.|…)$");

  /** A link in a reader's comment. */
  private static final Set<String> REPLIES =
      Set.copyOf(
          keys(
              """
              Reply|Reply to this|Report abuse|Antworten|Beantworten|Kommentar melden|Répondre|\
              Signaler|Responder|Denunciar|Rispondi|Beantwoord|Svara|Svar|Vastaa|Odpowiedz|\
              Odpovědět|Ответить|Yanıtla|Cevapla|回复|返信|답글\
              """));

  /** A caption ends with who took the picture. */
  private static final Pattern PICTURE_CREDIT =
      Pattern.compile(
          "(?i)(?:[(\\[](?:photo|foto|bild|image|picture|photograph|credit|фото)\\b[^()\\[\\]]*[)\\]]"
              + "|\\b(?:photo|foto|bild|photograph|photo credit|фото)\\s?:[^.:]{3,60})$");

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

  private static Starts starts(String phrases) {
    return new Starts(keys(phrases));
  }

  private static List<String> keys(String phrases) {
    return Arrays.stream(phrases.split("\\|"))
        .map(Prose::key)
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  /** Beginnings of lines, found by their first letters. */
  private static final class Starts {
    /** The shortest phrases have two letters: those of scripts without an alphabet. */
    private static final int LETTERS = 2;

    private final Map<String, List<String>> byLetters;

    Starts(List<String> keys) {
      byLetters = keys.stream().collect(Collectors.groupingBy(key -> key.substring(0, LETTERS)));
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
