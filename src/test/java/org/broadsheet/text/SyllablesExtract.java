package org.broadsheet.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code syllables.txt} anew, which must follow every change of {@link SyllableRule}: the
 * words of the CMU Pronouncing Dictionary whose syllables the rule does not count as one of their
 * pronunciations has them, with the number that the first pronunciation has.
 */
final class SyllablesExtract {
  private static final Path FILE = Path.of("src/main/resources/syllables.txt");
  private static final int WIDTH = 120;

  private SyllablesExtract() {}

  /**
   * Writes the file.
   *
   * @param arguments the path of {@code cmudict.dict}
   */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = new ArrayList<>();
    Files.readAllLines(FILE).stream().filter(line -> line.startsWith("#")).forEach(lines::add);
    Map<Integer, Set<String>> wrong = new TreeMap<>();
    dictionary(Path.of(arguments[0]))
        .forEach(
            (word, counts) -> {
              if (!counts.contains(SyllableRule.of(word))) {
                wrong.computeIfAbsent(counts.get(0), n -> new TreeSet<>()).add(word);
              }
            });
    wrong.forEach((syllables, words) -> addLines(syllables, words, lines));
    Files.write(FILE, lines);
  }

  /** The number of syllables of each pronunciation of each word of plain letters. */
  static Map<String, List<Integer>> dictionary(Path file) throws IOException {
    Map<String, List<Integer>> dictionary = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] entry = line.replaceAll("#.*", "").strip().split(" ", 2);
      String word = entry[0].replaceAll("\\(\\d+\\)$", "");
      int syllables = (int) entry[entry.length - 1].chars().filter(Character::isDigit).count();
      if (word.matches("[a-z]+") && syllables > 0) {
        dictionary.computeIfAbsent(word, w -> new ArrayList<>()).add(syllables);
      }
    }
    return dictionary;
  }

  private static void addLines(int syllables, Set<String> words, List<String> lines) {
    StringBuilder line = new StringBuilder().append(syllables);
    for (String word : words) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(1);
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }
}
