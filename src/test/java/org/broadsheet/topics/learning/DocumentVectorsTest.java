package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentVectorsTest {

  /** Fewer and more points than a block has; axes that fours divide, and that they do not. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 3, 2", "64, 8, 3", "65, 7, 4", "200, 30, 9"})
  void eachWayOfMultiplyingGivesTheSameBits(int count, int dimensions, int k) {
    SplittableRandom random = new SplittableRandom(count);
    DocumentVectors points = DocumentVectors.of(vectors(count, dimensions, random));
    float[][] centres = vectors(k, dimensions, random);
    int[] nearest = new int[count];
    float[] highest = new float[count];
    points.nearest(centres, nearest, highest);

    for (int i = 0; i < count; i++) {
      int best = 0;
      for (int centre = 0; centre < k; centre++) {
        float dot = DenseVectors.dot(points.vector(i), centres[centre]);
        assertEquals(dot, points.cosines(centres[centre])[i]);
        assertEquals(product(points.vector(i), centres[centre]), dot, 1e-5);
        best = dot > DenseVectors.dot(points.vector(i), centres[best]) ? centre : best;
      }
      assertEquals(best, nearest[i]);
      assertEquals(DenseVectors.dot(points.vector(i), centres[best]), highest[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "70, 70", "500, 100"})
  void firstPoints(int asked, int given) {
    DocumentVectors points = DocumentVectors.of(vectors(100, 4, new SplittableRandom(1)));
    DocumentVectors first = points.first(asked);
    assertEquals(given, first.size());
    float[] centre = {1, 2, 3, 4};
    float[] all = java.util.Arrays.copyOf(points.cosines(centre), given);
    assertArrayEquals(all, first.cosines(centre));
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
