package org.broadsheet.counting;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import scala.Function2;
import scala.reflect.ClassTag$;

/**
 * A sum of elements that tasks compute in parts, and that comes out the same in whatever order
 * elements are added and parts are merged.
 *
 * @param <T> the elements
 * @param <S> the sum itself
 */
public interface MergeableSum<T, S extends MergeableSum<T, S>> extends Serializable {

  /** So many sums the driver merges itself, which saves a stage. */
  int FEW_PARTITIONS = 2;

  /** Sums are merged in two steps: those of some partitions each, then what came out. */
  int DEPTH = 2;

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
    // However many partitions there are, the driver gets one sum.
    boolean onExecutor = elements.getNumPartitions() > FEW_PARTITIONS;
    Function2<S, T, S> add = (Function2<S, T, S> & Serializable) MergeableSum::add;
    Function2<S, S, S> merge = (Function2<S, S, S> & Serializable) MergeableSum::merge;
    return elements
        .rdd()
        .treeAggregate(
            empty, add, merge, DEPTH, onExecutor, ClassTag$.MODULE$.apply(empty.getClass()));
  }
}
