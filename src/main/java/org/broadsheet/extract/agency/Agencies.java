package org.broadsheet.extract.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.lexicon.Lexicon;
import org.broadsheet.table.Resources;

/**
 * The news agencies of {@code agencies.yaml}, found by any of their printed names.
 *
 * <p>Names are compared whole, without regard to case, accents, punctuation and a leading "The":
 * {@code A.F.P.} and {@code Agence France-Presse} are AFP, "told AFP" is no agency. Whether a
 * printed name is a credit at all is for the callers to decide.
 */
public final class Agencies {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_CREDIT = 200;
  private static final int SHORTEST_UNMISTAKABLE = 5;
  private static final int MOST_MARKS_BEFORE_ARTICLE = 5;
  private static final Pattern JOINED =
      Pattern.compile(Lexicon.expanded("[/,;&+|]|\\s+{and_between_agencies}\\s+"));
  private static final Pattern HYPHENS = Pattern.compile("[-–]");

  /** An agency's desk after a slash: {@code dpa/lno}. */
  private static final Pattern DESK = Pattern.compile("\\p{Ll}{2,4}");

  /** A service after an agency's hyphen: {@code dpa-tmn}. */
  private static final Pattern SERVICE = Pattern.compile("\\p{Ll}{1,3}");

  /** One entry of the data file. */
  @JsonIgnoreProperties("country") // for readers of the file
  private record Agency(String name, List<String> aliases, List<String> words) {}

  private static final class Holder {
    private static final Agencies ALL =
        new Agencies(Resources.yaml("agencies.yaml", new TypeReference<List<Agency>>() {}));
  }

  private final Map<String, String> nameByKey = new HashMap<>();
  private final Set<String> ownForms = new HashSet<>();
  private final Set<String> wordForms = new HashSet<>();
  private final Set<String> wordKeys = new HashSet<>();
  private final Set<String> firstWords = new HashSet<>(Set.of("the"));
  private final int mostWords;

  private Agencies(List<Agency> agencies) {
    int most = 1;
    for (Agency agency : agencies) {
      most = Math.max(most, add(agency.name(), agency.name()));
      for (String alias : agency.aliases()) {
        most = Math.max(most, add(alias, agency.name()));
      }
      for (String word : agency.words() == null ? List.<String>of() : agency.words()) {
        wordForms.add(form(word));
        wordKeys.add(key(word));
      }
    }
    mostWords = most + 1; // a leading "The" is a word too
  }

  /** Enters a printed form; returns its number of words. */
  private int add(String alias, String name) {
    List<String> words = PrintedText.words(alias);
    nameByKey.put(key(alias), name);
    ownForms.add(form(alias));
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
      found.addAll(ofPart(part));
    }
    return List.copyOf(found);
  }

  /** The agencies of a credit that names nothing else, except a desk: {@code dpa/lno}. */
  public List<String> findOnly(String credit) {
    List<String> found = findAll(credit);
    boolean only =
        found.isEmpty()
            || find(credit).isPresent()
            || JOINED.splitAsStream(credit).allMatch(part -> isPartOfCredit(part, credit));
    return only ? found : List.of();
  }

  /**
   * The agencies of a credit whose brackets or label say that it is one: nothing else may be in it,
   * and an everyday word must be printed as the agency prints its name, so "(map)" is no agency.
   */
  public List<String> findMarked(String credit) {
    List<String> found = findOnly(credit);
    return found.isEmpty() || parts(credit).allMatch(part -> isOwn(part) || !isWordInAnyCase(part))
        ? found
        : List.of();
  }

  /**
   * The agencies of a credit that nothing but its place shows to be one: each as the agency writes
   * itself, all in capitals, or too long to be anything else, and none that is an everyday word as
   * it stands: "Petra", "Mehr".
   */
  public List<String> findBare(String credit) {
    List<String> found = findOnly(credit);
    return found.isEmpty() || parts(credit).allMatch(this::isUnmistakable) ? found : List.of();
  }

  private static boolean isDesk(String part) {
    return DESK.matcher(PrintedText.strip(part)).matches();
  }

  private boolean isPartOfCredit(String part, String credit) {
    return !ofPart(part).isEmpty() || credit.indexOf('/') > 0 && isDesk(part);
  }

  /** The names in a credit that has only agencies. */
  private Stream<String> parts(String credit) {
    if (find(credit).isPresent()) {
      return Stream.of(credit);
    }
    return JOINED
        .splitAsStream(credit)
        .flatMap(part -> find(part).isPresent() ? Stream.of(part) : HYPHENS.splitAsStream(part))
        .filter(part -> find(part).isPresent());
  }

  private boolean isOwn(String name) {
    return ownForms.contains(form(name))
        || PrintedText.hasUpper(name) && !PrintedText.hasLower(name);
  }

  private boolean isUnmistakable(String name) {
    String form = form(name);
    boolean longName = form.length() >= SHORTEST_UNMISTAKABLE && !isWordInAnyCase(name);
    return longName || isOwn(name) && !wordForms.contains(form);
  }

  private boolean isWordInAnyCase(String name) {
    return wordKeys.contains(key(name));
  }

  /** Whether the word is the first of an agency's name. */
  public boolean mayBeginOne(String word) {
    return firstWords.contains(key(word));
  }

  /**
   * How many of the words, from the given one on, name an agency: the longest such run, 0 if none.
   */
  public int wordsNamingOne(List<String> words, int from) {
    if (!mayBeginOne(words.get(from))) {
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
  public static String key(String name) {
    return PrintedText.fold(form(name));
  }

  /** A name's letters and digits as printed. */
  private static String form(String name) {
    if (name == null || name.length() > LONGEST_NAME) {
      return "";
    }
    String bare = withoutArticleAndPossessive(PrintedText.strip(name));
    StringBuilder form = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); ) {
      int c = bare.codePointAt(i);
      if (isOfName(c)) {
        form.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return form.toString();
  }

  private static String withoutArticleAndPossessive(String name) {
    int start = 0;
    while (start < Math.min(name.length(), MOST_MARKS_BEFORE_ARTICLE)
        && !Character.isLetter(name.charAt(start))) {
      start++;
    }
    boolean article = name.regionMatches(true, start, "the ", 0, "the ".length());
    int possessive = name.endsWith("'s") || name.endsWith("’s") ? 2 : 0;
    possessive = name.endsWith("'") || name.endsWith("’") ? 1 : possessive;
    int from = article ? start + "the ".length() : 0;
    return name.substring(from, Math.max(from, name.length() - possessive));
  }

  private static boolean isOfName(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** One agency, or several in a word, as AFP-Jiji; none of "AP-NORC" and "Reuters-owned". */
  private List<String> ofPart(String part) {
    Optional<String> one = find(part);
    if (one.isPresent()) {
      return List.of(one.get());
    }
    if (!PrintedText.hasAny(part, c -> c == '-' || c == '–')) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String piece : HYPHENS.split(part)) {
      Optional<String> name = find(piece);
      boolean service = !found.isEmpty() && SERVICE.matcher(piece).matches();
      if (name.isEmpty() && !service) {
        return List.of();
      }
      name.ifPresent(found::add);
    }
    return found;
  }
}
