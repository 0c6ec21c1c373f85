package org.broadsheet.extract.html.tree;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Distinguishes rows of data from rows that only lay out a page. */
final class DataTable {
  /** A cell with more text than this holds prose. */
  private static final int LONGEST_CELL = 120;

  private static final Set<String> CELLS = Set.of("td", "th");

  /** Elements that a cell of data may hold. */
  private static final Set<String> SIMPLE =
      Set.of("p", "a", "b", "i", "em", "strong", "span", "br", "sup", "sub", "small", "time");

  private DataTable() {}

  /** Whether a {@code tr} has two cells or more, all of them short and plain. */
  static boolean holds(Element row) {
    int cells = 0;
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      if (!CELLS.contains(cell.normalName())
          || !isPlain(cell)
          || ElementProbe.lengthUpTo(cell, LONGEST_CELL) >= LONGEST_CELL) {
        return false;
      }
      cells++;
    }
    return cells > 1;
  }

  private static boolean isPlain(Element cell) {
    Element child = cell.firstElementChild();
    while (child != null && SIMPLE.contains(child.normalName())) {
      child = child.nextElementSibling();
    }
    return child == null;
  }
}
