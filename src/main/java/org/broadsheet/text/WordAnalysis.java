package org.broadsheet.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.broadsheet.table.Resources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tartarus.snowball.SnowballStemmer;

/**
 * Turns the words of a language into terms: in lower case, without an elided article or a
 * possessive ending, and stemmed if the job asks for it. Stop words and words without a letter do
 * not count. A term depends on the word alone, so that each form is analysed once, however often it
 * occurs.
 *
 * <p>Languages are declared in {@code languages.yaml}; all others get Unicode's rules and no stop
 * words. Not safe for use by several threads: the stemmers keep state.
 */
public final class WordAnalysis {

  private static final Logger LOG = LoggerFactory.getLogger(WordAnalysis.class);

  private static final Map<String, LanguageDeclaration> LANGUAGES =
      Resources.yaml("languages.yaml", new TypeReference<Map<String, LanguageDeclaration>>() {});

  private record LanguageDeclaration(
      String stop,
      @JsonProperty("more_stop") List<String> moreStop,
      String stemmer,
      List<String> elisions,
      String suffix,
      boolean lower,
      boolean bare,
      Map<String, String> spelt,
      boolean nori) {}

  private static final LanguageDeclaration NONE =
      new LanguageDeclaration(null, null, null, null, null, false, false, null, false);

  /** Marks where a word may break; it is not part of the word. */
  private static final String SOFT_HYPHEN = "\u00ad";

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Set<String> stopWords;
  private final Set<String> elisions;
  private final String suffix;
  private final Locale locale;
  private final boolean bare;
  private final Map<String, String> spelt;
  private final SnowballStemmer stemmer;
  private final KoreanWords korean;

  private WordAnalysis(LanguageDeclaration language, String code, AnalysisSettings settings) {
    this.elisions = language.elisions == null ? Set.of() : Set.copyOf(language.elisions);
    this.suffix = language.suffix;
    this.locale = language.lower ? Locale.forLanguageTag(code) : Locale.ROOT;
    this.bare = language.bare;
    this.spelt = language.spelt == null ? Map.of() : language.spelt;
    this.korean = language.nori ? new KoreanWords() : null;
    this.stopWords =
        Stream.concat(stopWords(language), settings.stopWords().stream())
            .map(this::stopForm)
            .collect(Collectors.toSet());
    this.stemmer =
        settings.stemming() && language.stemmer != null ? stemmer(language.stemmer) : null;
  }

  /**
   * Makes the analysis of a language.
   *
   * @param language an ISO 639-1 code in lower case, or any other code for a language without rules
   *     of its own
   * @param settings how words become terms
   * @return the analysis
   */
  public static WordAnalysis of(String language, AnalysisSettings settings) {
    return new WordAnalysis(LANGUAGES.getOrDefault(language, NONE), language, settings);
  }

  /**
   * Analyses a word.
   *
   * @param word a word as printed
   * @return its term, or null if it does not count
   */
  public String term(String word) {
    try {
      return analysed(word);
    } catch (RuntimeException e) {
      // A stemmer that fails on one word in a million must not end a run.
      LOG.warn("the word '{}' cannot be analysed and does not count: {}", word, e.toString());
      return null;
    }
  }

  private String analysed(String word) {
    String printed = lowerCased(word);
    String term = withoutEndings(withoutSuffix(withoutElision(printed)));
    // "let's" is a stop word as it is printed, "that's" without its ending.
    if (isStopWord(term)
        || isStopWord(printed)
        || term.codePoints().noneMatch(Character::isLetter)) {
      return null;
    }
    return stemmer == null ? term : stem(term);
  }

  private boolean isStopWord(String term) {
    return stopWords.contains(bare || !spelt.isEmpty() ? stopForm(term) : term);
  }

  /** The spelling of a word that is looked up in the stop list, which may be older or plainer. */
  private String stopForm(String word) {
    String form = lowerCased(word);
    for (Map.Entry<String, String> letter : spelt.entrySet()) {
      form = form.replace(letter.getKey(), letter.getValue());
    }
    return bare
        ? MARKS.matcher(Normalizer.normalize(form, Normalizer.Form.NFD)).replaceAll("")
        : form;
  }

  private String lowerCased(String word) {
    String text = word.replace('’', '\'').replace('ʼ', '\'').replace(SOFT_HYPHEN, "");
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
      // NFKC turns some signs into several words, and some marks into a space that carries them.
      text = WHITE_SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
    return text.toLowerCase(locale);
  }

  private String withoutElision(String word) {
    int apostrophe = elisions.isEmpty() ? -1 : word.indexOf('\'');
    boolean elided = apostrophe > 0 && elisions.contains(word.substring(0, apostrophe));
    return elided ? word.substring(apostrophe + 1) : word;
  }

  private String withoutSuffix(String word) {
    boolean suffixed = suffix != null && word.length() > suffix.length() && word.endsWith(suffix);
    return suffixed ? word.substring(0, word.length() - suffix.length()) : word;
  }

  private String withoutEndings(String word) {
    return korean == null ? word : korean.withoutEndings(word);
  }

  private String stem(String term) {
    stemmer.setCurrent(term);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private static SnowballStemmer stemmer(String name) {
    try {
      return Class.forName("org.tartarus.snowball.ext." + name + "Stemmer")
          .asSubclass(SnowballStemmer.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("languages.yaml names an unknown stemmer: " + name, e);
    }
  }

  private static Stream<String> stopWords(LanguageDeclaration language) {
    List<String> listed = language.stop == null ? List.of() : listed(language.stop);
    List<String> more = language.moreStop == null ? List.of() : language.moreStop;
    return Stream.concat(listed.stream(), more.stream());
  }

  private static List<String> listed(String file) {
    String path = "org/apache/lucene/analysis/" + file;
    // By Lucene's own class loader, since the lists are beside its classes, in a shaded jar too.
    try (InputStream in = SnowballFilter.class.getClassLoader().getResourceAsStream(path)) {
      var words =
          file.startsWith("snowball/")
              ? WordlistLoader.getSnowballWordSet(in, StandardCharsets.UTF_8)
              : WordlistLoader.getWordSet(in, StandardCharsets.UTF_8, "#");
      return words.stream().map(word -> new String((char[]) word)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
