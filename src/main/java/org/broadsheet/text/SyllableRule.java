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
  private static final Pattern CONSONANT =
      Pattern.compile("(?<=q)u(?=[aeiou])|(?<=g)u(?=[aei])(?!uity)|(?<![^aeiouynw])y(?=[aeiou])");

  /** Where a syllable begins within a group of vowels. */
  private static final Pattern APART =
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
  private static final Pattern UNWRITTEN = Pattern.compile("(?<=[ai]s|th)(?=ms?$)|^(?=mc..)");

  /** An e after a consonant that is not spoken; it is spoken in "table", "houses", "wanted". */
  private static final Pattern SILENT =
      Pattern.compile(
          "(?<=.[^aeiouy])(?<![bcdfgkptszx]l|[bcdgt]r)e"
              + "(?:$|(?<![sxzcg]e|[cs]he)s$|(?<![td]e)d$|(?=less|ful|(?:ly|ments?|ness)$))"
              + "|(?<=ic)a(?=lly$)");

  private SyllableRule() {}

  /** Returns the number of syllables, at least 1, of a word of letters in lower case. */
  static int of(String word) {
    boolean doubtful = word.indexOf('u') > 0 || word.indexOf('y') >= 0;
    String spoken = doubtful ? CONSONANT.matcher(word).replaceAll("w") : word;
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
    int apart = vowels > groups ? count(APART, spoken) : 0;
    int unwritten = word.indexOf('m') >= 0 ? count(UNWRITTEN, word) : 0;
    return Math.max(1, groups + apart + unwritten - count(SILENT, spoken));
  }

  static boolean isVowel(char c) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
      default -> false;
    };
  }

  private static int count(Pattern pattern, String word) {
    Matcher matcher = pattern.matcher(word);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
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
