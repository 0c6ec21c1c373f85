package org.broadsheet.collections;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives values ids from 0 in the order in which they are first met.
 *
 * @param <T> the values
 */
public final class Dictionary<T> {

  private final Map<T, Integer> ids = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  /**
   * Looks up the id of a value, which gets the next one if it is new.
   *
   * @param value the value
   * @return its id
   */
  public int id(T value) {
    Integer id = ids.putIfAbsent(value, values.size());
    if (id == null) {
      values.add(value);
      return values.size() - 1;
    }
    return id;
  }

  /**
   * Looks up a value.
   *
   * @param id its id
   * @return the value
   */
  public T value(int id) {
    return values.get(id);
  }

  /**
   * Gives all values.
   *
   * @return the values in the order of their ids
   */
  public List<T> values() {
    return Collections.unmodifiableList(values);
  }

  /**
   * Counts the values.
   *
   * @return the number of values
   */
  public int size() {
    return values.size();
  }
}
