package org.broadsheet.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.stream.IntStream;
import org.broadsheet.text.TermBlock;
import org.junit.jupiter.api.Test;

class RareTermsTest {

  private static final int PLENTY = 1 << 22;

  /** Articles from one number to another: "common", and a word of their own. */
  private static TermBlock block(int from, int to) {
    return Counting.block(
        1,
        Counting.english(
            IntStream.range(from, to)
                .mapToObj(i -> "common own" + Integer.toString(i, 36) + "q")
                .toArray(String[]::new)));
  }

  private static boolean isRare(RareTerms counters, TermBlock block, int term, int minDf) {
    return counters.complete().isRare(block.terms().hash(term), minDf);
  }

  private static int term(TermBlock block, String text) {
    return IntStream.range(0, block.terms().size())
        .filter(term -> block.terms().text(term).equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTermIsRareBelowTheSmallestDfOnly() {
    TermBlock block = block(0, 3);
    RareTerms counters = RareTerms.none(PLENTY).add(block);
    assertFalse(isRare(counters, block, term(block, "common"), 3));
    assertTrue(isRare(counters, block, term(block, "common"), 4));
    assertFalse(isRare(counters, block, term(block, "own0q"), 1));
    assertTrue(isRare(counters, block, term(block, "own0q"), 2));
  }

  @Test
  void countersStopAtTheirHighestAndLoseNoTerm() {
    TermBlock block = block(0, 300);
    RareTerms counters = RareTerms.none(PLENTY).add(block);
    assertFalse(isRare(counters, block, term(block, "common"), 300));
    assertFalse(isRare(counters, block, term(block, "common"), 301), "it may be there");
  }

  /** Few counters in use are kept as a list, many as an array: the sums must be the same. */
  @Test
  void partsAddUpWhateverTheirSizeAndOrder() {
    TermBlock large = block(0, 900);
    TermBlock small = block(890, 905);
    for (int size : new int[] {1 << 12, 1 << 16}) {
      RareTerms one = RareTerms.none(size).add(large).add(small);
      RareTerms two =
          RareTerms.none(size)
              .add(RareTerms.none(size).add(small))
              .add(RareTerms.none(size).add(large));
      RareTerms three =
          RareTerms.none(size)
              .add(RareTerms.none(size).add(large))
              .add(RareTerms.none(size).add(small));
      for (int term = 0; term < large.terms().size(); term++) {
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(RareTerms.none(1 << 25).add(block(0, 100)));
    assertTrue(bytes.size() < 10_000, bytes.size() + " bytes");
  }
}
