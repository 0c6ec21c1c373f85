package org.broadsheet.extract.credit;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.Markdown;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.byline.NameCase;
import org.broadsheet.extract.byline.NameLine;
import org.broadsheet.lexicon.Lexicon;

/** Captions of pictures: which lines are, and whose pictures they credit. */
public final class Captions {
  private static final int LONGEST = 500;
  private static final int LONGEST_LABELLED = 300;
  private static final int LONGEST_CREDIT = 90;

  private static final Pattern LABELLED =
      Lexicon.pattern("^(?:{picture_words}\\s?[:：/|©]|credit:(?=.{1,80}$))(?<rest>.*)");
  private static final Pattern BY = Lexicon.pattern("^{picture_by} by\\s(?<rest>.*)");
  private static final Pattern CERTAIN =
      Pattern.compile("^(?:caption\\s?[:：].*|©\\s?.{2,80})", CASE_INSENSITIVE | UNICODE_CASE);

  /** (AP Photo/Jane Doe), [Photo/Xinhua], (Photo by Jane Doe). */
  private static final Pattern PHOTO_IN_BRACKETS =
      Lexicon.pattern(
          "[(\\[](?:[^()\\[\\]]{0,40} )?{picture_words_in_brackets}s?\\s?"
              + "(?:[/:：©]|by\\b|via\\b|courtesy\\b|credit\\b)[^()\\[\\]]{0,80}[)\\]]\\W{0,2}$");

  /** "The old ferry at the pier. Photo: Jane Doe" */
  private static final Pattern LABELLED_AT_END =
      Lexicon.pattern("[.!?…)”\"]\\s{1,3}{picture_words}\\s?[:：]\\s?(?<credit>[^:.!?]{2,60})$");

  private static final Pattern BOLD_AT_END =
      Pattern.compile("(?<=\\S)\\s+\\*\\*([^*]{2,80})\\*\\*\\W{0,2}$");

  /** A name and an agency after the last sentence: "Jane Doe / Reuters", "REUTERS/Jane Doe". */
  private static final Pattern PAIR_AT_END =
      Pattern.compile("(?:^|[.!?…)”\"]\\s{0,3}|\\()([^/.!?()]{2,40})/([^/!?()]{2,40})\\)?$");

  private static final Pattern RIGHTS_AT_END =
      Pattern.compile("[.!?…)”\"]\\s?(?:©.{2,60}|(?:[^.!?]{0,40}(?:via|/)\\s?)?Getty Images\\)?)$");
  private static final Pattern CREDIT_MARKS =
      Lexicon.pattern("[/()\\[\\]©*|,:;–—]|\\s-\\s|\\b{picture_credit_marks}\\b");

  private static final Pattern BRACKET_AT_END =
      Pattern.compile("[(\\[（]([^()\\[\\]（）]{2,120})[)\\]）]\\W{0,2}$");

  /** What a credit follows in a caption: "Photo: Jane Doe", "photo by dpa", "© AFP". */
  private static final Pattern CREDIT_LABEL =
      Lexicon.pattern(
          "©|(?<![\\p{L}])(?:{picture_words}|credit)s?\\s?(?:[:：/|]|(?:by|courtesy)\\b)");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。][)”\"’»]?\\s+");

  private Captions() {}

  /**
   * The agencies that captions credit with their pictures.
   *
   * @param captions lines as {@code SavedArticle.captions} gives them
   * @return their published names, each once, in printed order; empty for none
   */
  public static List<String> photoAgencies(List<String> captions) {
    Set<String> found = new LinkedHashSet<>();
    for (String caption : captions) {
      for (String part : CREDIT_MARKS.split(credit(PrintedText.tail(caption, LONGEST)))) {
        found.addAll(Agencies.load().findMarked(part));
      }
    }
    return List.copyOf(found);
  }

  /**
   * The part of a caption that says whose the picture is; what it shows may be a place of an
   * agency's name. Empty if no part does.
   */
  private static String credit(String caption) {
    Matcher bold = BOLD_AT_END.matcher(caption);
    if (bold.find()) {
      return bold.group(1);
    }
    String plain = Markdown.plain(caption);
    Matcher bracket = BRACKET_AT_END.matcher(plain);
    if (bracket.find()) {
      return bracket.group(1);
    }
    int label = lastEnd(CREDIT_LABEL, plain);
    int sentence = lastEnd(SENTENCE_END, plain);
    boolean slashed = plain.indexOf('/') >= 0;
    return label + sentence > 0 || slashed ? plain.substring(Math.max(label, sentence)) : "";
  }

  /** Where the last match ends; 0 without one. */
  private static int lastEnd(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
    }
    return end;
  }

  /** Whether the line is a caption, by its label or by a credit at its end. */
  public static boolean isCaption(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    if (Markdown.isPicture(line)) {
      return true;
    }
    String plain = Markdown.plain(line);
    boolean labelled = plain.length() <= LONGEST_LABELLED && isLabelled(plain);
    String end = PrintedText.tail(plain, LONGEST_CREDIT + 2);
    return labelled
        || endsInBoldCredit(line)
        || PHOTO_IN_BRACKETS.matcher(plain).find()
        || RIGHTS_AT_END.matcher(end).find()
        || endsInLabelledCredit(end)
        || endsInPair(end);
  }

  /** A sentence after the label is a paragraph's: "Bild: Der neue Bericht nennt Zahlen." */
  private static boolean isLabelled(String line) {
    Matcher labelled = LABELLED.matcher(line);
    if (labelled.matches()) {
      return !isSentence(labelled.group("rest"));
    }
    Matcher by = BY.matcher(line);
    return by.matches() ? NameLine.areNames(by.group("rest")) : CERTAIN.matcher(line).matches();
  }

  private static boolean isSentence(String text) {
    return PrintedText.endsSentence(text) && !NameLine.areNames(text);
  }

  private static boolean endsInBoldCredit(String line) {
    Matcher bold = BOLD_AT_END.matcher(line);
    if (!line.contains("**") || !bold.find()) {
      return false;
    }
    String credit = bold.group(1);
    return credit.indexOf('/') >= 0 || credit.indexOf('©') >= 0;
  }

  private static boolean endsInLabelledCredit(String end) {
    boolean label = end.indexOf(':') >= 0 || end.indexOf('：') >= 0;
    Matcher credit = LABELLED_AT_END.matcher(end);
    return label && credit.find() && NameLine.areNames(credit.group("credit"));
  }

  /** Exactly one side is an agency: where both are, it signs the text. */
  private static boolean endsInPair(String end) {
    Matcher pair = PAIR_AT_END.matcher(end);
    if (!pair.find()) {
      return false;
    }
    boolean left = Agencies.load().find(pair.group(1)).isPresent();
    boolean right = Agencies.load().find(pair.group(2)).isPresent();
    String name = left ? pair.group(2) : pair.group(1);
    return left != right && PrintedText.words(name).size() >= 2 && isName(PrintedText.words(name));
  }

  private static boolean isName(List<String> words) {
    return words.stream()
        .allMatch(w -> !Character.isLowerCase(w.codePointAt(0)) || NameCase.isParticle(w));
  }
}
