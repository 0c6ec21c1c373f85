package org.broadsheet.extract.credit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.byline.BylineWords;
import org.broadsheet.extract.byline.NameLine;
import org.broadsheet.lexicon.Lexicon;
import org.broadsheet.lexicon.RarePattern;

/**
 * Lines below a text that say who worked on it and whose it is: credits, rights, and the signature
 * of an agency. A credit holds names and the words between them; with any other word it is prose.
 */
public final class Trailer {
  private static final int LONGEST = 400;
  private static final int LONGEST_SIGNATURE = 60;
  private static final int MOST_SMALL_WORDS = 8;
  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

  private static final RarePattern CREDIT =
      RarePattern.of(Lexicon.pattern("^{credit_leads}(?=[\\s:：(]|\\p{L}|$)(?<rest>.*)$"));

  /** "The Associated Press contributed to this report." */
  private static final Pattern CONTRIBUTED =
      Lexicon.pattern(
          "^[(*\\s]{0,4}(?<rest>.{2,300}?) (?:also )?contributed "
              + "(?:(?:to )?(?:the )?(?:additional )?(?:reporting|research)"
              + "|to this (?:report|article|story|piece|dispatch))"
              + "(?: (?:from|in) (?<place>.{2,80}))?[.)\\s]*$");

  /** Where a text is from: "Source: Reuters", a credit if nothing but agencies follow. */
  private static final RarePattern SOURCE =
      RarePattern.of(
          Lexicon.pattern("^[(*\\s]{0,4}{source_labels}\\s?[:：]\\s?(?<rest>.{2,80}?)[).\\s]*$"));

  private static final RarePattern STANDARDS =
      RarePattern.of(
          Lexicon.pattern("^our standards\\s?:\\s?the (?<rest>.{2,60}) trust principles\\W*$"));

  /** "Copyright 2020 Reuters", "© 2020 The Associated Press. All rights reserved." */
  private static final RarePattern COPYRIGHT =
      RarePattern.of(
          Lexicon.pattern(
              "^[(*\\s]{0,3}(?:(?:copyright|©|ⓒ|\\(c\\)|&copy;)[\\s:]*)+(?:by )?"
                  + "(?:\\d{4}(?:\\s?[-–,]\\s?\\d{2,4})?[\\s,.]*(?:by )?(?<after>.{0,300})"
                  + "|(?<before>.{2,60}?),?\\s\\d{4}(?:[\\s.,].{0,300})?)$"));

  private static final Pattern RESERVED = Lexicon.pattern("{rights_reserved}");

  /** The longest word of each {@link #RESERVED}: a quick look spares most lines the slow one. */
  private static final List<String> RESERVED_WORDS =
      Lexicon.all("rights_reserved").stream().map(Trailer::longestWord).toList();

  /** "The Courier. All rights reserved. This material may not be published." */
  private static final Pattern RIGHTS =
      Lexicon.pattern(
          "^(?<before>.{0,80}?)[\\s.,|©]*{rights_reserved}\\s?(?:\\p{P}.{0,250}|禁止?|)$");

  /** The small words of credits, beside those of bylines. */
  private static final Set<String> CREDIT_WORDS = PrintedText.folded(Lexicon.all("credit_words"));

  private static final Pattern EDGES = Pattern.compile("^[\\W_&&[^\\p{L}]]+|[\\W_&&[^\\p{L}]]+$");
  private static final Pattern OPENING = Pattern.compile("^[\\p{P}\\p{S}\\s]{1,4}");
  private static final Pattern MARKED = Pattern.compile("^[*_\\s]*[(/\\[（【].*", Pattern.DOTALL);
  private static final Pattern WORD_EDGES = Pattern.compile("^\\P{L}+|\\P{L}+$");
  private static final Pattern HOLDER_END =
      Lexicon.pattern("[;|]|\\.\\s(?!\\p{Lu}\\.)|\\.$|,\\s(?-i:\\p{Ll})|\\s(?={rights_reserved})");

  private Trailer() {}

  /**
   * Whether the line is a trailer; asked only of the last lines, for elsewhere it may be a title.
   */
  public static boolean is(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    String plain = PrintedText.strip(Markdown.plain(line));
    return isSignature(plain)
        || credit(plain).isPresent()
        || isContribution(plain)
        || isSource(plain)
        || isRights(plain);
  }

  /** The agencies that a trailer names as the text's. */
  static List<String> agencies(String line) {
    if (line.length() > LONGEST) {
      return List.of();
    }
    String plain = PrintedText.strip(Markdown.plain(line));
    List<String> signed = signature(plain);
    if (!signed.isEmpty()) {
      return signed;
    }
    Optional<Credit> credit = credit(plain);
    if (credit.isPresent()) {
      return ofCredit(credit.get());
    }
    if (isContribution(plain)) {
      return Byline.parse(CONTRIBUTED.matcher(plain).replaceFirst("${rest}"), null).agencies();
    }
    Matcher source = SOURCE.match(plain);
    return source != null ? Agencies.load().findMarked(source.group("rest")) : ofRights(plain);
  }

  /** Whether the line is nothing but agencies, perhaps in brackets or after dashes. */
  public static boolean isSignature(String line) {
    return !signature(line).isEmpty();
  }

  private static List<String> signature(String line) {
    if (line.length() > LONGEST_SIGNATURE) {
      return List.of();
    }
    String bare = EDGES.matcher(line).replaceAll("");
    boolean marked = MARKED.matcher(line).matches();
    return marked ? Agencies.load().findMarked(bare) : Agencies.load().findBare(bare);
  }

