package org.broadsheet.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the bursts of a term by Kleinberg's automaton of two states for batched arrivals (Kleinberg
 * 2002, section 4). In the base state an article has the term with its probability in the whole
 * corpus, in the burst state with twice that probability. A burst begins where the gain outweighs
 * the cost of changing the state, which is the logarithm of the number of batches.
 *
 * <p>Runs of batches without the term are processed together, so that the work grows with the
 * batches that have it, not with the calendar.
 */
public final class Bursts {

  private static final double SCALE = 2;
  private static final double GAMMA = 1;

  /** The burst state must leave room for an article without the term. */
  private static final double MOST_PROBABLE = 0.9999;

  private Bursts() {}

  /**
   * A run of batches in the burst state.
   *
   * @param first the number of its first batch
   * @param last the number of its last batch
   * @param weight the gain of the burst state over the base state, in natural logarithms
   */
  public record Burst(int first, int last, double weight) {}

  /**
   * Finds the bursts of a term.
   *
   * @param batches the numbers of the batches that have the term, ascending
   * @param having for each of these batches, the articles that have it, from 1
   * @param before for each batch of the calendar, the articles of all batches before it; one more
   *     entry for the articles of all batches
   * @return its bursts in order, which do not overlap
   */
  public static List<Burst> of(int[] batches, long[] having, long[] before) {
    int calendar = before.length - 1;
    long all = before[calendar];
    long found = 0;
    for (long count : having) {
      found += count;
    }
    double base = (double) found / all;
    if (calendar < 2 || base >= MOST_PROBABLE) {
      return List.of();
    }
    return new Path(base, GAMMA * StrictMath.log(calendar)).bursts(batches, having, before);
  }

  /** The cheapest sequence of states. Costs are relative to staying in the base state. */
  private static final class Path {
    private final double gainWith;
    private final double gainWithout;
    private final double change;

    Path(double base, double change) {
      double burst = Math.min(SCALE * base, MOST_PROBABLE);
      this.gainWith = StrictMath.log(burst / base);
      this.gainWithout = StrictMath.log((1 - burst) / (1 - base));
      this.change = change;
    }

    /**
     * Runs the Viterbi algorithm over the batches that have the term and the gaps before them. A
     * batch without the term never gains, so a burst ends where a gap begins or lasts through it.
     */
    List<Burst> bursts(int[] batches, long[] having, long[] before) {
      double[] gains = new double[batches.length];
      boolean[] goesOn = new boolean[batches.length];
      boolean[] ends = new boolean[batches.length];
      double inBase = 0;
      double inBurst = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < batches.length; i++) {
        int batch = batches[i];
        double gap = i == 0 ? 0 : (before[batch] - before[batches[i - 1] + 1]) * gainWithout;
        long without = before[batch + 1] - before[batch] - having[i];
        gains[i] = having[i] * gainWith + without * gainWithout;
        double baseBefore = Math.max(inBase, inBurst);
        ends[i] = inBurst > inBase;
        goesOn[i] = inBurst + gap > baseBefore - change;
        inBurst = gains[i] + (goesOn[i] ? inBurst + gap : baseBefore - change);
        inBase = baseBefore;
      }
      return traced(batches, before, gains, goesOn, ends, inBurst > inBase);
    }

    private List<Burst> traced(
        int[] batches,
        long[] before,
        double[] gains,
        boolean[] goesOn,
        boolean[] ends,
        boolean endsInBurst) {
      List<Burst> bursts = new ArrayList<>();
      boolean bursting = endsInBurst;
      int last = -1;
      double weight = 0;
      for (int i = batches.length - 1; i >= 0; i--) {
        if (!bursting) {
          bursting = ends[i];
          continue;
        }
        last = last < 0 ? batches[i] : last;
        weight += gains[i];
        if (goesOn[i]) {
          weight += (before[batches[i]] - before[batches[i - 1] + 1]) * gainWithout;
        } else {
          bursts.add(0, new Burst(batches[i], last, weight));
          last = -1;
          weight = 0;
          bursting = ends[i];
        }
      }
      return bursts;
    }
  }
}
