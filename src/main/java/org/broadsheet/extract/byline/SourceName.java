package org.broadsheet.extract.byline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.web.WebAddress;

/**
 * The forms in which a source may name itself: its name, its domain, and the domain's first part
 * with and without "the".
 */
record SourceName(Set<String> keys) {
  private static final int MOST_WORDS = 6;
  private static final int SHORTEST_WITHOUT_THE = 3;

  /** The source of this printed name or domain; null and blank are nobody's. */
  static SourceName of(String nameOrDomain) {
    Set<String> keys = new HashSet<>();
    keys.add(Agencies.key(nameOrDomain));
    WebAddress.domainOf(nameOrDomain).ifPresent(domain -> addDomain(domain, keys));
    keys.remove("");
    return new SourceName(Set.copyOf(keys));
  }

  private static void addDomain(String domain, Set<String> keys) {
    String label = Agencies.key(domain.substring(0, domain.indexOf('.')));
    keys.add(Agencies.key(domain));
    keys.add(label);
    if (label.startsWith("the") && label.length() >= "the".length() + SHORTEST_WITHOUT_THE) {
      keys.add(label.substring("the".length()));
    }
  }

  boolean is(String name) {
    return keys.contains(Agencies.key(name));
  }

  /** How many of the words, from the given one on, name the source; 0 if none. */
  int wordsNamingIt(List<String> words, int from) {
    String first = Agencies.key(words.get(from));
    if (!first.equals("the") && keys.stream().noneMatch(key -> key.startsWith(first))) {
      return 0;
    }
    for (int n = Math.min(MOST_WORDS, words.size() - from); n > 0; n--) {
      if (is(String.join(" ", words.subList(from, from + n)))) {
        return n;
      }
    }
    return 0;
  }

  /** Whether the word is within the source's name: the "&" of "Mail & Harbour". */
  boolean isInside(List<String> words, int word) {
    for (int from = Math.max(0, word - MOST_WORDS); from < word; from++) {
      if (from + wordsNamingIt(words, from) > word) {
        return true;
      }
    }
    return false;
  }
}