  /** A credit: the agency or source before its lead (empty if there is none), and the rest. */
  private record Credit(String first, String rest) {}

  private static Optional<Credit> credit(String line) {
    Matcher opening = OPENING.matcher(line);
    String bare = opening.lookingAt() ? line.substring(opening.end()) : line;
    Matcher whole = CREDIT.match(bare);
    if (whole != null) {
      return credit("", whole.group("rest"));
    }
    int space = bare.indexOf(' ');
    if (space < 0 || !mayBeginWithName(bare.substring(0, space))) {
      return Optional.empty();
    }
    List<String> words = PrintedText.words(bare);
    int named = wordsNamingOne(words);
    if (named == 0 || named == words.size()) {
      return Optional.empty();
    }
    String first = String.join(" ", words.subList(0, named));
    Matcher behind = CREDIT.match(String.join(" ", words.subList(named, words.size())));
    return behind != null ? credit(first, behind.group("rest")) : Optional.empty();
  }

  private static Optional<Credit> credit(String first, String rest) {
    return PrintedText.hasLetter(rest) && (areCreditWords(rest) || isInSmallLetters(rest))
        ? Optional.of(new Credit(first, rest))
        : Optional.empty();
  }

  /** Without capitals, names look like other words, but agencies can still be found. */
  private static boolean isInSmallLetters(String rest) {
    return !PrintedText.hasUpper(rest)
        && PrintedText.words(rest).size() <= MOST_SMALL_WORDS
        && !Byline.parse(rest, null).agencies().isEmpty();
  }

  private static boolean mayBeginWithName(String word) {
    return Agencies.load().mayBeginOne(word) || BylineWords.ARTICLE.has(word);
  }

  /** How many of the words name an agency, or a source before "avec": "Le Monde avec AFP". */
  private static int wordsNamingOne(List<String> words) {
    int agency = Agencies.load().wordsNamingOne(words, 0);
    if (agency > 0 || !BylineWords.ARTICLE.has(words.get(0))) {
      return agency;
    }
    int with = 1;
    while (with < words.size() && !BylineWords.WITH.has(words.get(with))) {
      with++;
    }
    return with > 1 && with < words.size() && NameLine.areNames(words.subList(0, with)) ? with : 0;
  }

  private static boolean isContribution(String line) {
    if (!line.contains("contributed")) {
      return false;
    }
    Matcher contributed = CONTRIBUTED.matcher(line);
    return contributed.matches()
        && areCreditWords(contributed.group("rest"))
        && (contributed.group("place") == null || areCreditWords(contributed.group("place")));
  }

  private static boolean isSource(String line) {
    Matcher source = SOURCE.match(line);
    return source != null && !Agencies.load().findMarked(source.group("rest")).isEmpty();
  }

  private static boolean areCreditWords(String text) {
    return PrintedText.words(text).stream().allMatch(Trailer::isCreditWord);
  }

  private static boolean isCreditWord(String printed) {
    String word = WORD_EDGES.matcher(printed).replaceAll("");
    return CREDIT_WORDS.contains(PrintedText.fold(word))
        || BylineWords.UNNAMED_AGENCY.has(word)
        || NameLine.isNameOrBetween(printed);
  }

  private static List<String> ofCredit(Credit credit) {
    List<String> before = Agencies.load().findBare(credit.first());
    if (!before.isEmpty()) {
      return before;
    }
    String rest = EDGES.matcher(credit.rest()).replaceAll("");
    List<String> only = Agencies.load().findMarked(rest);
    return only.isEmpty() ? Byline.parse(rest, null).agencies() : only;
  }

  private static boolean isRights(String line) {
    if (STANDARDS.match(line) != null || isCopyright(line)) {
      return true;
    }
    Matcher rights = reserved(line);
    return rights != null && areCreditWords(rights.group("before"));
  }

  /** "(c) 2020 figures are provisional" is the third of a list. */
  private static boolean isCopyright(String line) {
    Matcher copyright = COPYRIGHT.match(line);
    if (copyright == null) {
      return false;
    }
    String holder = holder(copyright);
    boolean small = !holder.isEmpty() && Character.isLowerCase(holder.codePointAt(0));
    return !small && areCreditWords(holder) || RESERVED.matcher(line).find();
  }

  /** The line as a reservation of rights; null if it is none. */
  private static Matcher reserved(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String word : RESERVED_WORDS) {
      if (lower.contains(word)) {
        Matcher rights = RIGHTS.matcher(line);
        return rights.matches() ? rights : null;
      }
    }
    return null;
  }

  private static List<String> ofRights(String line) {
    Matcher standards = STANDARDS.match(line);
    if (standards != null) {
      return Agencies.load().findMarked(standards.group("rest"));
    }
    Matcher copyright = COPYRIGHT.match(line);
    if (copyright != null) {
      return Agencies.load().findMarked(holder(copyright));
    }
    Matcher rights = reserved(line);
    return rights == null ? List.of() : Agencies.load().findMarked(rights.group("before"));
  }

  private static String holder(Matcher copyright) {
    String after = copyright.group("after");
    String text = after == null ? copyright.group("before") : after;
    Matcher end = HOLDER_END.matcher(text);
    return PrintedText.strip(end.find() ? text.substring(0, end.start()) : text);
  }

  private static String longestWord(String phrase) {
    return NO_LETTERS.splitAsStream(phrase).max(Comparator.comparingInt(String::length)).orElse("");
  }
}
