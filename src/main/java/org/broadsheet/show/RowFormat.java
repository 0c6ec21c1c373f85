package org.broadsheet.show;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** A way to print rows. No value can control the terminal. */
public interface RowFormat {

  /**
   * Prints rows.
   *
   * @param columns the names of their columns
   * @param rows their values, which are read once
   * @param out where to
   */
  void print(List<String> columns, Iterator<Object[]> rows, PrintStream out);

  /**
   * A value as text: nothing for null, the items of a list with commas between them.
   *
   * @param value a value of a row
   * @return its text
   */
  static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value == null ? "" : value.toString();
  }
}
