package org.broadsheet.topics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The most frequent number words, which say nothing about a subject. Digits are not counted as
 * words.
 */
final class NumberWords {

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

  private NumberWords() {}

  /** The number words of a language in lower case, and the large ones used in many languages. */
  static Set<String> of(String language) {
    Set<String> words = new HashSet<>(LARGE_NUMBERS);
    words.addAll(List.of(NUMBERS.getOrDefault(language, "").split(" ")));
    return words;
  }
}
