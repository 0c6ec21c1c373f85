package org.broadsheet.extract.byline;

import java.util.Set;
import org.broadsheet.extract.PrintedText;

/** The words around names in bylines, in the languages of the large news corpora; all folded. */
public final class BylineWords {
  /** What a writer is: a phrase that ends in one of these is a role, never a name. */
  private static final Set<String> ROLES =
      PrintedText.wordSet(
          """
          admin administrator ambassador analyst anchor author blogger bureau chairman columnist
          comment commentator contributor contributors correspondent correspondents critic desk
          director editor editorial editors executive fellow founder intern journalist journalists
          lecturer manager mep minister mp newsroom photographer presenter president producer
          professor
          report reporter reporters reports researcher senator sketchwriter staff staffer
          strategist team
          view webmaster writer writers ceo
          board commissioner councillor economist historian lawyer secretary
          autor autorin chefredakteur journalistin korrespondent korrespondentin redakteur
          korrespondenten mitarbeiter redakteurin redaktion volontar reporterin
          correspondant correspondante envoye envoyee journaliste redacteur redactrice redaction
          columnista corresponsal enviado enviada periodista redaccion redactor redactora
          corrispondente giornalista inviata inviato redazione
          colunista correspondente jornalista redacao redator redatora
          correspondente redactie redacteur verslaggever
          журналист журналистка колумнист корреспондент корреспондента обозреватель редактор
          редакция
          редакции собкор автор редакція кореспондент кореспондентка оглядач
          dziennikarz dziennikarka redakcja korespondent redakcji
          muhabir muhabiri merkezi yazar editor redaksiyon
          korrespondent redaktionen redaktor reporter toimitus toimittaja
          记者 記者 编辑 編輯 기자 특파원
          """);

  /** What a role is made of beside: subjects, ranks, places, articles. */
  private static final Set<String> ROLE_PARTS =
      PrintedText.wordSet(
          """
          a acting affairs africa agriculture american and art arts asia assistant associate
          aviation
          banking beijing berlin book brussels business chief city commercial communities
          community
          congressional consumer contributing court courts crime culture current data defence
          defense
          deputy development digital diplomatic east eastern economic economics economy education
          employment energy enterprise entertainment environment environmental europe european
          executive fashion features film finance financial food football foreign freelance from
          general global government guest head health high-tech home house housing immigration
          industrial industry international internet investigations investigative joint junior
          justice
          labor labour language law lead legal lifestyle literary local london lobby managing
          manufacturing market
          markets medical middle mobile moscow motoring multimedia music my national news night
          north
          northern of office online opinion our own page parliamentary personal pharmaceutical
          photo policy political polital politics principal property public racing radio rail
          regional
          religion religious research retail royal rural science scottish security senior shadow
          showbiz
          social south southeast southern special sport sports staff state statehouse strategy
          style sunday
          supreme
          tech technology television the theatre trade transport travel tv uk us video war
          washington
          web weekend welfare west western westminster whitehall whitehouse women women's womens
          world
          youth
          published updated posted last modified
          cabinet day morning evening media publishing
          der des die das einem eigene eigener unser unsere unserem unserer von
          chef en envoye la le les notre nos special speciale
          nuestra nuestro el especial enviado
          nossa nosso do da
          nostra nostro dal
          de onze
          наш наша нашего собственный специальный спецкор главный политический
          наш власний
          haber ozel
          var
          """);

  /** Bodies that publish: a name with one of these, beside a role or after a name, is no person. */
  private static final Set<String> PUBLISHERS =
      PrintedText.wordSet(
          """
          broadcasting chronicle corporation courier daily foundation gazette group herald
          institute journal magazine media network networks news newspaper newspapers online post
          press radio review service standard telegraph times today tribune tv university weekly
          """);

  /** Agencies without their names: "Staff and agencies". */
  private static final Set<String> SOME_AGENCIES =
      PrintedText.wordSet(
          "agencies agency wires wire agencias agences agenturen agenzie агентства");

  /** What every listing puts where the author is unknown. */
  private static final Set<String> PLACEHOLDERS =
      PrintedText.wordSet(
          "none null nan unknown anonymous n/a na undefined unbekannt anonyme anonimo");

  /** Between a name and whom the writer works for, or where. */
  private static final Set<String> TOWARDS =
      PrintedText.wordSet(
          """
          for of via at in from near to as on
          für aus bei pour chez depuis à para desde per presso voor uit bij en
          для из в во от на специально за od dla w z için från i
          """);

