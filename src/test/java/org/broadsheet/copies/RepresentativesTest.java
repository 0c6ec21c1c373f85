package org.broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepresentativesTest {

  /** Articles a, b and so on, one a day, of so many words each. */
  private static CopyGroup group(List<String> sources, int... words) {
    List<CopyMember> members = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String id = String.valueOf((char) ('a' + i));
      members.add(News.member(id, sources.get(i), "2026-03-" + (10 + i), words[i]));
    }
    return CopyGroup.of(members);
  }

  private static Map<String, DuplicateWeight> weights(CopyGroup group) {
    return weights(group, Map.of());
  }

  private static Map<String, DuplicateWeight> weights(
      CopyGroup group, Map<String, List<String>> fields) {
    ArticleValues.ArticleValuesBuilder<List<String>> values =
        new ArticleValues.ArticleValuesBuilder<>();
    fields.forEach(values::add);
    Map<String, DuplicateWeight> weights = new HashMap<>();
    Representatives.weigh(group, values.build(), weights::put);
    return weights;
  }

  /** What each article represents in a comparison. */
  private static List<String> targets(Map<String, DuplicateWeight> weights, int number) {
    return weights.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry -> {
              DuplicateWeight.InContrast weight = entry.getValue().inContrast(number);
              return entry.getKey()
                  + (weight.inTarget() ? " target" : "")
                  + (weight.inRestOf() == null ? "" : ", rest of " + weight.inRestOf());
            })
        .toList();
  }

  private static List<String> counting(Map<String, DuplicateWeight> weights) {
    return weights.keySet().stream().filter(id -> weights.get(id).inCorpus()).sorted().toList();
  }

  @Test
  void theLongestCounts() {
    List<String> sources = List.of("post", "news", "echo");
    assertEquals(List.of("b"), counting(weights(group(sources, 100, 120, 110))));
    assertEquals(List.of("a"), counting(weights(group(sources, 120, 110, 120))), "the earlier");
  }

  @Test
  void ofEachSourceTheLongestCounts() {
    // From the longest: c of the news, a of the post, then b and d, which are of the same.
    assertEquals(
        List.of("a target, rest of news", "b", "c target", "d"),
        targets(weights(group(List.of("post", "post", "news", "news"), 110, 105, 120, 100)), 0));
  }

  @Test
  void aSingleSourceHasNoRest() {
    assertEquals(
        List.of("a target", "b"), targets(weights(group(List.of("post", "post"), 120, 100)), 0));
  }

  @Test
  void theLongestOfTheOthersCountsInTheRest() {
    assertEquals(
        List.of("a target", "b target", "c target, rest of post"),
        targets(weights(group(List.of("post", "news", "echo"), 120, 100, 110)), 0));
  }

  @Test
  void articlesWithoutASourceAreOneTarget() {
    assertEquals(
        List.of("a target", "b target, rest of unknown", "c"),
        targets(weights(group(Arrays.asList(null, "post", null), 120, 110, 100)), 0));
    assertEquals(
        List.of("a target", "b target, rest of post", "c target"),
        targets(weights(group(Arrays.asList("post", null, "news"), 120, 110, 100)), 0));
  }

  @Test
  void valuesOfFieldsAreTargetsToo() {
    Map<String, List<String>> fields =
        Map.of(
            "a", Arrays.asList("harbour", null),
            "b", Arrays.asList("harbour", "morning"),
            "c", Arrays.asList("town", "morning"));
    Map<String, DuplicateWeight> weights =
        weights(group(List.of("post", "news", "post"), 120, 110, 100), fields);
    assertEquals(List.of("a target", "b target, rest of post", "c"), targets(weights, 0));
    assertEquals(List.of("a target", "b", "c target, rest of harbour"), targets(weights, 1));
    assertEquals(List.of("a target", "b target", "c"), targets(weights, 2));
  }

  /** The purpose of the weights: in a target and in its rest a story counts once, or not at all. */
  @Test
  void aStoryCountsOnceInATargetAndInItsRest() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      int size = 2 + random.nextInt(5);
      List<String> sources =
          new ArrayList<>(
              IntStream.range(0, size)
                  .mapToObj(j -> random.nextInt(4) == 0 ? null : "outlet" + random.nextInt(3))
                  .toList());
      int[] words = random.ints(size, 90, 110).toArray();
      Map<String, DuplicateWeight> weights = weights(group(sources, words));
      assertEquals(1, counting(weights).size());
      sources.stream()
          .filter(Objects::nonNull)
          .distinct()
          .forEach(s -> assertOnce(s, sources, weights));
    }
  }

  private static void assertOnce(
      String target, List<String> sources, Map<String, DuplicateWeight> weights) {
    Map<String, String> targets = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      targets.put(String.valueOf((char) ('a' + i)), sources.get(i));
    }
    long own =
        weights.keySet().stream()
            .filter(
                id -> target.equals(targets.get(id)) && weights.get(id).inContrast(0).inTarget())
            .count();
    long rest =
        weights.keySet().stream()
            .filter(id -> countsInTheRest(target, targets.get(id), weights.get(id)))
            .count();
    boolean areOthers = targets.values().stream().anyMatch(other -> !target.equals(other));
    assertEquals(1, own, target + " of " + sources);
    assertEquals(areOthers ? 1 : 0, rest, "against " + target + " of " + sources);
  }

  private static boolean countsInTheRest(String target, String of, DuplicateWeight weight) {
    return !target.equals(of)
        && (weight.inCorpus() || target.equals(weight.inContrast(0).inRestOf()));
  }
}
