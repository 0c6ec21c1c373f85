package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentVectorsTest {

  /**
   * Fewer vectors than the 128 of a block, as many, and more; axes that fours divide, and that they
   * do not.
   */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 3, 2", "127, 6, 5", "128, 8, 3", "129, 7, 4", "300, 30, 9"})
  void eachWayOfMultiplyingGivesTheSameBits(int count, int dimensions, int k) {
    SplittableRandom random = new SplittableRandom(count);
    DocumentVectors documents = DocumentVectors.of(vectors(count, dimensions, random));
    float[][] centres = vectors(k, dimensions, random);
    int[] nearest = new int[count];
    float[] highest = new float[count];
    documents.nearest(centres, nearest, highest);

    for (int i = 0; i < count; i++) {
      int best = 0;
      for (int centre = 0; centre < k; centre++) {
        float dot = DenseVectors.dot(documents.vector(i), centres[centre]);
        assertEquals(dot, documents.cosines(centres[centre])[i]);
        assertEquals(product(documents.vector(i), centres[centre]), dot, 1e-5);
        best = dot > DenseVectors.dot(documents.vector(i), centres[best]) ? centre : best;
      }
      assertEquals(best, nearest[i]);
      assertEquals(DenseVectors.dot(documents.vector(i), centres[best]), highest[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "127, 127", "128, 128", "129, 129", "500, 200"})
  void firstVectors(int asked, int given) {
    DocumentVectors all = DocumentVectors.of(vectors(200, 4, new SplittableRandom(1)));
    DocumentVectors first = all.first(asked);
    assertEquals(given, first.size());
    float[] centre = {1, 2, 3, 4};
    assertArrayEquals(Arrays.copyOf(all.cosines(centre), given), first.cosines(centre));
  }

  private static double product(float[] a, float[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
    }
    return product;
  }

  private static float[][] vectors(int count, int dimensions, SplittableRandom random) {
    float[][] vectors = new float[count][dimensions];
    for (float[] vector : vectors) {
      for (int i = 0; i < dimensions; i++) {
        vector[i] = (float) (random.nextDouble() - 0.5);
      }
    }
    return vectors;
  }
}
