package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.block.TermHash;
import org.junit.jupiter.api.Test;

/** Sums come out the same in whatever order elements are added and parts are merged. */
class MergeableSumTest {

  private static final Random RANDOM = new Random(3);

  /** Sums the elements in a random order, in parts that are merged in a random order. */
  private static <T, S extends MergeableSum<T, S>> S shuffled(List<T> elements, Supplier<S> empty) {
    List<S> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parts.add(empty.get());
    }
    List<T> order = new ArrayList<>(elements);
    Collections.shuffle(order, RANDOM);
    for (T element : order) {
      int part = RANDOM.nextInt(parts.size());
      parts.set(part, parts.get(part).add(element));
    }
    Collections.shuffle(parts, RANDOM);
    return parts.stream().reduce(empty.get(), MergeableSum::merge);
  }

  private static <T, S extends MergeableSum<T, S>> void requireSame(
      List<T> elements, Supplier<S> empty, Function<S, ?> shown) {
    S whole = empty.get();
    for (T element : elements) {
      whole = whole.add(element);
    }
    for (int round = 0; round < 20; round++) {
      assertEquals(shown.apply(whole), shown.apply(shuffled(elements, empty)));
    }
  }

  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String text = "Ferry " + "ant ".repeat(i % 3) + "bee ".repeat(i % 5) + "cow ".repeat(i % 7);
      articles.add(new Article("a" + i, i % 4 == 0 ? "de" : "en", "s" + i % 3, null, text));
    }
    return articles;
  }

  @Test
  void histograms() {
    List<TermStats> terms = List.copyOf(Counting.counts(2, Counting.words(2, articles())).values());
    requireSame(
        terms,
        DfHistogram::new,
        histogram -> {
          Map<String, Object> cutoffs = new TreeMap<>();
          for (NgramClass ngrams : histogram.classes()) {
            for (long most = 0; most < 6; most++) {
              cutoffs.put(ngrams + " " + most, histogram.cutoff(ngrams, most));
            }
          }
          return cutoffs;
        });
  }

  private static long hash(int word) {
    return TermHash.ofWord("w" + word) ^ TermHash.ofLanguage("en");
  }

  private static List<Long> ofWords(DuplicateDf duplicates) {
    return IntStream.range(0, 20)
        .mapToObj(word -> duplicates.of(new TermKey("en", 1, "w" + word)))
        .toList();
  }

  @Test
  void duplicates() {
    List<Iterable<long[]>> groups = new ArrayList<>();
    for (int group = 0; group < 50; group++) {
      List<long[]> copies = new ArrayList<>();
      for (int copy = 0; copy < 2 + group % 3; copy++) {
        copies.add(RANDOM.ints(8, 0, 19).distinct().mapToLong(MergeableSumTest::hash).toArray());
      }
      groups.add(copies);
    }
    requireSame(groups, DuplicateDf::new, MergeableSumTest::ofWords);
  }

  @Test
  void ofThreeCopiesWithATermTwoAreDuplicates() {
    DuplicateDf duplicates =
        new DuplicateDf()
            .add(
                List.of(
                    new long[] {hash(1), hash(2)},
                    new long[] {hash(1)},
                    new long[] {hash(1), hash(2), hash(3)}))
            .add(List.of(new long[] {hash(1)}, new long[] {hash(1)}));
    assertEquals(List.of(0L, 3L, 1L, 0L), ofWords(duplicates).subList(0, 4));
  }
}
