package org.broadsheet.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many syllables an English word has, by rules of its spelling: one for each group of vowels,
 * less those that are silent, more where two vowels that meet are spoken apart; and a list of
 * common words that follow no rule.
 *
 * <p>A figure counts one syllable for each digit, which is right for most years and near enough for
 * most numbers (Flesch 1948 counts them as they are read aloud). Letters without any vowel are
 * spelt out: three for "bbc", nine for "www". Other scripts have one syllable for each run of
 * letters, so that a word in them is never without.
 */
public final class Syllables {

  /** Words with the number of their syllables, where the rules say another. */
  private static final Map<String, Integer> KNOWN =
      known(
          List.of(
              "st ms lb lbs hmm mm mhm shh psst seoul tsar juan bye dye eye rye isle aisle reel",
              "people mrs ok uk eu maybe someone michael wednesday soldier premier chelsea junior"
                  + " cooper louis louise luis jose naked wicked rugged ragged jagged aged sacred"
                  + " wretched crooked cement cafe genre chile nike acne lien colonel evening creature"
                  + " safety sovereign frontier marriage carriage william julia kenya joel noel noah"
                  + " ahmed jesse goodbye guinea forecast forehead foremost foreman comeback",
              "usa dna fbi cia ceo nba abc irs atm ibm idea area anyone forever wherever alien comedy"
                  + " forensic moreover takeover parliament recipe karate apache finale anime vegetable"
                  + " linear nuclear theater seattle montreal diego vienna sierra sovereignty element"
                  + " convenient convenience nonetheless vehement tenement beloved heroin heroine simile"
                  + " virginia mercedes adobe coalesce",
              "etc california pennsylvania diabetes laboratory coalition comedian nevertheless"
                  + " catastrophe venezuela"));

  /** First parts of compounds: their last letter is silent. */
  private static final Set<String> FIRST_PARTS =
      words(
          "some home base life time frame share trade pipe guide ware whole fare game like house"
              + " where there more safe face price wide side stone fire take smoke peace white"
              + " store drive date line here wire name grave space edge make made lake wave ice"
              + " race place nine love care hope shape tape state late gate cake horse else awe"
              + " nose note rope bridge fence score snake tire pure rare sure rate five force"
              + " cheese role blue spike stake strike shoe since wine bone cape code");

  /** What is written behind figures and adds nothing. */
  private static final Set<String> NUMBER_ENDINGS = words("s st nd rd th");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Syllables() {}

