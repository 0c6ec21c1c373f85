package org.broadsheet.collections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers values from 0 in the order in which they are first met. */
public final class Dictionary<T> {

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  /** The number of a value, which gets the next one if it is new. */
  public int number(T value) {
    Integer number = numbers.putIfAbsent(value, values.size());
    if (number == null) {
      values.add(value);
      return values.size() - 1;
    }
    return number;
  }

  public T value(int number) {
    return values.get(number);
  }

  public int size() {
    return values.size();
  }
}
