package org.broadsheet.counting.block;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.broadsheet.collections.Dictionary;
import org.broadsheet.collections.Texts;
import org.broadsheet.copies.DuplicateWeight;

/**
 * An unmodifiable list of groups of articles that is cheap to send and to keep on disk: with many
 * sources and periods, there are about as many groups as articles, whose few languages, sources and
 * fields are then stored once.
 */
public final class GroupKeys extends AbstractList<GroupKey> implements RandomAccess, Serializable {

  private static final long serialVersionUID = 1;

  private final transient GroupKey[] keys;

  private GroupKeys(GroupKey[] keys) {
    this.keys = keys;
  }

  /**
   * Makes a list of groups.
   *
   * @param keys the groups
   * @return the list
   */
  public static GroupKeys of(Collection<GroupKey> keys) {
    return new GroupKeys(keys.toArray(GroupKey[]::new));
  }

  @Override
  public GroupKey get(int index) {
    return keys[index];
  }

  @Override
  public int size() {
    return keys.length;
  }

  private Object writeReplace() {
    return PackedKeys.of(keys);
  }

  /**
   * The groups as they are serialized: the different values of each part of a key, and for each
   * group the ids of its values.
   */
  private record PackedKeys(
      Texts languages,
      int[] language,
      Texts sources,
      int[] source,
      int[] period,
      List<List<String>> fieldLists,
      int[] fields,
      DuplicateWeight[] weights,
      int[] weight)
      implements Serializable {

    private static final int NO_PERIOD = Integer.MIN_VALUE;

    static PackedKeys of(GroupKey[] keys) {
      Dictionary<String> languages = new Dictionary<>();
      Dictionary<String> sources = new Dictionary<>();
      Dictionary<List<String>> fieldLists = new Dictionary<>();
      Dictionary<DuplicateWeight> weights = new Dictionary<>();
      int[] language = ids(keys, GroupKey::language, languages);
      int[] source = ids(keys, GroupKey::source, sources);
      int[] fields = ids(keys, GroupKey::fields, fieldLists);
      int[] weight = ids(keys, GroupKey::weight, weights);
      return new PackedKeys(
          Texts.of(languages.values()),
          language,
          Texts.of(sources.values()),
          source,
          Arrays.stream(keys).mapToInt(PackedKeys::period).toArray(),
          List.copyOf(fieldLists.values()),
          fields,
          weights.values().toArray(DuplicateWeight[]::new),
          weight);
    }

    private static int period(GroupKey key) {
      return key.period() == null ? NO_PERIOD : key.period();
    }

    private static <T> int[] ids(
        GroupKey[] keys, Function<GroupKey, T> part, Dictionary<T> dictionary) {
      return Arrays.stream(keys).map(part).mapToInt(dictionary::id).toArray();
    }

    private Object readResolve() {
      GroupKey[] keys = new GroupKey[language.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] =
            new GroupKey(
                languages.get(language[i]),
                sources.get(source[i]),
                period[i] == NO_PERIOD ? null : (Integer) period[i],
                fieldLists.get(fields[i]),
                weights[weight[i]]);
      }
      return new GroupKeys(keys);
    }
  }
}