  private static Map<String, Integer> known(List<String> lists) {
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < lists.size(); i++) {
      for (String word : words(lists.get(i))) {
        known.put(word, i + 1);
      }
    }
    return known;
  }

  private static Set<String> words(String list) {
    return new HashSet<>(List.of(list.split(" ")));
  }

  /**
   * Counts.
   *
   * @param word a word in lower case
   * @return its syllables, at least 1
   */
  public static int of(String word) {
    int syllables = 0;
    int at = 0;
    while (at < word.length()) {
      char c = word.charAt(at);
      int end = at + 1;
      if (Character.isDigit(c)) {
        syllables++;
      } else if (Character.isLetter(c)) {
        while (end < word.length() && Character.isLetter(word.charAt(end))) {
          end++;
        }
        syllables += ofPart(word, at, end);
      }
      at = end;
    }
    return Math.max(1, syllables);
  }

  private static int ofPart(String word, int start, int end) {
    String part = plain(word.substring(start, end));
    if (start > 0 && Character.isDigit(word.charAt(start - 1))) {
      // The 1990s, the 5th.
      return NUMBER_ENDINGS.contains(part) ? 0 : ofLetters(part);
    }
    if (start > 1 && isApostrophe(word.charAt(start - 1)) && isEnding(part)) {
      return ending(word, start - 1, part);
    }
    boolean elided = part.length() == 1 && end < word.length() && isApostrophe(word.charAt(end));
    return elided && !isVowel(part.charAt(0)) ? 0 : ofLetters(part);
  }

  /** Without accents; an e with an acute is never silent: as an i it is not. */
  private static String plain(String part) {
    boolean ascii = part.chars().allMatch(c -> c < 128);
    return ascii
        ? part
        : MARKS
            .matcher(Normalizer.normalize(part.replace('é', 'i'), Normalizer.Form.NFD))
            .replaceAll("");
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static boolean isEnding(String part) {
    return switch (part) {
      case "s", "t", "d", "m", "ll", "re", "ve" -> true;
      default -> false;
    };
  }

  /** Syllables of what follows an apostrophe. */
  private static int ending(String word, int apostrophe, String part) {
    char before = word.charAt(apostrophe - 1);
    boolean open = isVowel(before);
    return switch (part) {
      case "s" -> hisses(word, apostrophe) ? 1 : 0;
      // "didn't", but not "don't", whose vowel is before the n.
      case "t" -> apostrophe > 2 && "dsvk".indexOf(word.charAt(apostrophe - 2)) >= 0 ? 1 : 0;
      case "d" -> before == 't' || before == 'd' ? 1 : 0;
      case "ll", "ve", "re" -> open ? 0 : 1;
      default -> 0;
    };
  }

  /** Whether an s needs a vowel to follow what stands before an offset. */
  private static boolean hisses(String word, int end) {
    char last = word.charAt(end - 1);
    char before = end > 1 ? word.charAt(end - 2) : ' ';
    return switch (last) {
      case 's', 'x', 'z' -> true;
      case 'h' -> before == 'c' || before == 's';
      case 'e' -> "cgsz".indexOf(before) >= 0;
      default -> false;
    };
  }

  private static boolean isVowel(char c) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
      default -> false;
    };
  }

  private static int ofLetters(String word) {
    Integer known = KNOWN.get(word);
    if (known != null) {
      return known;
    }
    Integer one = word.endsWith("s") ? KNOWN.get(word.substring(0, word.length() - 1)) : null;
    if (one != null) {
      return one + (hisses(word, word.length() - 1) ? 1 : 0);
    }
    int groups = groups(word);
    if (groups == 0) {
      return spelt(word);
    }
    int mac = word.startsWith("mc") && word.length() > 3 ? 1 : 0;
    return Math.max(1, mac + groups + ending(word) - silentInside(word));
  }

  /** Letters that are spoken one by one. */
  private static int spelt(String word) {
    int syllables = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return 1;
      }
      syllables += c == 'w' ? 3 : 1;
    }
    return syllables;
  }

  /** Groups of vowels that are spoken together. */
  private static int groups(String word) {
    int groups = 0;
    boolean inside = false;
    for (int i = 0; i < word.length(); i++) {
      boolean sounds = sounds(word, i);
      groups += sounds && (!inside || isApart(word, i)) ? 1 : 0;
      inside = sounds;
    }
    return groups;
  }

  private static char at(String word, int index) {
    return index < 0 || index >= word.length() ? ' ' : word.charAt(index);
  }

  /** Whether a letter is a vowel where it stands: not the u of "quite", nor the y of "yes". */
  private static boolean sounds(String word, int i) {
    char c = word.charAt(i);
    char before = at(word, i - 1);
    char after = at(word, i + 1);
    boolean opens = after == 'a' || after == 'e' || after == 'i' || after == 'o' || after == 'u';
    return switch (c) {
      case 'a', 'e', 'i', 'o' -> true;
      case 'u' -> !opens || before != 'q' && (before != 'g' || soundsAfterG(word, i));
      case 'y' -> !opens || i > 0 && !isVowel(before) && !isGlide(word, i, before);
      default -> false;
    };
  }

  /** Not in "guest" and "league", but in "ambiguous", "ambiguity" and "argue". */
  private static boolean soundsAfterG(String word, int u) {
    return at(word, u + 1) == 'o'
        || at(word, u + 1) == 'u'
        || word.startsWith("uity", u)
        || word.startsWith("uiti", u)
        || word.startsWith("argu");
  }

  /** A y before a vowel and after a consonant: "lawyer", "canyon", "backyard". */
  private static boolean isGlide(String word, int y, char before) {
    char after = at(word, y + 1);
    return before == 'w'
        || before == 'n' && (after == 'a' || after == 'o')
        || word.startsWith("yar", y);
  }

  /** Whether two vowels in a row are two syllables: the one at an offset and the one before it. */
  private static boolean isApart(String word, int i) {
    char before = at(word, i - 2);
    return switch (word.charAt(i - 1)) {
      case 'a' -> afterA(word, i);
      case 'e' -> afterE(word, i, before);
      case 'i' -> afterI(word, i, before);
      case 'o' -> afterO(word, i, before);
      case 'u' -> afterU(word, i, before);
      default -> word.charAt(i) != 'y';
    };
  }

  private static boolean afterA(String word, int i) {
    return switch (word.charAt(i)) {
      case 'o' -> true;
      case 'i' -> endsWith(word, i, "ic") || word.startsWith("naiv");
      default -> false;
    };
  }

  private static boolean afterE(String word, int i, char before) {
    if (i == 2 && word.startsWith("re") && isPrefixed(word)) {
      return true;
    }
    boolean later = i > 2 && groups(word.substring(0, i - 1)) > 0;
    return switch (word.charAt(i)) {
      case 'a' ->
          i == 3 && (word.startsWith("creat") || word.startsWith("theat"))
              || later && i == word.length() - 1
              || later && before != 'c' && (endsWith(word, i, "an") || endsWith(word, i, "ate"))
              || later && word.startsWith("ation", i);
      case 'o' -> before != 'g' || i == 2 && at(word, 3) != 'r';
      case 'i' ->
          word.startsWith("ing", i)
              || word.startsWith("ity", i)
              || later && (word.startsWith("ism", i) || word.startsWith("ist", i));
      case 'u' -> word.startsWith("um", i);
      default -> false;
    };
  }

  /** Whether "re" is a prefix before a vowel: in "react", not in "reach". */
  private static boolean isPrefixed(String word) {
    String next = word.substring(2, Math.min(4, word.length()));
    return switch (next) {
      case "ac" -> at(word, 4) == 't' || at(word, 4) == 'q';
      case "al" -> at(word, 4) == 'i';
      case "in" -> at(word, 4) != 's' || at(word, 5) == 't';
      case "as", "ad" -> at(word, 4) == 's' && at(word, 5) != ' ' || at(word, 4) == 'j';
      case "ap" -> at(word, 4) == 'p';
      case "ar" -> at(word, 4) == 'r';
      case "el" -> at(word, 4) == 'e';
      case "im", "un", "us", "en", "ex", "af", "op", "or" -> true;
      default -> false;
    };
  }

  private static boolean afterI(String word, int i, char before) {
    boolean soft = "ctgsx".indexOf(before) >= 0;
    return switch (word.charAt(i)) {
      case 'a' ->
          soft
              ? word.startsWith("at", i) && !word.startsWith("ative", i)
                  || word.startsWith("as", i)
                  || word.startsWith("anit", i)
                  || word.startsWith("ary", i)
              : !word.startsWith("age", i) && !(before == 'l' && i > 2 && isYa(word, i));
      case 'o' ->
          soft ? i == word.length() - 1 || word.startsWith("ol", i) : !isYo(word, i, before);
      case 'u', 'i' -> true;
      case 'e' ->
          word.startsWith("et", i)
              || word.startsWith("scien", i - 3) && at(word, i - 4) != 'n'
              || !soft && (word.startsWith("ent", i) || word.startsWith("enc", i))
              || i > 3 && (endsWith(word, i, "er") || endsWith(word, i, "est"));
      default -> false;
    };
  }

  /**
   * After an l: "Australia", "Italian", "familiar", "brilliant", but neither "alliance" nor
   * "liable".
   */
  private static boolean isYa(String word, int i) {
    return endsWith(word, i, "a")
        || endsWith(word, i, "an")
        || word.startsWith("ar", i)
        || word.startsWith("lliant", i - 3);
  }

  /** "Million", "opinion", "fashion", "senior", "behavior", "behaviour", but not "lion". */
  private static boolean isYo(String word, int i, char before) {
    return i > 2
        && switch (before) {
          case 'l', 'h' -> at(word, i + 1) == 'n';
          case 'n' -> at(word, i + 1) == 'n' || at(word, i + 1) == 'r';
          case 'v' -> at(word, i + 1) == 'r' || word.startsWith("our", i);
          default -> false;
        };
  }

  private static boolean afterO(String word, int i, char before) {
    return switch (word.charAt(i)) {
      case 'e' -> before == 'p' || word.startsWith("ever", i);
      case 'i' ->
          word.startsWith("ing", i)
              || endsWith(word, i, "ic")
              || word.startsWith("ical", i)
              || word.startsWith("coinc");
      case 'o' -> before == 'c' && i == 2 && (at(word, 3) == 'p' || at(word, 3) == 'r');
      case 'a' -> before == 'i' || word.startsWith("coau");
      default -> false;
    };
  }

  private static boolean afterU(String word, int i, char before) {
    return switch (word.charAt(i)) {
      case 'a' -> before != 's' || at(word, i + 1) == 'l';
      case 'e' -> "lnt".indexOf(at(word, i + 1)) >= 0;
      case 'i' ->
          word.startsWith("in", i)
              || word.startsWith("id", i)
              || word.startsWith("itio", i)
              || word.startsWith("itiv", i)
              || word.startsWith("ity", i)
              || word.startsWith("iti", i) && before == 'g'
              || word.startsWith("ici", i);
      case 'o', 'u' -> true;
      default -> false;
    };
  }

  /** Whether a word ends so from an offset, but for the s of a plural. */
  private static boolean endsWith(String word, int from, String ending) {
    int rest = word.length() - from - ending.length();
    return (rest == 0 || rest == 1 && word.endsWith("s")) && word.startsWith(ending, from);
  }

  /** What the end of a word has less or more than groups of vowels. */
  private static int ending(String word) {
    int last = word.length() - 1;
    if (word.endsWith("ism")
        || word.endsWith("isms")
        || word.endsWith("asm")
        || word.endsWith("thm")
        || word.endsWith("thms")) {
      return 1;
    }
    if (last > 1 && word.charAt(last) == 'e') {
      return isSilent(word, last) ? -1 : 0;
    }
    if (last > 2 && word.endsWith("es")) {
      return !hisses(word, last - 1) && !hisses(word, last) && isSilent(word, last - 1) ? -1 : 0;
    }
    if (last > 2 && word.endsWith("ed")) {
      return "td".indexOf(word.charAt(last - 2)) < 0 && isSilent(word, last - 1) ? -1 : 0;
    }
    return word.endsWith("ically") ? -1 : 0;
  }

  /** Whether an e at the end of a word or before its last letter is silent: not so in "table". */
  private static boolean isSilent(String word, int e) {
    char before = word.charAt(e - 1);
    if (sounds(word, e - 1)) {
      return false;
    }
    char second = at(word, e - 2);
    boolean liquid =
        before == 'l' && "bcdfgkpstxz".indexOf(second) >= 0
            || before == 'r' && "bcdgt".indexOf(second) >= 0;
    return !liquid;
  }

  /** A silent e before an ending or inside a compound: one, or none. */
  private static int silentInside(String word) {
    if (word.startsWith("every") || word.startsWith("business")) {
      return 1;
    }
    for (int i = 2; i < word.length() - 2; i++) {
      if (word.charAt(i) == 'e' && isSilent(word, i) && !isVowel(word.charAt(i + 1))) {
        if (isSuffix(word, i + 1) || i < 6 && isCompound(word, i + 1)) {
          return 1;
        }
      }
    }
    return 0;
  }

  private static boolean isCompound(String word, int second) {
    return word.charAt(second) != 'r'
        && FIRST_PARTS.contains(word.substring(0, second))
        && groups(word.substring(second)) > 0;
  }

  private static boolean isSuffix(String word, int from) {
    return switch (word.charAt(from)) {
      case 'l' -> endsWith(word, from, "ly") || word.startsWith("less", from);
      case 'f' -> word.startsWith("ful", from);
      case 'm' -> endsWith(word, from, "ment");
      case 'n' -> endsWith(word, from, "ness");
      default -> false;
    };
  }
}
