package org.broadsheet.counting;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Brings values of the same hash together. They travel as lists: written one by one, each would
 * carry the description of its class along.
 */
public final class Exchange {

  /** Values in one list at most, so that a task holds few of them. */
  private static final int LONGEST = 4_096;

  private Exchange() {}

  /** A hash that can be sent to tasks. */
  public interface Hash<T> extends ToIntFunction<T>, Serializable {}

  /**
   * Moves values to the partition of their hash.
   *
   * @param values the values
   * @param hash their hash
   * @param partitions how many partitions there will be
   * @return the values; those of one hash are in one partition, in no order
   */
  public static <T> JavaRDD<T> byHash(JavaRDD<T> values, Hash<T> hash, int partitions) {
    return values
        .mapPartitionsToPair(part -> new Lists<>(part, hash, partitions))
        .partitionBy(new HashPartitioner(partitions))
        .values()
        .flatMap(List::iterator);
  }

  /** Collects values into a list for each partition, and hands out a list when it is full. */
  private static final class Lists<T> implements Iterator<Tuple2<Integer, List<T>>> {
    private final Iterator<T> values;
    private final Hash<T> hash;
    private final List<List<T>> lists = new ArrayList<>();
    private int next;
    private boolean ready;

    Lists(Iterator<T> values, Hash<T> hash, int partitions) {
      this.values = values;
      this.hash = hash;
      for (int i = 0; i < partitions; i++) {
        lists.add(new ArrayList<>());
      }
    }

    @Override
    public boolean hasNext() {
      ready = ready || fill() || findLeft();
      return ready;
    }

    /** Reads on until a list is full. */
    private boolean fill() {
      while (values.hasNext()) {
        T value = values.next();
        next = Math.floorMod(hash.applyAsInt(value), lists.size());
        lists.get(next).add(value);
        if (lists.get(next).size() == LONGEST) {
          return true;
        }
      }
      return false;
    }

    /** Finds a list that is left when there are no more values. */
    private boolean findLeft() {
      next = 0;
      while (next < lists.size() && lists.get(next).isEmpty()) {
        next++;
      }
      return next < lists.size();
    }

    @Override
    public Tuple2<Integer, List<T>> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      List<T> full = lists.set(next, new ArrayList<>());
      return new Tuple2<>(next, full);
    }
  }
}
