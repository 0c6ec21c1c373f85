package org.broadsheet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.broadsheet.stats.Bursts.Burst;
import org.junit.jupiter.api.Test;

class BurstsTest {

  private static List<Burst> bursts(long[] having, long[] articles) {
    int[] batches = IntStream.range(0, having.length).filter(i -> having[i] > 0).toArray();
    long[] before = new long[articles.length + 1];
    for (int i = 0; i < articles.length; i++) {
      before[i + 1] = before[i] + articles[i];
    }
    return Bursts.of(batches, IntStream.of(batches).mapToLong(i -> having[i]).toArray(), before);
  }

  private static long[] each(long articles, int batches) {
    return IntStream.range(0, batches).mapToLong(i -> articles).toArray();
  }

  /**
   * 20 of 1,000 articles have the term: p is .02, 2p is .04. The two batches gain 16 ln 2 and (200
   * - 16) ln(.96 / .98), more than ln 10.
   */
  @Test
  void aBurstByHand() {
    List<Burst> bursts = bursts(new long[] {1, 0, 8, 8, 0, 1, 1, 0, 0, 1}, each(100, 10));
    double weight = 16 * Math.log(2) + 184 * Math.log(0.96 / 0.98);
    assertEquals(1, bursts.size());
    assertEquals(2, bursts.get(0).first());
    assertEquals(3, bursts.get(0).last());
    assertEquals(weight, bursts.get(0).weight(), 1e-9);
  }

  @Test
  void evenUseIsNone() {
    assertEquals(List.of(), bursts(each(3, 12), each(50, 12)));
  }

  @Test
  void aTermOfEveryArticleHasNone() {
    assertEquals(List.of(), bursts(each(50, 12), each(50, 12)));
    assertEquals(List.of(), bursts(new long[] {3}, new long[] {9}), "a single batch");
  }

  @Test
  void aShortGapIsPartOfTheBurstAndALongOneIsNot() {
    long[] having = new long[100];
    having[10] = having[12] = 9;
    assertEquals(1, bursts(having, each(10, 100)).size());
    having[60] = 9;
    List<Burst> bursts = bursts(having, each(10, 100));
    assertEquals(2, bursts.size());
    assertEquals(60, bursts.get(1).first());
    assertEquals(60, bursts.get(1).last());
  }

  /** Against the automaton written down as it is published, over every batch and both states. */
  @Test
  void agreesWithThePlainAutomaton() {
    Random random = new Random(5);
    int found = 0;
    for (int round = 0; round < 500; round++) {
      int n = 2 + random.nextInt(40);
      long[] articles = new long[n];
      long[] having = new long[n];
      for (int i = 0; i < n; i++) {
        articles[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
        double rate = random.nextInt(3) == 0 ? 0.3 : 0.02;
        for (int a = 0; a < articles[i]; a++) {
          having[i] += random.nextDouble() < rate ? 1 : 0;
        }
      }
      if (IntStream.range(0, n).mapToLong(i -> having[i]).sum() > 0) {
        List<Burst> bursts = bursts(having, articles);
        assertEquals(
            cost(plain(having, articles), having, articles),
            cost(states(bursts, n), having, articles),
            1e-6);
        found += bursts.size();
      }
    }
    assertTrue(found > 100, "there are bursts to compare: " + found);
  }

  private static boolean[] states(List<Burst> bursts, int n) {
    boolean[] states = new boolean[n];
    bursts.forEach(b -> IntStream.rangeClosed(b.first(), b.last()).forEach(i -> states[i] = true));
    return states;
  }

  private static double[] rates(long[] having, long[] articles) {
    double base =
        (double) IntStream.range(0, having.length).mapToLong(i -> having[i]).sum()
            / IntStream.range(0, having.length).mapToLong(i -> articles[i]).sum();
    return new double[] {base, Math.min(2 * base, 0.9999)};
  }

  private static double cost(double rate, long having, long articles) {
    return -having * Math.log(rate) - (articles - having) * Math.log(1 - rate);
  }

  private static double cost(boolean[] states, long[] having, long[] articles) {
    double[] rates = rates(having, articles);
    double cost = 0;
    for (int i = 0; i < states.length; i++) {
      cost += cost(rates[states[i] ? 1 : 0], having[i], articles[i]);
      boolean before = i > 0 && states[i - 1];
      cost += states[i] && !before ? Math.log(states.length) : 0;
    }
    return cost;
  }

  private static boolean[] plain(long[] having, long[] articles) {
    int n = having.length;
    double[] rates = rates(having, articles);
    double[] costs = {0, Double.POSITIVE_INFINITY};
    List<int[]> from = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int[] best = {costs[0] <= costs[1] ? 0 : 1, costs[0] + Math.log(n) < costs[1] ? 0 : 1};
      double up = Math.min(costs[0] + Math.log(n), costs[1]);
      double down = Math.min(costs[0], costs[1]);
      costs =
          new double[] {
            down + cost(rates[0], having[i], articles[i]),
            up + cost(rates[1], having[i], articles[i])
          };
      from.add(best);
    }
    boolean[] states = new boolean[n];
    int state = costs[0] <= costs[1] ? 0 : 1;
    for (int i = n - 1; i >= 0; i--) {
      states[i] = state == 1;
      state = from.get(i)[state];
    }
    return states;
  }
}
