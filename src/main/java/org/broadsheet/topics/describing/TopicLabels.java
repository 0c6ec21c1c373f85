package org.broadsheet.topics.describing;

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
 * Names the topics of a language by three words or phrases each, one topic after another: the terms
 * of a topic that distinguish it best from the others ({@link TopicTerm#distinction}). Numbers,
 * weekdays, months and words similar to one that already names a topic are used only if there is
 * nothing else. A word that is mostly part of a phrase is shown as the phrase.
 */
final class TopicLabels {

  private static final int WORDS = 3;

  /**
   * Words are similar if they have the same beginning: at least this many letters, and half of the
   * longer word.
   */
  private static final int SAME_START = 4;

  private final Locale locale;
  private final Set<String> commonplace;
  private final Map<String, TopicPhrases.WordPair> phrases;

  /** The words that already name a topic, by their first letters. */
  private final Map<String, List<String>> taken = new HashMap<>();

  /**
   * Begins to name the topics of a language.
   *
   * @param language the language
   * @param phrases the phrase that each word is mostly part of, for words that have one
   */
  TopicLabels(String language, Map<String, TopicPhrases.WordPair> phrases) {
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
   * @return words as printed, separated by commas
   */
  String label(List<TopicTerm> terms) {
    List<TopicTerm> candidates =
        terms.stream()
            .sorted(Comparator.comparingDouble((TopicTerm t) -> -t.distinction()))
            .toList();
    List<TopicTerm> chosen = new ArrayList<>();
    choose(candidates, chosen, term -> !isCommonplace(term) && !isSimilarToTaken(term));
    choose(candidates, chosen, term -> !isCommonplace(term));
    choose(candidates, chosen, term -> true);
    chosen.forEach(this::take);
    return chosen.stream().map(this::shown).collect(Collectors.joining(", "));
  }

  private String shown(TopicTerm term) {
    TopicPhrases.WordPair phrase = phrases.get(term.term());
    return phrase == null ? term.surface() : phrase.surface();
  }

  private void choose(
      List<TopicTerm> candidates, List<TopicTerm> chosen, Predicate<TopicTerm> rule) {
    for (TopicTerm term : candidates) {
      boolean fits =
          rule.test(term) && chosen.stream().noneMatch(other -> isCoveredBy(term, other));
      if (fits && chosen.size() < WORDS) {
        chosen.add(term);
      }
    }
  }

  /** Returns whether a term adds nothing to another: they are similar, or words of one phrase. */
  private boolean isCoveredBy(TopicTerm term, TopicTerm other) {
    return words(other).anyMatch(shown -> words(term).anyMatch(word -> areSimilar(word, shown)));
  }

  private Stream<String> words(TopicTerm term) {
    TopicPhrases.WordPair phrase = phrases.get(term.term());
    return phrase == null ? Stream.of(term.term()) : phrase.words().stream();
  }

  private boolean isCommonplace(TopicTerm term) {
    return commonplace.contains(term.surface().toLowerCase(locale));
  }

  private boolean isSimilarToTaken(TopicTerm term) {
    return words(term)
        .anyMatch(
            word ->
                taken.getOrDefault(start(word), List.of()).stream()
                    .anyMatch(other -> areSimilar(word, other)));
  }

  private void take(TopicTerm term) {
    words(term)
        .forEach(word -> taken.computeIfAbsent(start(word), s -> new ArrayList<>()).add(word));
  }

  private static String start(String word) {
    return word.substring(0, Math.min(SAME_START, word.length()));
  }

  static boolean areSimilar(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return a.equals(b) || same >= SAME_START && 2 * same >= Math.max(a.length(), b.length());
  }
}
