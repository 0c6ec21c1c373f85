package org.broadsheet.topics;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the topics of a language by three words each, one topic after another: of the words that
 * describe it, those that tell it best from the others ({@link LanguageTally}). Passed over, unless
 * there is nothing else: numbers, weekdays and months, and a word that reads like one that already
 * names a topic.
 */
final class TopicLabels {

  private static final int WORDS = 3;

  /** Words read alike if they begin with the same letters: so many, and half of the longer one. */
  private static final int SAME_START = 4;

  /** Number words that papers print most; digits are no words. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "de", "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend",
          "en", "one two three four five six seven eight nine ten eleven twelve hundred thousand",
          "es", "dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil",
          "fr", "deux trois quatre cinq six sept huit neuf dix onze douze cent mille",
          "it", "due tre quattro cinque sei sette otto nove dieci cento mille mila",
          "nl", "twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend",
          "pt", "dois duas três quatro cinco seis sete oito nove dez cem mil");

  private static final Set<String> LARGE_NUMBERS = Set.of("million", "billion", "mln", "bn");

  private final Locale locale;
  private final Set<String> commonplace;

  /** The words that name a topic, by their first letters. */
  private final Map<String, List<String>> taken = new HashMap<>();

  TopicLabels(String language) {
    this.locale = Locale.forLanguageTag(language);
    this.commonplace = commonplace(language, locale);
  }

  /** Numbers, weekdays and months, in lower case. */
  private static Set<String> commonplace(String language, Locale locale) {
    Set<String> words = new HashSet<>(LARGE_NUMBERS);
    words.addAll(List.of(NUMBERS.getOrDefault(language, "").split(" ")));
    for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
      Stream.concat(
              Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(style, locale)),
              Stream.of(Month.values()).map(month -> month.getDisplayName(style, locale)))
          .map(name -> name.toLowerCase(locale))
          .forEach(words::add);
    }
    return words;
  }

  /**
   * Names the next topic.
   *
   * @param terms its terms, by weight
   * @return words as printed, between commas
   */
  String label(List<NumberedTopics.Term> terms) {
    List<NumberedTopics.Term> candidates =
        terms.stream()
            .sorted(Comparator.comparingDouble((NumberedTopics.Term t) -> -t.distinction()))
            .toList();
    List<NumberedTopics.Term> chosen = new ArrayList<>();
    choose(candidates, chosen, term -> !isCommonplace(term) && !readsLikeTaken(term));
    choose(candidates, chosen, term -> !isCommonplace(term));
    choose(candidates, chosen, term -> true);
    chosen.forEach(this::take);
    return chosen.stream().map(NumberedTopics.Term::surface).collect(Collectors.joining(", "));
  }

  private static void choose(
      List<NumberedTopics.Term> candidates,
      List<NumberedTopics.Term> chosen,
      Predicate<NumberedTopics.Term> rule) {
    for (NumberedTopics.Term term : candidates) {
      boolean fits =
          rule.test(term)
              && chosen.stream().noneMatch(other -> readAlike(term.term(), other.term()));
      if (fits && chosen.size() < WORDS) {
        chosen.add(term);
      }
    }
  }

  private boolean isCommonplace(NumberedTopics.Term term) {
    return commonplace.contains(term.surface().toLowerCase(locale));
  }

  private boolean readsLikeTaken(NumberedTopics.Term term) {
    return taken.getOrDefault(start(term.term()), List.of()).stream()
        .anyMatch(other -> readAlike(term.term(), other));
  }

  private void take(NumberedTopics.Term term) {
    taken.computeIfAbsent(start(term.term()), s -> new ArrayList<>()).add(term.term());
  }

  private static String start(String word) {
    return word.substring(0, Math.min(SAME_START, word.length()));
  }

  static boolean readAlike(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return a.equals(b) || same >= SAME_START && 2 * same >= Math.max(a.length(), b.length());
  }
}
