package org.broadsheet.counting.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.text.TextScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTermCountsTest {

  private static final CountedBlock BLOCK = block();

  /** Three hundred short articles of two languages, five outlets and four periods. */
  private static CountedBlock block() {
    Random random = new Random(5);
    TextScanner scanner = new TextScanner();
    TokenIdBlockBuilder block = new TokenIdBlockBuilder(3, AnalysisSettings.DEFAULT);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 12; word++) {
        text.append(random.nextBoolean() ? "Wort" : "wort")
            .append((char) ('a' + random.nextInt(9)));
        text.append(random.nextInt(5) == 0 ? ". " : " ");
      }
      TextScanner.Scan scan = scanner.scan("", text.toString(), null);
      Integer period = i % 4 == 0 ? null : i % 4;
      String language = i % 3 == 0 ? "de" : "en";
      block.add(
          "a" + i,
          new GroupKey(language, "s" + i % 5, period, List.of()),
          period,
          scan.text(),
          scan.spans());
    }
    return TermCounter.count(block.build(), 3, (hash, n) -> true);
  }

  /** Every count by its names, as any cut of the block must give it. */
  private static void addCounts(BlockTermCounts part, Map<String, List<Integer>> counts) {
    CountedBlock.Cells cells = part.cells();
    for (int i = 0; i < cells.size(); i++) {
      int form = cells.form()[i];
      int term = part.formTerms()[form];
      BagOfWordsBlock.Group group = part.groups().get(cells.group()[i]);
      String name =
          String.join(
              "|",
              group.place().language(),
              group.place().source(),
              String.valueOf(group.place().period()),
              String.valueOf(part.n()[term]),
              part.terms()[term],
              part.forms()[form]);
      List<Integer> count =
          List.of(cells.tf()[i], cells.df()[i], cells.firstDay()[i], cells.lastDay()[i]);
      assertEquals(null, counts.put(name, count), "a count is in one part only");
    }
  }

  private static Map<String, List<Integer>> counts(int parts) {
    Map<String, List<Integer>> counts = new TreeMap<>();
    BLOCK.parts(parts).forEach(part -> addCounts(part, counts));
    return counts;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 5000})
  void partsTogetherAreTheBlock(int parts) {
    assertEquals(parts, BLOCK.parts(parts).size());
    Map<String, List<Integer>> whole = counts(1);
    assertEquals(BLOCK.cells().size(), whole.size());
    assertEquals(whole, counts(parts));
  }

  @Test
  void aTermIsInThePartOfItsHash() {
    List<BlockTermCounts> parts = BLOCK.parts(7);
    for (int term = 0; term < BLOCK.terms().size(); term++) {
      int part = (int) Long.remainderUnsigned(BLOCK.terms().hash(term), 7);
      assertTrue(List.of(parts.get(part).terms()).contains(BLOCK.terms().text(term)));
    }
  }

  @Test
  void aPartHasTheGroupsThatItUses() {
    for (BlockTermCounts part : BLOCK.parts(200)) {
      Set<Integer> used = new HashSet<>();
      for (int group : part.cells().group()) {
        used.add(group);
      }
      assertEquals(used.size(), part.groups().size());
    }
  }
}
