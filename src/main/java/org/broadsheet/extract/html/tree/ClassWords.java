package org.broadsheet.extract.html.tree;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that designers put into class names and ids, by what they say of an element. The only
 * such lists in the program.
 *
 * <p>An entry is one word, or several that follow one another ({@code article-body} is found in
 * {@code articleBody}, {@code article_body} and {@code c-article-body__inner}, and as {@code
 * articlebody}). Words are those of many languages, as sites everywhere name things in their own.
 */
public final class ClassWords {
  /** Longest entry, in words. */
  static final int LONGEST_ENTRY = 4;

  /** The element holds the article's text. */
  static final Set<String> CONTENT =
      entries(
          """
          article-body article-content article-text article-copy article-main article-story
          article-page-content article-detail article-details article-paragraphs article-fulltext
          story-body story-content story-text story-copy story-detail post-body post-content
          post-text post-entry post-article entry-content entry-body entry-text entry news-body
          news-content news-text news-article news-detail news-story body-content body-text
          body-copy main-text full-text text-content text-body content-body content-text
          content-article content-inner-article blog-content blog-post blog-text blog-body
          single-content single-post-content page-content-body rich-text richtext wysiwyg
          storytext newstext fulltext bodytext articletext postbody node-content field-name-body
          field-body available-content available-content-body release-body press-release release
          artikel-body artikel-inhalt artikel-text artikeltext artikelinhalt artikel-content
          beitrag beitragstext inhaltstext texte-article texte corps-article corps-texte
          contenu-article contenu article-contenu cuerpo cuerpo-noticia cuerpo-texto
          texto-noticia contenido-noticia noticia-texto nota-cuerpo cuerpo-nota corpo
          corpo-noticia texto-materia materia-texto conteudo-materia materia-conteudo testo
          testo-articolo articolo-testo corpo-articolo contenuto-articolo artikel-tekst
          artikeltekst brodtext artikel-brodtext brodtekst leipateksti juttu-sisalto tresc
          tresc-artykulu artykul-tresc obsah-clanku text-clanku clanek-obsah haber-metni
          haber-detay haber-icerik haber-text detay text-article statya-text material-text
          article-view artibody read-content news-con main-content-text thread-content
          message-content message-body messagetext post-message postmessage
          """);

  /** The element is an article, perhaps one of several. */
  static final Set<String> ARTICLE =
      entries(
          """
          article hentry story post single-post artikel articolo articulo artigo artykul artikkel
          clanek haber noticia nota materia nieuwsbericht juttu beitrag
          """);

  /** The element holds the page's main column. */
  static final Set<String> MAIN =
      entries(
          """
          main content main-content maincontent primary content-area page-content pagecontent
          hauptinhalt inhalt contenu-principal contenido contenido-principal conteudo contenuto
          hoofdinhoud innehall indhold innhold sisalto
          """);

  /** The element holds the lead: the sentences between headline and text. */
  static final Set<String> LEAD =
      entries(
          """
          standfirst stand-first subtitle sub-title subheadline sub-headline subhead subheading
          sub-heading subline dek deck lead lede leadtext lead-text leadin lead-in intro
          article-intro introtext intro-text introduction summary article-summary excerpt
          post-excerpt description article-description article-desc abstract synopsis strapline
          preamble vorspann anreisser teaser-text unterzeile einleitung chapo chapeau accroche
          resume entradilla bajada copete sumario antetitulo bajante linha-fina subtitulo
          gravata occhiello sottotitolo sommario catenaccio ingress manchet manchete ingressi
          perex zajawka wstep anons spot inleiding artikel-intro article-sub
          """);

