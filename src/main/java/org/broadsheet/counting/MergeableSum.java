package org.broadsheet.counting;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;

/**
 * A sum of elements that tasks compute in parts, and that comes out the same in whatever order
 * elements are added and parts are merged.
 *
 * @param <T> the elements
 * @param <S> the sum itself
 */
public interface MergeableSum<T, S extends MergeableSum<T, S>> extends Serializable {

  /**
   * Adds an element.
   *
   * @param element the element
   * @return the sum with it, which may be this object, changed
   */
  S add(T element);

  /**
   * Adds the elements of another sum.
   *
   * @param other the other sum, which is not used again
   * @return the sum of both, which may be this object, changed
   */
  S merge(S other);

  /**
   * Sums the elements of all partitions.
   *
   * @param elements the elements
   * @param empty a sum of no elements; each partition starts from a copy of it
   * @param <T> the elements
   * @param <S> the sum
   * @return the sum of all elements
   */
  static <T, S extends MergeableSum<T, S>> S over(JavaRDD<T> elements, S empty) {
    // Two sums the driver merges by itself; of more, it is sent their sum.
    boolean onExecutor = elements.getNumPartitions() > 2;
    return elements.treeAggregate(empty, MergeableSum::add, MergeableSum::merge, 2, onExecutor);
  }
}
