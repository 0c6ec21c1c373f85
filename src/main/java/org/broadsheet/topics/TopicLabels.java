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
 * Names the topics of a language by three words or phrases each, one topic after another: of the
 * words that describe it, those that tell it best from the others ({@link LanguageTally}). Passed
 * over, unless there is nothing else: numbers, weekdays and months, and a word that reads like one
 * that already names a topic. A word that is mostly part of a phrase is shown as that.
 */
final class TopicLabels {

  private static final int WORDS = 3;

  /** Words read alike if they begin with the same letters: so many, and half of the longer one. */
  private static final int SAME_START = 4;

  private final Locale locale;
  private final Set<String> commonplace;
  private final Map<String, Phrases.Phrase> phrases;

  /** The words that name a topic, by their first letters. */
  private final Map<String, List<String>> taken = new HashMap<>();

  /**
   * Names topics of a language.
   *
   * @param phrases what its words are mostly part of
   */
  TopicLabels(String language, Map<String, Phrases.Phrase> phrases) {
    this.phrases = phrases;
    this.locale = Locale.forLanguageTag(language);
    this.commonplace = commonplace(language, locale);
  }

  /** Numbers, weekdays and months, in lower case. */
  private static Set<String> commonplace(String language, Locale locale) {
    Set<String> words = new HashSet<>(NumberWords.of(language));
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
    return chosen.stream().map(this::shown).collect(Collectors.joining(", "));
  }

  private String shown(NumberedTopics.Term term) {
    Phrases.Phrase phrase = phrases.get(term.term());
    return phrase == null ? term.surface() : phrase.surface();
  }

  private void choose(
      List<NumberedTopics.Term> candidates,
      List<NumberedTopics.Term> chosen,
      Predicate<NumberedTopics.Term> rule) {
    for (NumberedTopics.Term term : candidates) {
      boolean fits = rule.test(term) && chosen.stream().noneMatch(other -> isShownBy(term, other));
      if (fits && chosen.size() < WORDS) {
        chosen.add(term);
      }
    }
  }

  /** Whether a term adds nothing to another: they read alike, or are words of one phrase. */
  private boolean isShownBy(NumberedTopics.Term term, NumberedTopics.Term other) {
    return words(other).anyMatch(shown -> words(term).anyMatch(word -> readAlike(word, shown)));
  }

  private Stream<String> words(NumberedTopics.Term term) {
    Phrases.Phrase phrase = phrases.get(term.term());
    return phrase == null ? Stream.of(term.term()) : phrase.words().stream();
  }

  private boolean isCommonplace(NumberedTopics.Term term) {
    return commonplace.contains(term.surface().toLowerCase(locale));
  }

  private boolean readsLikeTaken(NumberedTopics.Term term) {
    return words(term)
        .anyMatch(
            word ->
                taken.getOrDefault(start(word), List.of()).stream()
                    .anyMatch(other -> readAlike(word, other)));
  }

  private void take(NumberedTopics.Term term) {
    words(term)
        .forEach(word -> taken.computeIfAbsent(start(word), s -> new ArrayList<>()).add(word));
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
