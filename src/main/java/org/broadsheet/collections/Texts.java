package org.broadsheet.collections;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;

/**
 * An unmodifiable list of texts that is cheap to send and to keep on disk. Java serializes each
 * string as an object of its own, which costs more than all the numbers beside it; here, all texts
 * together are one array of bytes.
 */
public final class Texts extends AbstractList<String> implements RandomAccess, Serializable {

  private static final long serialVersionUID = 1;

  private final transient String[] values;

  private Texts(String[] values) {
    this.values = values;
  }

  /**
   * Makes a list of texts.
   *
   * @param texts the texts, none of them null, in well-formed UTF-16: half of a surrogate pair
   *     would not survive
   * @return the list
   */
  public static Texts of(Collection<String> texts) {
    return new Texts(texts.toArray(String[]::new));
  }

  /**
   * Chooses texts.
   *
   * @param indexes their indexes
   * @return the texts at these indexes, in that order
   */
  public Texts at(int[] indexes) {
    String[] chosen = new String[indexes.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[indexes[i]];
    }
    return new Texts(chosen);
  }

  @Override
  public String get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }

  private Object writeReplace() {
    return PackedTexts.of(values);
  }

  /**
   * The texts as they are serialized.
   *
   * @param utf8 all texts, one after the other
   * @param ends for each text, the offset of the byte after it
   */
  private record PackedTexts(byte[] utf8, int[] ends) implements Serializable {

    static PackedTexts of(String[] texts) {
      byte[][] encoded = new byte[texts.length][];
      int[] ends = new int[texts.length];
      int end = 0;
      for (int i = 0; i < texts.length; i++) {
        encoded[i] = texts[i].getBytes(StandardCharsets.UTF_8);
        end = Math.addExact(end, encoded[i].length);
        ends[i] = end;
      }
      byte[] utf8 = new byte[end];
      for (int i = 0; i < texts.length; i++) {
        System.arraycopy(encoded[i], 0, utf8, ends[i] - encoded[i].length, encoded[i].length);
      }
      return new PackedTexts(utf8, ends);
    }

    private Object readResolve() {
      String[] texts = new String[ends.length];
      int start = 0;
      for (int i = 0; i < texts.length; i++) {
        texts[i] = new String(utf8, start, ends[i] - start, StandardCharsets.UTF_8);
        start = ends[i];
      }
      return new Texts(texts);
    }
  }
}
