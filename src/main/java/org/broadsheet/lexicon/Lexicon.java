package org.broadsheet.lexicon;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.broadsheet.table.Resources;

/**
 * The lists of words in {@code resources/lexicon}: one file for each language, and one for words of
 * no one language. {@code index.yaml} names the languages and says what each list holds.
 *
 * <p>All files are read once, when the class is loaded. A file with an unknown list, or with an
 * entry that is empty, is a mistake of the program and stops it with an {@link
 * IllegalStateException} that names the file and the list.
 */
public final class Lexicon {
  /** The file of words that belong to no one language. */
  public static final String COMMON = "common";

  private static final String FOLDER = "lexicon/";

  /** A list in a regular expression; neither a class such as {@code \p{Lu}} nor a quantifier. */
  private static final Pattern REFERENCE = Pattern.compile("\\{([a-z_]{3,})}");

  private static final Pattern EDGE = Pattern.compile("(?<!\\\\)\\\\b");

  private static final String WORD_EDGE =
      "(?:(?<=[\\p{L}\\p{M}\\p{N}_])(?![\\p{L}\\p{M}\\p{N}_])|(?<![\\p{L}\\p{M}\\p{N}_])(?=[\\p{L}\\p{M}\\p{N}_]))";

  private static final Index INDEX =
      Resources.yaml(FOLDER + "index.yaml", new TypeReference<Index>() {});

  /** The entries of each list by language, {@link #COMMON} first. */
  private static final Map<String, Map<String, List<String>>> ENTRIES = entries();

  /**
   * What the index says.
   *
   * @param main the languages of the large news corpora
   * @param others all other languages
   * @param lists the meaning of each list, by its name
   */
  private record Index(List<String> main, List<String> others, Map<String, String> lists) {}

  private Lexicon() {}

  private static Map<String, Map<String, List<String>>> entries() {
    Map<String, Map<String, List<String>>> entries = new LinkedHashMap<>();
    INDEX.lists().keySet().forEach(list -> entries.put(list, new LinkedHashMap<>()));
    Stream.of(List.of(COMMON), INDEX.main(), INDEX.others())
        .flatMap(List::stream)
        .forEach(language -> read(language, entries));
    return entries;
  }

  private static void read(String language, Map<String, Map<String, List<String>>> entries) {
    String file = FOLDER + language + ".yaml";
    Resources.yaml(file, new TypeReference<Map<String, JsonNode>>() {})
        .forEach(
            (list, value) -> {
              checkKnown(list, entries.keySet(), file);
              entries.get(list).put(language, parse(value, file + ", " + list));
            });
  }

  /** Words with white space between them, or a YAML list of phrases. */
  static List<String> parse(JsonNode value, String where) {
    List<String> entries =
        value.isTextual()
            ? List.of(value.textValue().strip().split("\\s+"))
            : StreamSupport.stream(value.spliterator(), false).map(JsonNode::textValue).toList();
    if (entries.isEmpty() || entries.stream().anyMatch(e -> e == null || e.isBlank())) {
      throw new IllegalStateException(
          where + ": neither text nor a list of texts; numbers and 'null' must be quoted");
    }
    return entries;
  }

  static void checkKnown(String list, Set<String> known, String where) {
    if (!known.contains(list)) {
      throw new IllegalStateException(
          where + ": there is no list '" + list + "' in " + FOLDER + "index.yaml");
    }
  }

  private static Map<String, List<String>> byLanguage(String list) {
    checkKnown(list, ENTRIES.keySet(), "the program");
    return ENTRIES.get(list);
  }

  /** The names of all lists, in the order of the index. */
  public static Set<String> lists() {
    return ENTRIES.keySet();
  }

  /** The codes of all languages, those of the large news corpora first. */
  public static List<String> languages() {
    return Stream.concat(INDEX.main().stream(), INDEX.others().stream()).toList();
  }

  /** The codes of the languages of the large news corpora. */
  public static List<String> mainLanguages() {
    return INDEX.main();
  }

  /**
   * Returns a list of all languages.
   *
   * @param list its name
   * @return its entries, each once, in the order of the languages
   * @throws IllegalStateException if the index does not name the list
   */
  public static List<String> all(String list) {
    Set<String> all = new LinkedHashSet<>();
    byLanguage(list).values().forEach(all::addAll);
    return List.copyOf(all);
  }

  /**
   * Returns a list of one language.
   *
   * @param list its name
   * @param language the code of the language, or {@link #COMMON}
   * @return its entries; empty if the language has none
   * @throws IllegalStateException if the index does not name the list
   */
  public static List<String> of(String list, String language) {
    return byLanguage(list).getOrDefault(language, List.of());
  }

  /**
   * Compiles a regular expression, without regard to letter case, in which {@code {name}} stands
   * for any entry of the list of this name.
   *
   * @param regex the expression
   * @return the pattern
   * @throws IllegalStateException if the index does not name one of the lists
   */
  public static Pattern pattern(String regex) {
    return Pattern.compile(expanded(regex), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Replaces each {@code {name}} in a regular expression by a group of the entries of that list,
   * and each {@code \b} as {@link #withWordEdges} does.
   *
   * @param regex the expression
   * @return the expression without names of lists
   * @throws IllegalStateException if the index does not name one of the lists
   */
  public static String expanded(String regex) {
    return withWordEdges(
        REFERENCE
            .matcher(regex)
            .replaceAll(reference -> Matcher.quoteReplacement(anyOf(reference.group(1)))));
  }

  /**
   * Replaces each {@code \b} in a regular expression by an edge of a word of any script. Java's own
   * knows all letters up to Java 18, and only those of ASCII from Java 19 on.
   *
   * @param regex the expression
   * @return the expression, which means the same in each version of Java
   */
  public static String withWordEdges(String regex) {
    return EDGE.matcher(regex).replaceAll(Matcher.quoteReplacement(WORD_EDGE));
  }

  private static String anyOf(String list) {
    return all(list).stream().collect(Collectors.joining("|", "(?:", ")"));
  }
}
