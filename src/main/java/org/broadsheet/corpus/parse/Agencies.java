package org.broadsheet.corpus.parse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The news agencies of {@code agencies.yaml}, found by any of their printed names.
 *
 * <p>Names are compared whole, without regard to case, accents, punctuation and a leading "The":
 * {@code A.F.P.} and {@code Agence France-Presse} are AFP, "told AFP" is nothing. Whether a printed
 * name is a credit at all is for the callers to decide.
 */
public final class Agencies {
  private static final String RESOURCE = "/agencies.yaml";
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_CREDIT = 200;
  private static final Pattern ARTICLE_OR_POSSESSIVE =
      Pattern.compile("^\\P{L}{0,5}the\\s+|['’](?:s)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINED =
      Pattern.compile("[/,;&+|]|\\s+(?:and|und|et|y|e|и|with|via)\\s+");

  /** One entry of the data file. */
  private record Agency(String name, String country, List<String> aliases) {}

  private static final class Holder {
    private static final Agencies ALL = new Agencies(read());
  }

  private final Map<String, String> nameByKey = new HashMap<>();
  private final Map<String, String> countryByName = new LinkedHashMap<>();
  private final Set<String> firstWords = new HashSet<>(Set.of("the"));
  private final int mostWords;

  private Agencies(List<Agency> agencies) {
    int most = 1;
    for (Agency agency : agencies) {
      countryByName.put(agency.name(), agency.country());
      most = Math.max(most, add(agency.name(), agency.name()));
      for (String alias : agency.aliases()) {
        most = Math.max(most, add(alias, agency.name()));
      }
    }
    mostWords = most + 1; // a leading "The" is a word too
  }

  /** Enters a printed form; returns its number of words. */
  private int add(String alias, String name) {
    List<String> words = Text.words(alias);
    nameByKey.put(key(alias), name);
    firstWords.add(key(words.get(0)));
    return words.size();
  }

  /** The agencies of the data file, read once. */
  public static Agencies load() {
    return Holder.ALL;
  }

  /**
   * The agency of this printed name.
   *
   * @return its published name, or empty when the name is null, blank or no agency's
   */
  public Optional<String> find(String name) {
    return Optional.ofNullable(nameByKey.get(key(name)));
  }

  /**
   * The agencies of a credit that may name several: {@code dpa/AFP}, {@code AFP-Jiji}, {@code
   * Reuters and AP}.
   *
   * @return their published names in printed order; empty when there is none
   */
  public List<String> findAll(String credit) {
    if (credit == null || credit.length() > LONGEST_CREDIT) {
      return List.of();
    }
    Optional<String> whole = find(credit);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    Set<String> found = new LinkedHashSet<>();
    for (String part : JOINED.split(credit)) {
      find(part).ifPresentOrElse(found::add, () -> hyphenated(part, found));
    }
    return List.copyOf(found);
  }

  /**
   * The agencies of a credit that names nothing else, except a desk after a slash: {@code dpa/lno}.
   */
  List<String> findOnly(String credit) {
    List<String> found = findAll(credit);
    if (found.isEmpty() || find(credit).isPresent()) {
      return found;
    }
    int slash = credit.indexOf('/');
    String[] parts = slash > 0 ? new String[] {credit.substring(0, slash)} : JOINED.split(credit);
    return Arrays.stream(parts).allMatch(part -> !findAll(part).isEmpty()) ? found : List.of();
  }

  /** The ISO code of the country of the agency with this published name; empty if unknown. */
  public Optional<String> country(String name) {
    return Optional.ofNullable(countryByName.get(name));
  }

  /** The published names of all agencies, in the order of the data file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(countryByName.keySet());
  }

  /**
   * How many of the words, from the given one on, name an agency: the longest such run, 0 if none.
   */
  int wordsNamingOne(List<String> words, int from) {
    if (!firstWords.contains(key(words.get(from)))) {
      return 0;
    }
    for (int n = Math.min(mostWords, words.size() - from); n > 0; n--) {
      if (nameByKey.containsKey(key(String.join(" ", words.subList(from, from + n))))) {
        return n;
      }
    }
    return 0;
  }

  /** The form in which names are compared: letters and digits only; empty for what is no name. */
  static String key(String name) {
    if (name == null || name.length() > LONGEST_NAME) {
      return "";
    }
    String bare = ARTICLE_OR_POSSESSIVE.matcher(Text.strip(name)).replaceAll("");
    StringBuilder key = new StringBuilder(bare.length());
    Text.fold(bare).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /** Two agencies in one word, as in AFP-Jiji; a single one with a service, as in dpa-x, is too. */
  private void hyphenated(String part, Set<String> found) {
    for (String name : part.split("[-–]", 4)) {
      find(name).ifPresent(found::add);
    }
  }

  private static List<Agency> read() {
    try (InputStream data = Agencies.class.getResourceAsStream(RESOURCE)) {
      if (data == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return new YAMLMapper().readValue(data, new TypeReference<List<Agency>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }
}