  /** Never part of the text, whatever its size. */
  static final Set<String> NOISE =
      entries(
          """
          related relatedposts related-posts related-articles relateds relatednews recommended
          recommendation recommendations recommend suggested suggestions read-next readnext
          up-next next-up read-more-links readmore-links also-read alsoread more-on more-from
          more-stories morestories more-news more-articles further-reading see-also you-may-like
          youmaylike also-like most-read mostread most-viewed most-popular popular popular-posts
          trending top-stories topstories latest-news latest-posts recent-posts recentposts
          other-news other-articles sidebar side-bar sidebars rightrail right-rail leftrail rail
          right-column side-column right-col widget widgets widget-area share shares sharing
          sharebar share-bar sharebuttons sharedaddy addthis addtoany shariff sns social
          socials socialshare social-links social-media socialmedia follow-us followus
          newsletter newsletters newslettersignup signup sign-up subscribe subscription-widget
          subscription-required subscribe-box email-signup mailchimp mailing-list cta
          call-to-action promo promos promotion promotions promobox promoted sponsor sponsored
          sponsors advert adverts advertisement advertisements advertising ads adsbygoogle
          ad-container ad-slot adslot adbox ad-box ad-wrapper ad-unit adunit dfp gpt-ad ad
          banner banners cookie cookies cookie-banner consent gdpr ccpa cmp onetrust didomi
          usercentrics breadcrumb breadcrumbs breadcrumbtrail pagination pager paging page-links
          wp-pagenavi menu menus megamenu submenu navbar nav navigation navi topnav subnav sitemap
          footer site-footer page-footer colophon masthead site-header toolbar popup pop-up
          modal overlay lightbox paywall-teaser paywall-prompt regwall outbrain taboola ligatus
          plista zergnet author-bio authorbio author-box authorbox about-author author-info
          author-card author-profile author-description author-details author-about bio
          post-author-box tag-list taglist tags tags-links tagcloud tag-cloud post-tags
          article-tags story-tags keywords post-labels related-tags disclaimer
          sociable affiliate affiliates print-only login login-form search-form searchform search-box search-results login-box
          donation donate donations support-us crowdfunding poll survey quiz feedback
          skip-link skiplink back-to-top backtotop jump-links site-info copyright legal-notice
          rich-link richlink inline-related inline-promo card-list teaser-list teaserlist
          read-also story-cards carousel feedback-form contribution epic membership
          postprofile post-profile user-info userinfo signature online-list who-is-online
          verwandte verwandt aehnliche mehr-zum-thema mehrzumthema weitere-artikel lesen-sie-auch
          lesetipps lesetipp empfehlungen empfehlung werbung anzeige anzeigen meistgelesen
          seitenleiste randspalte teilen autorenbox autorenprofil autoreninfo schlagworte
          stichworte abo abobox abo-box paybox brotkrumen fusszeile servicebox
          lire-aussi lireaussi a-lire articles-lies sur-le-meme-sujet plus-lus les-plus-lus
          partage partager publicite pub infolettre mots-cles pied-de-page fil-ariane catcher
          abonnes reactions
          relacionadas relacionados relacionada relacionado noticias-relacionadas
          mas-noticias mas-leidas mas-leido lo-mas-leido te-puede-interesar lea-tambien
          lee-tambien compartir publicidad boletin suscripcion suscribete etiquetas migas
          pie-de-pagina
          leia-mais leiamais leia-tambem saiba-mais saibamais veja-tambem mais-lidas compartilhar
          publicidade assine etiquetas rodape
          leggi-anche correlati correlate articoli-correlati piu-letti piu-lette condividi
          condivisione pubblicita iscriviti pie-di-pagina briciole
          lees-ook leesook lees-meer meer-nieuws meestgelezen delen nieuwsbrief advertentie
          kruimelpad
          las-mer lasmer las-ocksa lasocksa mest-last mestlast dela annons annonser nyhetsbrev
          les-ogsa les-mer relaterte mest-lest del annonse laes-ogsa mest-laeste annoncer reklame
          lue-myos luetuimmat jaa mainos uutiskirje
          czytaj-takze czytaj-wiecej zobacz-takze powiazane najczesciej-czytane udostepnij
          reklama reklamy polecane cti-takze souvisejici nejctenejsi
          ilgili ilgili-haber ilgili-haberler benzer benzer-haberler cok-okunanlar cok-okunan
          paylas reklam etiketler
          chitaite-takzhe chitayte-takzhe po-teme podpiska inline-item
          kanren kanrenkiji kanren-kiji ranking osusume
          xgyd xiangguan tuijian hot-news hotnews related-news btn-sns
          berita-terkait baca-juga bacajuga terkait populer terpopuler
          tin-lien-quan lien-quan
          """);

