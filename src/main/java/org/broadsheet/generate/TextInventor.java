package org.broadsheet.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes the text of one article: sentences of words of its language and its topic. */
final class TextInventor {

  private static final double FUNCTION_WORDS = 0.48;
  private static final double TOPIC_WORDS = 0.62;
  private static final double NAMES = 0.66;
  private static final double NUMBERS = 0.68;
  private static final double RARE_WORDS = 0.685;
  private static final double COMMA = 0.06;
  private static final int LARGEST_NUMBER = 3_000;

  private final InventedLanguage language;
  private final int topic;
  private final SplittableRandom random;
  private final List<String> mentions = new ArrayList<>();

  TextInventor(InventedLanguage language, int topic, SplittableRandom random) {
    this.language = language;
    this.topic = topic;
    this.random = random;
  }

  /** Lets the body have a word. */
  void mention(String word) {
    mentions.add(word);
  }

  String title() {
    StringBuilder title = new StringBuilder();
    int words = random.nextInt(5, 10);
    for (int i = 0; i < words; i++) {
      title
          .append(i == 0 ? "" : " ")
          .append(i % 3 == 1 ? language.topicWord(topic, random) : word());
    }
    capitalize(title, 0);
    return title.toString();
  }

  /** Paragraphs of two to four sentences, in all about so many words. */
  List<String> paragraphs(int words) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    mentions.forEach(mention -> paragraph.append(sentenceWith(mention)).append(' '));
    int written = 0;
    do {
      int sentences = random.nextInt(2, 5);
      for (int i = 0; i < sentences && written < words; i++) {
        int length = Math.min(random.nextInt(8, 27), Math.max(4, words - written));
        append(paragraph, length, null);
        paragraph.append(' ');
        written += length;
      }
      paragraph.setLength(paragraph.length() - 1);
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    } while (written < words);
    return paragraphs;
  }

  String sentence() {
    StringBuilder sentence = new StringBuilder();
    append(sentence, random.nextInt(8, 27), null);
    return sentence.toString();
  }

  private String sentenceWith(String mention) {
    StringBuilder sentence = new StringBuilder();
    append(sentence, random.nextInt(8, 15), mention);
    return sentence.toString();
  }

  private void append(StringBuilder text, int words, String mention) {
    int start = text.length();
    int mentioned = mention == null ? -1 : random.nextInt(words);
    for (int i = 0; i < words; i++) {
      if (i > 0) {
        text.append(random.nextDouble() < COMMA ? ", " : " ");
      }
      text.append(i == mentioned ? mention : word());
    }
    capitalize(text, start);
    text.append('.');
  }

  private static void capitalize(StringBuilder text, int at) {
    text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
  }

  private String word() {
    double draw = random.nextDouble();
    if (draw < FUNCTION_WORDS) {
      return language.functionWord(random);
    } else if (draw < TOPIC_WORDS) {
      return language.topicWord(topic, random);
    } else if (draw < NAMES) {
      return language.name(random);
    } else if (draw < NUMBERS) {
      return Integer.toString(random.nextInt(2, LARGEST_NUMBER));
    } else if (draw < RARE_WORDS) {
      return language.rareWord(random);
    }
    return language.contentWord(random);
  }
}
