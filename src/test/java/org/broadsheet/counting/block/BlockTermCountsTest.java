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

  private static final TokenIdBlock BLOCK = block();

  /** Three hundred short articles of two languages, five sources and four periods. */
  private static TokenIdBlock block() {
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
    return block.build();
  }

  /** Every count by its names, which are the same however the block is split. */
  private static void addCounts(BlockTermCounts part, Map<String, List<Integer>> counts) {
    BlockTermCounts.FormCounts cells = part.cells();
    for (int i = 0; i < cells.size(); i++) {
      int form = cells.form()[i];
      int term = part.formTerms()[form];
      GroupKey group = part.groups().get(cells.group()[i]);
      String name =
          String.join(
              "|",
              group.language(),
              group.source(),
              String.valueOf(group.period()),
              String.valueOf(part.n()[term]),
              part.terms().get(term),
              part.forms().get(form));
      List<Integer> count =
          List.of(cells.tf()[i], cells.df()[i], part.firstDays()[term], part.lastDays()[term]);
      assertEquals(null, counts.put(name, count), "a count is in one partition only");
    }
  }

  private static List<BlockTermCounts> split(int partitions) {
    return TermCounter.count(BLOCK, 3, (hash, n) -> true, partitions);
  }

  private static Map<String, List<Integer>> counts(List<BlockTermCounts> split) {
    Map<String, List<Integer>> counts = new TreeMap<>();
    split.forEach(part -> addCounts(part, counts));
    return counts;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 5000})
  void thePartitionsTogetherHaveAllCounts(int partitions) {
    List<BlockTermCounts> split = split(partitions);
    assertEquals(partitions, split.size());
    BlockTermCounts whole = split(1).get(0);
    Map<String, List<Integer>> counts = counts(List.of(whole));
    assertEquals(whole.cells().size(), counts.size());
    assertEquals(counts, counts(split));
  }

  @Test
  void aTermIsInThePartitionOfItsHash() {
    List<BlockTermCounts> split = split(7);
    for (String term : split(1).get(0).terms()) {
      int partition = (int) Long.remainderUnsigned(TermHash.ofTerm(term), 7);
      assertTrue(split.get(partition).terms().contains(term));
    }
  }

  @Test
  void aPartitionHasTheGroupsThatItUses() {
    for (BlockTermCounts part : split(200)) {
      Set<Integer> used = new HashSet<>();
      for (int group : part.cells().group()) {
        used.add(group);
      }
      assertEquals(used.size(), part.groups().size());
    }
  }
}
