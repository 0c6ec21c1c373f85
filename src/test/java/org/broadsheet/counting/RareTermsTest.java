package org.broadsheet.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.broadsheet.JavaSerialization;
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.counting.block.TokenIdBlock;
import org.junit.jupiter.api.Test;

class RareTermsTest {

  private static final int PLENTY = 1 << 22;

  /** Articles from one number to another: "common", and a word of their own. */
  private static TokenIdBlock block(int from, int to) {
    return Counting.words(
        1,
        Counting.english(
            IntStream.range(from, to)
                .mapToObj(i -> "common own" + Integer.toString(i, 36) + "q")
                .toArray(String[]::new)));
  }

  private static boolean isRare(RareTerms counters, TokenIdBlock block, int term, int minDf) {
    return counters.complete().isRare(TermHash.ofWords(block.words())[term], minDf);
  }

  private static int term(TokenIdBlock block, String text) {
    return IntStream.range(0, block.words().size())
        .filter(term -> block.words().get(term).equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTermIsRareBelowTheSmallestDfOnly() {
    TokenIdBlock block = block(0, 3);
    RareTerms counters = new RareTerms(1, PLENTY).add(block);
    assertFalse(isRare(counters, block, term(block, "common"), 3));
    assertTrue(isRare(counters, block, term(block, "common"), 4));
    assertFalse(isRare(counters, block, term(block, "own0q"), 1));
    assertTrue(isRare(counters, block, term(block, "own0q"), 2));
  }

  @Test
  void countersStopAtTheirHighestAndLoseNoTerm() {
    TokenIdBlock block = block(0, 300);
    RareTerms counters = new RareTerms(1, PLENTY).add(block);
    assertFalse(isRare(counters, block, term(block, "common"), 300));
    assertFalse(isRare(counters, block, term(block, "common"), 301), "it may be there");
  }

  /** Few counters in use are kept as a list, many as an array: the sums must be the same. */
  @Test
  void partsAddUpWhateverTheirSizeAndOrder() {
    TokenIdBlock large = block(0, 900);
    TokenIdBlock small = block(890, 905);
    for (int size : new int[] {1 << 12, 1 << 16}) {
      RareTerms one = new RareTerms(1, size).add(large).add(small);
      RareTerms two =
          new RareTerms(1, size)
              .merge(new RareTerms(1, size).add(small))
              .merge(new RareTerms(1, size).add(large));
      RareTerms three =
          new RareTerms(1, size)
              .merge(new RareTerms(1, size).add(large))
              .merge(new RareTerms(1, size).add(small));
      for (int term = 0; term < large.words().size(); term++) {
        for (int minDf : new int[] {2, 3, 255, 256}) {
          boolean rare = isRare(one, large, term, minDf);
          assertEquals(rare, isRare(two, large, term, minDf));
          assertEquals(rare, isRare(three, large, term, minDf));
        }
      }
    }
  }

  @Test
  void aSmallPartOfALargeCorpusIsSmall() throws IOException {
    int bytes = JavaSerialization.bytes(new RareTerms(1, 1 << 25).add(block(0, 100))).length;
    assertTrue(bytes < 10_000, bytes + " bytes");
  }
}