  /** Readers' comments: noise even where they outweigh the article. */
  static final Set<String> COMMENTS =
      entries(
          """
          comment comments commentlist comment-list comments-area comment-respond respond
          comment-form commentform disqus disqus-thread livefyre coral coralproject talkback
          fb-comments facebook-comments discussion user-comments reader-comments commenting
          kommentar kommentare kommentarbereich leserkommentare kommentarer kommentit
          commentaires commentaire comentarios comentario commenti commento reacties reactie
          komentarze komentarz komentare komentar diskuze yorum yorumlar kommentarii kommenty
          pinglun replies webmentions trackbacks post-notes reblog
          """);

  /** Text below or beside a picture. */
  static final Set<String> CAPTION =
      entries(
          """
          caption captions image-caption photo-caption picture-caption wp-caption-text
          media-caption figure-caption img-caption video-caption imgcaption gallery-caption
          img-descr image-description photo-credit image-credit picture-credit media-credit
          photo-by photographer credit credits image-source photo-source photo-info
          main-image-author bildunterschrift bildtext bildlegende bildnachweis bildquelle
          legende media-legend article-legend pie-foto pie-de-foto foto-pie leyenda
          legenda fotocredito didascalia fotobijschrift bijschrift bildetekst billedtekst
          kuvateksti podpis-zdjecia popisek resim-alti
          """);

  /** Never part of the text, but only where the element is small. */
  static final Set<String> SMALL_NOISE =
      entries(
          """
          meta entry-meta post-meta article-meta postmeta postmetadata metadata meta-container metas meta-data
          byline by-line author authors author-name authored-by writer reporter post-author
          article-author autor autoren auteur auteurs autore autori firma signature-author
          forfatter skribent toimittaja yazar article-authors kirjoittaja
          date dates dateline-date post-date article-date entry-date publish-date pubdate
          published-date published publish-time posted-on posted timestamp datetime updated
          last-updated lastupdated dateline-time date-time time-stamp datum fecha data-pub
          dateline content-dateline kicker overline eyebrow topline dachzeile rubrik
          rubric category categories cat-links post-categories article-category
          reading-time readingtime read-time lesezeit temps-lecture views view-count viewcount
          likes like-button like-count votes rating ratings reactions-bar claps counter
          print email-link actions action-bar action-buttons buttons button button-wrapper btn
          tools utility utilities utils controls player player-controls audio-player
          tag tags topics topic label labels read-more readmore more-link continue-reading
          expand collapse toggle close dismiss loading loader spinner placeholder tooltip
          screen-reader-text screenreader sr-only visually-hidden visuallyhidden offscreen
          a11y-hidden assistive-text edit-link editlink permalink show-author responsible-editor
          article-source article-info article-info-block post-info infobar post-footer
          entry-footer article-footer entry-utility correction-link trust-badge registration-prompt
          jumpbox-return stat-block catcher promo-box
          """);

  /** An element that says who wrote the article. */
  static final Set<String> BYLINE =
      entries(
          """
          byline by-line author authors author-name authorname article-author post-author
          entry-author story-author contributor writer reporter autor autoren auteur autore
          autores redattore firma signature-author forfatter skribent toimittaja yazar
          article-authors article-author-name
          """);

  /** An element that says when the article was published. */
  static final Set<String> DATE =
      entries(
          """
          date dates published publish-date published-date publication-date pubdate post-date
          article-date entry-date posted-on timestamp datetime dateline publish-time
          datum fecha data date-published published-at created
          """);

  /**
   * What stands before a word to say that a page has, or has not, such an element; and a page
   * builder that calls every part of a page a widget.
   */
  static final Set<String> STATES =
      entries("no has with without not hide hides show shows is are enable supports elementor");

  /** What stands after a word to say the same. */
  static final Set<String> STATES_AFTER = entries("open closed enabled disabled off none");

  /** A class name that starts so tells the article's subject, not the element's role. */
  static final List<String> SUBJECT_PREFIXES =
      List.of("category-", "tag-", "cat-", "term-", "topic-", "author-id-", "postid-", "status-");

  private ClassWords() {}

  private static Set<String> entries(String text) {
    Set<String> entries = new HashSet<>();
    Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .forEach(
            entry -> {
              entries.add(entry);
              entries.add(entry.replace("-", ""));
            });
    return Set.copyOf(entries);
  }
}
