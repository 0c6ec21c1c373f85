package org.broadsheet.topics.learning;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The space of latent semantic analysis (Deerwester et al. 1990): the few dimensions in which
 * articles differ most, so that words of one subject can stand for each other. They are found by
 * randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4).
 *
 * <p>The axes are not singular vectors, but they span the same space as the first singular vectors.
 * That is enough, since cosines do not change with the axes.
 *
 * @param dimensions the number of dimensions
 * @param byTerm the coordinates of each term
 */
public record LatentSpace(int dimensions, float[][] byTerm) implements Serializable {

  /** The number of articles to learn from: more do not make the space more useful. */
  private static final int LEARNED = 6_000;

  private static final int ITERATIONS = 4;

  /**
   * Finds the space of some articles.
   *
   * @param articles the articles by terms, in random order: the first {@value #LEARNED} are used
   * @param dimensions the wanted number of dimensions; there are never more than articles or terms
   * @return the space
   */
  static LatentSpace of(SparseMatrix articles, int dimensions) {
    SparseMatrix learned = articles.first(LEARNED);
    int d = Math.min(dimensions, Math.min(learned.rows(), learned.columns()));
    SparseMatrix byTerm = learned.transposed();
    float[][] ofTerms = random(articles.columns(), d);
    for (int i = 0; i < ITERATIONS; i++) {
      float[][] ofArticles = times(learned, ofTerms, d);
      CholeskyQr.orthonormalise(ofArticles, d);
      ofTerms = times(byTerm, ofArticles, d);
    }
    CholeskyQr.orthonormalise(ofTerms, d);
    return new LatentSpace(d, ofTerms);
  }

  private static float[][] random(int rows, int d) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] values = new float[rows][d];
    for (float[] row : values) {
      for (int i = 0; i < d; i++) {
        row[i] = (float) (random.nextDouble() - 0.5);
      }
    }
    return values;
  }

  /** The product of a sparse matrix and a dense one with d columns. */
  private static float[][] times(SparseMatrix rows, float[][] dense, int d) {
    return IntStream.range(0, rows.rows())
        .parallel()
        .mapToObj(
            row -> sum(rows.indices(), rows.values(), rows.start(row), rows.end(row), dense, d))
        .toArray(float[][]::new);
  }

  private static float[] sum(
      int[] terms, float[] values, int start, int end, float[][] dense, int d) {
    float[] sum = new float[d];
    WeightedSum.add(terms, values, start, end, dense, sum);
    return sum;
  }

  /**
   * Projects an article into the space.
   *
   * @param terms its terms, of which those from {@code start} to before {@code end} count
   * @param weights the weight of each term
   * @param start the first index
   * @param end the index after the last
   * @return its coordinates. The length of this vector is the part of the article that lies in the
   *     space, at most 1 for an article of unit length. All coordinates are zero if next to nothing
   *     of the article does.
   */
  float[] project(int[] terms, float[] weights, int start, int end) {
    float[] projected = sum(terms, weights, start, end, byTerm, dimensions);
    if (DenseVectors.isShort(projected)) {
      Arrays.fill(projected, 0);
    }
    return projected;
  }
}
