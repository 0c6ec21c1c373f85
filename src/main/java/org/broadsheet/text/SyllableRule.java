package org.broadsheet.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the syllables of an English word by its spelling: one for each group of vowels, more where
 * two vowels that meet are spoken apart, less the letters e that are silent. {@code SyllablesTest}
 * states how often it is right.
 */
final class SyllableRule {
  /** A vowel that is spoken as a consonant: in "quite", "guest", "yes", "canyon". */
  static final Pattern CONSONANT =
      Pattern.compile("(?<=q)u(?=[aeiou])|(?<=g)u(?=[aei])(?!uity)|(?<![^aeiouynw])y(?=[aeiou])");

  /** Where a syllable begins within a group of vowels. */
  static final Pattern APART =
      Pattern.compile(
          "(?<=[^tcsgxl]i)(?=a(?!ge))|(?<=[tcsgx]i)(?=at|as|ary)" // diary, appreciate
              + "|(?<=^.{0,2}li)(?=a)|(?<=li)(?=ab|at|aty)" // liar, reliable
              + "|(?<=i)(?=et|[iu])|(?<=[^tcsgx]i)(?=en[ct])" // society, radium, client
              + "|(?<=.{3}i)(?=(?:ers?|est)$)" // earlier
              + "|(?<=[tcsgx]i)(?=ol|o$)|(?<=[^tcsgxlnh]i)(?=o)|(?<=^.{0,2}i)(?=o)" // radio, lion
              + "|(?<=^(?:cr|th)e)(?=at)|(?<=.[^c]e)(?=an?s?$)" // create, area
              + "|(?<=e)(?=i(?:ng|ty|s[mt])|um)|(?<=(?<!g)e)(?=o)" // being, museum, video
              + "|(?<=[^s]u)(?=a)|(?<=su)(?=al)|(?<=u)(?=e(?:l|nt)|i(?:t[iy]|ng|d|ci)|[ou])" // dual
              + "|(?<=o)(?=ing|ic(?:al)?$)|(?<=po)(?=e)|(?<=a)(?=ic)" // going, heroic, poem
              + "|(?<=y)(?=[aeiou])"); // studying

  /** A syllable without a vowel: in "prism", "rhythm", "McDonald". */
  static final Pattern UNWRITTEN = Pattern.compile("(?<=[ai]s|th)(?=ms?$)|^(?=mc..)");

  /** An e after a consonant that is not spoken; it is spoken in "table", "houses", "wanted". */
  static final Pattern SILENT =
      Pattern.compile(
          "(?<=.[^aeiouy])(?<![bcdfgkptszx]l|[bcdgt]r)e"
              + "(?:$|(?<![sxzcg]e|[cs]he)s$|(?<![td]e)d$|(?=less|ful|(?:ly|ments?|ness)$))"
              + "|(?<=ic)a(?=lly$)");

  private SyllableRule() {}

  /** Returns the number of syllables, at least 1, of a word of letters in lower case. */
  static int of(String word) {
    boolean doubtful = word.indexOf('u') > 0 || word.indexOf('y') >= 0;
    String spoken = doubtful ? spoken(word) : word;
    int vowels = 0;
    int groups = 0;
    for (int i = 0; i < spoken.length(); i++) {
      if (isVowel(spoken.charAt(i))) {
        vowels++;
        groups += i == 0 || !isVowel(spoken.charAt(i - 1)) ? 1 : 0;
      }
    }
    if (groups == 0) {
      return spelt(word);
    }
    int apart = vowels > groups ? apart(spoken) : 0;
    return Math.max(1, groups + apart + unwritten(word) - silent(spoken));
  }

  /** The word with a "w" for each vowel that is spoken as a consonant. */
  static String spoken(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean after = c == 'u' && i > 0 && "qg".indexOf(word.charAt(i - 1)) >= 0;
      boolean before = c == 'y' && i + 1 < word.length() && isVowel(word.charAt(i + 1));
      if (after || before) {
        return CONSONANT.matcher(word).replaceAll("w");
      }
    }
    return word;
  }

  /** How often two vowels that meet are spoken apart: asked only where two meet. */
  static int apart(String spoken) {
    Matcher matcher = at(APART, spoken);
    int apart = 0;
    for (int i = 1; i < spoken.length(); i++) {
      boolean meet = isVowel(spoken.charAt(i)) && isVowel(spoken.charAt(i - 1));
      apart += meet && isAt(matcher, i) ? 1 : 0;
    }
    return apart;
  }

  /** How many syllables have no vowel: asked only of words that begin or end so. */
  static int unwritten(String word) {
    boolean may = word.startsWith("mc") || word.endsWith("m") || word.endsWith("ms");
    return may ? (int) UNWRITTEN.matcher(word).results().count() : 0;
  }

  /** How many vowels are not spoken: asked only where an e follows a consonant. */
  static int silent(String spoken) {
    Matcher matcher = at(SILENT, spoken);
    int silent = spoken.endsWith("ically") ? 1 : 0;
    for (int i = spoken.indexOf('e', 2); i >= 0; i = spoken.indexOf('e', i + 1)) {
      silent += !isVowel(spoken.charAt(i - 1)) && isAt(matcher, i) ? 1 : 0;
    }
    return silent;
  }

  /** A matcher that sees the whole word wherever it is asked. */
  private static Matcher at(Pattern pattern, String word) {
    return pattern.matcher(word).useTransparentBounds(true).useAnchoringBounds(false);
  }

  private static boolean isAt(Matcher matcher, int offset) {
    return matcher.region(offset, matcher.regionEnd()).lookingAt();
  }

  static boolean isVowel(char c) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
      default -> false;
    };
  }

  /** Counts letters that are spoken one by one. */
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
}
