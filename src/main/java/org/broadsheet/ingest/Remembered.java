package org.broadsheet.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a function gave for the keys of earlier records: few outlets and few authors have most
 * articles. It is emptied when it is full. Not safe for use by several threads.
 *
 * @param <K> what the function takes
 * @param <V> what it gives, never null
 */
final class Remembered<K, V> {

  /** So many bylines are a few megabytes. */
  private static final int FULL = 1 << 12;

  private final Function<K, V> function;
  private final Map<K, V> known = new HashMap<>();

  Remembered(Function<K, V> function) {
    this.function = function;
  }

  V of(K key) {
    V value = known.get(key);
    if (value == null) {
      if (known.size() >= FULL) {
        known.clear();
      }
      value = function.apply(key);
      known.put(key, value);
    }
    return value;
  }
}