  /** Joins two names wherever it stands. */
  private static final Set<String> AND =
      PrintedText.wordSet("and und et и та och og ve oraz & + with mit avec con");

  /** Joins two names only between two full ones: in "Ortega y Gasset" it is part of a name. */
  private static final Set<String> WEAK_AND = PrintedText.wordSet("y e i en і й ja");

  private static final Set<String> BEFORE_NAME =
      PrintedText.wordSet("dr prof professor mr mrs ms mx dr. prof. mr. mrs. ms. prof.dr.");

  private static final Set<String> AFTER_NAME =
      PrintedText.wordSet(
          "phd ph.d ph.d. md m.d. mba llm cfa qc kc mep msp mp esq esq. obe mbe cbe");

  private static final Set<String> GENERATION = PrintedText.wordSet("jr jr. sr sr. ii iii iv");

  /** Parts of roles that are family names too: "Doris Day Staff Writer". */
  private static final Set<String> ROLES_AND_NAMES =
      PrintedText.wordSet("day head house law north page west young");

  /** No person's full name begins with these, but a source's does: "Le Monde", "El País". */
  private static final Set<String> ARTICLES =
      PrintedText.wordSet("the le la les el los las il lo der die das de het o os");

  /** Before an agency whose material a source used. */
  private static final Set<String> WITH = PrintedText.wordSet("with avec con com mit met с");

  private static final Set<String> PLACES_OF_TWO_WORDS =
      Set.of(
          "abu dhabi",
          "addis ababa",
          "buenos aires",
          "cape town",
          "capitol hill",
          "el paso",
          "hong kong",
          "kansas city",
          "kuala lumpur",
          "las vegas",
          "los angeles",
          "mexico city",
          "new delhi",
          "new jersey",
          "new orleans",
          "new york",
          "new zealand",
          "north korea",
          "phnom penh",
          "rio de janeiro",
          "salt lake city",
          "san diego",
          "san francisco",
          "sao paulo",
          "saudi arabia",
          "south africa",
          "south korea",
          "sri lanka",
          "st petersburg",
          "st. petersburg",
          "tel aviv",
          "united kingdom",
          "united nations",
          "united states",
          "white house",
          "washington dc",
          "washington d.c.");

  private BylineWords() {}

  /** A role, in a word of several perhaps: "Secretary-General". */
  public static boolean isRole(String word) {
    String folded = PrintedText.fold(word);
    int hyphen = folded.indexOf('-');
    return ROLES.contains(folded)
        || hyphen > 0
            && (ROLES.contains(folded.substring(0, hyphen))
                || ROLES.contains(folded.substring(folded.lastIndexOf('-') + 1)));
  }

  static boolean isRoleAndName(String word) {
    return ROLES_AND_NAMES.contains(PrintedText.fold(word));
  }

  public static boolean isArticle(String word) {
    return ARTICLES.contains(PrintedText.fold(word));
  }

  public static boolean isWith(String word) {
    return WITH.contains(PrintedText.fold(word));
  }

  public static boolean isRolePart(String word) {
    return ROLE_PARTS.contains(PrintedText.fold(word));
  }

  static boolean isPublisher(String word) {
    return PUBLISHERS.contains(PrintedText.fold(word));
  }

  public static boolean isSomeAgency(String word) {
    return SOME_AGENCIES.contains(PrintedText.fold(word));
  }

  static boolean isPlaceholder(String text) {
    return PLACEHOLDERS.contains(PrintedText.fold(text));
  }

  public static boolean leadsAway(String word) {
    return TOWARDS.contains(PrintedText.fold(word));
  }

  public static boolean joins(String word) {
    return AND.contains(PrintedText.fold(word));
  }

  public static boolean joinsFullNames(String word) {
    return WEAK_AND.contains(PrintedText.fold(word));
  }

  static boolean isBeforeName(String word) {
    return BEFORE_NAME.contains(PrintedText.fold(word));
  }

  static boolean isAfterName(String word) {
    return AFTER_NAME.contains(PrintedText.fold(word));
  }

  static boolean isGeneration(String word) {
    return GENERATION.contains(PrintedText.fold(word));
  }

  public static boolean isPlace(String words) {
    return PLACES_OF_TWO_WORDS.contains(PrintedText.fold(words));
  }
}
