package org.broadsheet.generate;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.broadsheet.table.Resources;

/**
 * The words of a language that articles are made of: the function words of the real language, which
 * make up half of a text, and invented content words, each set by Zipf's law.
 */
final class InventedLanguage {

  private static final int CONTENT_WORDS = 30_000;
  private static final int NAMES = 3_000;
  private static final int TOPIC_WORDS = 150;

  /** The most frequent content words belong to no topic. */
  private static final int COMMON_WORDS = 300;

  private static final Map<String, LanguageStock> RESOURCE =
      Resources.yaml("invented.yaml", new TypeReference<Map<String, LanguageStock>>() {});

  /** What the resource says about a language. */
  private record LanguageStock(String function_words, String content_words, String authors_by) {}

  private final String code;
  private final String authorsBy;
  private final List<String> function;
  private final List<String> content;
  private final List<String> names;
  private final ZipfSampler functionRanks;
  private final ZipfSampler contentRanks = new ZipfSampler(CONTENT_WORDS, 1);
  private final ZipfSampler nameRanks = new ZipfSampler(NAMES, 0.8);
  private final ZipfSampler topicRanks = new ZipfSampler(TOPIC_WORDS, 0.7);

  /**
   * Invents the words of a language.
   *
   * @param code one of {@link #codes}
   * @param topics how many topics it has
   * @param bursts how many words it has that come in bursts
   * @param random where the words come from
   */
  InventedLanguage(String code, int topics, int bursts, SplittableRandom random) {
    this.code = code;
    LanguageStock words = RESOURCE.get(code);
    authorsBy = words.authors_by;
    function = split(words.function_words);
    functionRanks = new ZipfSampler(function.size(), 0.9);
    List<String> examples = split(words.content_words);
    WordInventor inventor = new WordInventor(examples, random);
    Set<String> taken = new HashSet<>(function);
    int own = COMMON_WORDS + topics * TOPIC_WORDS + bursts;
    content = inventor.words(Math.max(CONTENT_WORDS, own), taken);
    names = inventor.words(NAMES, taken).stream().map(InventedLanguage::capitalized).toList();
  }

  /** The codes of the languages that can be invented, English first. */
  static List<String> codes() {
    List<String> codes = new ArrayList<>(RESOURCE.keySet());
    codes.remove("en");
    codes.add(0, "en");
    return codes;
  }

  private static List<String> split(String words) {
    return List.of(words.strip().split("\\s+"));
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  String code() {
    return code;
  }

  /** The word before the name of an author. */
  String authorsBy() {
    return authorsBy;
  }

  String functionWord(SplittableRandom random) {
    return function.get(functionRanks.draw(random));
  }

  String contentWord(SplittableRandom random) {
    return content.get(contentRanks.draw(random));
  }

  /** A word that hardly any other article has: the vocabulary of a corpus grows with its size. */
  String rareWord(SplittableRandom random) {
    String start = content.get(random.nextInt(content.size()));
    return start + content.get(random.nextInt(content.size()));
  }

  String name(SplittableRandom random) {
    return names.get(nameRanks.draw(random));
  }

  String topicWord(int topic, SplittableRandom random) {
    return topicWord(topic, topicRanks.draw(random));
  }

  /**
   * A word of a topic.
   *
   * @param topic the number of the topic, from 0 on
   * @param rank 0 for its most frequent word
   */
  String topicWord(int topic, int rank) {
    return content.get(COMMON_WORDS + topic * TOPIC_WORDS + rank);
  }

  /** A word that comes in bursts, by the number of the burst from 0 on. It is in no topic. */
  String burstWord(int burst) {
    return content.get(content.size() - 1 - burst);
  }
}
