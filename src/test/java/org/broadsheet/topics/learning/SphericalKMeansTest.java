package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.broadsheet.stats.ContingencyTable;
import org.broadsheet.topics.learning.SphericalKMeans.Clustering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphericalKMeansTest {
  private static final int COLUMNS = 60;

  @Test
  void findsPlantedClusters() {
    int[] planted = IntStream.range(0, 300).map(row -> row % 4).toArray();
    DocumentVectors rows = planted(planted, new SplittableRandom(1));

    Clustering best =
        SphericalKMeans.restarts(rows, 4, 5, 7, 50).stream()
            .min((a, b) -> Double.compare(a.cost(), b.cost()))
            .orElseThrow();

    assertEquals(1, ContingencyTable.of(planted, best.assignment()).ari());
  }

  @Test
  void meansAreExactInASmallCase() {
    // Two rows at 60 degrees: their mean is at 30 degrees from both.
    float half = 0.5f;
    float height = (float) Math.sqrt(0.75);
    DocumentVectors rows = rows(new float[][] {{1, 0}, {half, height}});

    Clustering clustering = SphericalKMeans.learn(rows, 1, 3);

    assertArrayEquals(new float[] {height, half}, clustering.centres()[0], 1e-6f);
    assertEquals(2 * (1 - height), clustering.cost(), 1e-6);
    assertArrayEquals(new int[] {0, 0}, clustering.assignment());
    assertEquals(2, clustering.iterations());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 40})
  void everyResultIsConsistent(int k) {
    for (int seed = 0; seed < 40; seed++) {
      DocumentVectors rows = random(40, new SplittableRandom(seed));
      Clustering clustering = SphericalKMeans.learn(rows, k, seed);

      assertEquals(k, clustering.centres().length);
      assertUnitCentres(clustering);
      assertNoEmptyCluster(clustering);
      assertRowsAreWithTheirNearestCentre(rows, clustering);
    }
  }

  @Test
  void equallyNearCentresGiveTheFirst() {
    DocumentVectors rows = rows(new float[][] {{1, 0}, {0.6f, 0.8f}});

    Clustering clustering =
        SphericalKMeans.learn(rows, new float[][] {rows.vector(0), rows.vector(0)}, 1);

    assertEquals(1, clustering.centres().length);
    assertArrayEquals(new float[] {1, 0}, clustering.centres()[0]);
    assertArrayEquals(new int[] {0, 0}, clustering.assignment());
    assertEquals(0.4, clustering.cost(), 1e-6);
  }

  @Test
  void emptyClusterTakesTheFarthestRowThatIsNotAlone() {
    // The second centre is the first again, so it gets no row. The last row is the farthest from
    // its centre, but alone there: the second row it is.
    DocumentVectors rows = rows(new float[][] {{1, 0, 0}, {0.8f, 0.6f, 0}, {1, 0, 0}, {0, 1, 0}});
    float[][] start = {{1, 0, 0}, {1, 0, 0}, {0, 0.6f, 0.8f}};

    Clustering clustering = SphericalKMeans.learn(rows, start, 50);

    assertArrayEquals(new int[] {0, 1, 0, 2}, clustering.assignment());
    assertEquals(0, clustering.cost(), 1e-6);
  }

  @Test
  void costNeverRises() {
    for (int seed = 0; seed < 20; seed++) {
      DocumentVectors rows = random(200, new SplittableRandom(seed));
      double before = Double.MAX_VALUE;
      for (int limit = 1; limit <= 12; limit++) {
        double cost = SphericalKMeans.learn(rows, 12, seed, limit).cost();
        assertTrue(cost <= before + 1e-4, cost + " after " + before);
        before = cost;
      }
    }
  }

  @Test
  void resultDoesNotDependOnThreads() throws Exception {
    DocumentVectors rows = random(300, new SplittableRandom(5));

    List<Clustering> alone = restartsOn(1, rows);
    List<Clustering> together = restartsOn(4, rows);

    assertEquals(6, alone.size());
    for (int start = 0; start < alone.size(); start++) {
      assertSame(alone.get(start), together.get(start));
    }
  }

  @Test
  void seedDecidesTheResult() {
    DocumentVectors rows = random(300, new SplittableRandom(5));

    assertSame(SphericalKMeans.learn(rows, 9, 1), SphericalKMeans.learn(rows, 9, 1));
    assertTrue(
        SphericalKMeans.learn(rows, 9, 1).cost() != SphericalKMeans.learn(rows, 9, 2).cost());
  }

  @Test
  void oneRowIsOneCluster() {
    Clustering clustering = SphericalKMeans.learn(random(1, new SplittableRandom(2)), 5, 0);

    assertEquals(1, clustering.centres().length);
    assertArrayEquals(new int[] {0}, clustering.assignment());
    assertEquals(0, clustering.cost(), 1e-6);
  }

  @Test
  void thereAreNoMoreClustersThanDistinctRows() {
    float[][] rows = new float[30][3];
    for (int row = 0; row < 30; row++) {
      rows[row][row % 3] = 1;
    }
    Clustering clustering = SphericalKMeans.learn(DocumentVectors.of(rows), 10, 4);

    assertEquals(3, clustering.centres().length);
    assertEquals(0, clustering.cost());
    for (int row = 3; row < 30; row++) {
      assertEquals(clustering.assignment()[row % 3], clustering.assignment()[row]);
    }
  }

  @Test
  void refusesWhatItCannotCluster() {
    DocumentVectors rows = random(3, new SplittableRandom(1));
    DocumentVectors none = DocumentVectors.of(new float[0][]);

    assertThrows(IllegalArgumentException.class, () -> SphericalKMeans.learn(rows, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> SphericalKMeans.learn(none, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> SphericalKMeans.learn(row(), 2, 1));
    assertThrows(IllegalArgumentException.class, () -> SphericalKMeans.learn(row(2), 2, 1));
    assertThrows(IllegalArgumentException.class, () -> SphericalKMeans.learn(row(Float.NaN), 2, 1));
  }

  private static List<Clustering> restartsOn(int threads, DocumentVectors rows) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> SphericalKMeans.restarts(rows, 9, 6, 11, 50)).get();
    } finally {
      pool.shutdown();
    }
  }

  private static void assertSame(Clustering a, Clustering b) {
    assertArrayEquals(a.centres(), b.centres());
    assertArrayEquals(a.assignment(), b.assignment());
    assertEquals(a.cost(), b.cost());
    assertEquals(a.iterations(), b.iterations());
  }

  private static void assertUnitCentres(Clustering clustering) {
    for (float[] centre : clustering.centres()) {
      double squares = 0;
      for (float value : centre) {
        squares += value * value;
      }
      assertEquals(1, squares, 1e-5);
    }
  }

  private static void assertNoEmptyCluster(Clustering clustering) {
    long used = Arrays.stream(clustering.assignment()).distinct().count();
    assertEquals(clustering.centres().length, used);
  }

  private static void assertRowsAreWithTheirNearestCentre(
      DocumentVectors rows, Clustering clustering) {
    double cost = 0;
    for (int row = 0; row < rows.size(); row++) {
      double own = cosine(rows, row, clustering.centres()[clustering.assignment()[row]]);
      for (float[] centre : clustering.centres()) {
        assertTrue(cosine(rows, row, centre) <= own + 1e-6);
      }
      cost += 1 - own;
    }
    assertEquals(cost, clustering.cost(), 1e-4);
  }

  private static double cosine(DocumentVectors rows, int row, float[] centre) {
    double cosine = 0;
    for (int i = 0; i < centre.length; i++) {
      cosine += (double) rows.vector(row)[i] * centre[i];
    }
    return cosine;
  }

  /** Rows of eight words, most of them from the fifteen of their own cluster. */
  private static DocumentVectors planted(int[] clusters, SplittableRandom random) {
    float[][] rows = new float[clusters.length][];
    for (int row = 0; row < rows.length; row++) {
      int cluster = clusters[row];
      int[] own = random.ints(0, 15).distinct().limit(7).map(i -> 15 * cluster + i).toArray();
      int any = random.nextInt(COLUMNS);
      int[] terms = IntStream.concat(Arrays.stream(own), IntStream.of(any)).distinct().toArray();
      rows[row] = unit(terms, IntStream.generate(() -> 1).limit(terms.length).toArray());
    }
    return DocumentVectors.of(rows);
  }

  /** Rows of eight words of any weight. */
  private static DocumentVectors random(int rows, SplittableRandom random) {
    return DocumentVectors.of(
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    unit(
                        random.ints(0, COLUMNS).distinct().limit(8).toArray(),
                        random.ints(8, 1, 10).toArray()))
            .toArray(float[][]::new));
  }

  private static float[] unit(int[] terms, int[] weights) {
    double length = Math.sqrt(Arrays.stream(weights).mapToDouble(w -> (double) w * w).sum());
    float[] unit = new float[COLUMNS];
    for (int i = 0; i < terms.length; i++) {
      unit[terms[i]] = (float) (weights[i] / length);
    }
    return unit;
  }

  private static DocumentVectors row(float... values) {
    return rows(new float[][] {values});
  }

  private static DocumentVectors rows(float[][] values) {
    return DocumentVectors.of(values);
  }
}
