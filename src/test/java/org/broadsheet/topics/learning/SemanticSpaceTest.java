package org.broadsheet.topics.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.broadsheet.stats.Bm25;
import org.junit.jupiter.api.Test;

class SemanticSpaceTest {

  private static final int WORDS = 60;

  /** Articles of three subjects, each with twenty words of its own, and some noise. */
  private static List<BagOfWords> subjects(int articles, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BagOfWords> sample = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      int subject = i % 3;
      int[] words =
          IntStream.generate(
                  () ->
                      random.nextInt(10) == 0
                          ? random.nextInt(WORDS)
                          : subject * 20 + random.nextInt(20))
              .limit(12)
              .distinct()
              .toArray();
      sample.add(TopicFixtures.article(String.format("%04d", i), words));
    }
    return sample;
  }

  private static Bm25 weighting(int articles) {
    long[] df = new long[WORDS];
    Arrays.fill(df, articles / 5);
    return Bm25.of(df, articles, 12);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot / DenseVectors.length(a) / DenseVectors.length(b);
  }

  @Test
  void directionsAreOrthogonalAndOfUnitLength() {
    SparseMatrix rows = SparseMatrix.of(subjects(90, 1), weighting(90), WORDS);
    LatentSpace projection = LatentSpace.of(rows, 8);
    assertEquals(8, projection.dimensions());
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        double dot = 0;
        for (int word = 0; word < WORDS; word++) {
          dot += projection.byTerm()[word][i] * projection.byTerm()[word][j];
        }
        assertEquals(i == j ? 1 : 0, dot, 1e-4, i + " " + j);
      }
    }
  }

  /** With as many directions as there are, nothing is lost: cosines are those of the articles. */
  @Test
  void allDirectionsTogetherAreTheWholeSpace() {
    SparseMatrix rows = SparseMatrix.of(subjects(90, 1), weighting(90), WORDS);
    LatentSpace projection = LatentSpace.of(rows, 1_000);
    float[] first = projection.project(rows.indices(), rows.values(), rows.start(0), rows.end(0));
    float[] fourth = projection.project(rows.indices(), rows.values(), rows.start(3), rows.end(3));
    double dot = 0;
    for (int i = rows.start(0); i < rows.end(0); i++) {
      for (int j = rows.start(3); j < rows.end(3); j++) {
        dot += rows.indices()[i] == rows.indices()[j] ? rows.values()[i] * rows.values()[j] : 0;
      }
    }
    assertEquals(dot, cosine(first, fourth), 1e-3);
  }

  @Test
  void fewDirectionsBringASubjectTogether() {
    SparseMatrix rows = SparseMatrix.of(subjects(300, 2), weighting(300), WORDS);
    LatentSpace projection = LatentSpace.of(rows, 3);
    float[][] points =
        IntStream.range(0, 6)
            .mapToObj(
                r -> projection.project(rows.indices(), rows.values(), rows.start(r), rows.end(r)))
            .toArray(float[][]::new);
    assertTrue(cosine(points[0], points[3]) > 0.8, "the same subject");
    assertTrue(cosine(points[0], points[1]) < 0.5, "another one");
  }

  @Test
  void neighboursAreTheHighestCosines() {
    List<BagOfWords> sample = subjects(200, 3);
    SparseMatrix rows = SparseMatrix.of(sample, weighting(200), WORDS);
    NeighbourIndex index = new NeighbourIndex(rows);
    for (int row = 0; row < 200; row += 17) {
      NeighbourIndex.Nearest found =
          index.nearest(
              Arrays.copyOfRange(rows.indices(), rows.start(row), rows.end(row)),
              Arrays.copyOfRange(rows.values(), rows.start(row), rows.end(row)),
              row);
      assertArrayEquals(byHand(rows, row), found.rows());
      assertEquals(NeighbourIndex.MOST, found.rows().length);
    }
  }

  /** By all words of the query but the weakest, whose squares sum to less than a tenth. */
  private static int[] byHand(SparseMatrix rows, int query) {
    float[] rising = Arrays.copyOfRange(rows.values(), rows.start(query), rows.end(query));
    Arrays.sort(rising);
    double left = 0;
    int weakest = 0;
    while (left + rising[weakest] * rising[weakest] < 0.1) {
      left += rising[weakest] * rising[weakest++];
    }
    float[] dense = new float[WORDS];
    for (int i = rows.start(query); i < rows.end(query); i++) {
      dense[rows.indices()[i]] = rows.values()[i];
    }
    float[] cosines = new float[rows.rows()];
    for (int row = 0; row < cosines.length; row++) {
      // In the order in which the index adds: by the words of the query.
      for (int q = rows.start(query); q < rows.end(query); q++) {
        for (int i = rows.start(row); i < rows.end(row); i++) {
          if (rows.indices()[i] == rows.indices()[q] && rows.values()[q] >= rising[weakest]) {
            cosines[row] += dense[rows.indices()[q]] * rows.values()[i];
          }
        }
      }
    }
    return IntStream.range(0, cosines.length)
        .filter(row -> row != query && cosines[row] > 0)
        .boxed()
        .sorted((a, b) -> cosines[a] != cosines[b] ? Float.compare(cosines[b], cosines[a]) : a - b)
        .limit(NeighbourIndex.MOST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void anArticleIsNoNeighbourOfItself() {
    List<BagOfWords> sample = subjects(60, 4);
    SemanticSpace space = SemanticSpace.of(sample, weighting(60), WORDS, 0.5f);
    float[] known = space.vector(sample.get(5));
    BagOfWords again =
        new BagOfWords("new", sample.get(5).terms(), sample.get(5).tfs(), sample.get(5).length());
    float[] stranger = space.vector(again);
    assertTrue(cosine(known, stranger) > 0.9 && cosine(known, stranger) < 0.99999);
  }

  @Test
  void nothingInTheSpaceIsNowhere() {
    List<BagOfWords> sample =
        List.of(TopicFixtures.article("a", 0, 1), TopicFixtures.article("b", 1, 2));
    SemanticSpace space = SemanticSpace.of(sample, weighting(5), WORDS, 0.5f);
    assertTrue(DenseVectors.isZero(space.vector(TopicFixtures.article("c", 40))));
    SemanticModel model = new SemanticModel(space, new float[][] {{1, 0}, {0, 1}});
    double[] scores = {9, 9};
    model.score(TopicFixtures.article("c", 40), scores);
    assertArrayEquals(new double[] {0, 0}, scores);
  }

  @Test
  void threadsDoNotMatter() throws Exception {
    List<BagOfWords> sample = subjects(1_200, 5);
    float[] one = pointOn(1, sample);
    float[] three = pointOn(3, sample);
    assertArrayEquals(one, three);
  }

  private static float[] pointOn(int threads, List<BagOfWords> sample) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(
              () -> SemanticSpace.of(sample, weighting(1_200), WORDS, 0.5f).vector(sample.get(7)))
          .get();
    } finally {
      pool.shutdown();
    }
  }
}
