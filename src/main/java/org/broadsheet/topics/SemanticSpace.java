package org.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.broadsheet.stats.Bm25;

/**
 * Articles as points whose nearness is that of their subjects: BM25 weights, projected to the
 * directions in which a sample differs most, then moved towards the most similar articles of the
 * sample. Short articles gain what their neighbours say in other words (simplified graph
 * convolution, Wu et al. 2019).
 */
final class SemanticSpace implements Serializable {

  private static final int DIMENSIONS = 200;

  private final Bm25 weighting;
  private final Projection projection;
  private final Neighbours neighbours;

  /** How much of a point comes from the neighbours. */
  private final float smoothing;

  /** Where the articles of the sample lie before they are moved, as vectors of unit length. */
  private final float[][] unmoved;

  /** How much of each article of the sample lies in the space, from 0 to 1. */
  private final double[] known;

  private final String[] ids;

  /** The number of each article of the sample, by its id. */
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The points of the sample. */
  private float[][] points;

  /**
   * What a space is made of, as it is kept for later runs.
   *
   * @param weighting weighs the words of articles
   * @param projection the directions
   * @param smoothing how much of a point comes from the neighbours
   * @param sample the articles that it was learned from
   */
  record Parts(Bm25 weighting, Projection projection, float smoothing, Sample sample) {}

  /**
   * A sample in a space, an element for each article.
   *
   * @param ids article_id
   * @param known how much of the article lies in the space
   * @param unmoved where it lies before it is moved to its neighbours, as a vector of unit length
   * @param points where it lies
   * @param weights the weights of its words
   */
  record Sample(
      String[] ids, double[] known, float[][] unmoved, float[][] points, SparseRows weights) {}

  private SemanticSpace(
      Bm25 weighting,
      Projection projection,
      Neighbours neighbours,
      float smoothing,
      float[][] unmoved,
      double[] known,
      String[] ids) {
    this.weighting = weighting;
    this.projection = projection;
    this.neighbours = neighbours;
    this.smoothing = smoothing;
    this.unmoved = unmoved;
    this.known = known;
    this.ids = ids;
    for (int i = 0; i < ids.length; i++) {
      numbers.put(ids[i], i);
    }
  }

  /** The space of these parts: it gives every article the same point as the one they are of. */
  static SemanticSpace of(Parts parts) {
    Sample sample = parts.sample();
    SemanticSpace space =
        new SemanticSpace(
            parts.weighting(),
            parts.projection(),
            new Neighbours(sample.weights()),
            parts.smoothing(),
            sample.unmoved(),
            sample.known(),
            sample.ids());
    space.points = sample.points();
    return space;
  }

  /** What the space is made of; not to be changed. */
  Parts parts() {
    return new Parts(
        weighting,
        projection,
        smoothing,
        new Sample(ids, known, unmoved, points, neighbours.sample()));
  }

  /**
   * Learns the space of a sample.
   *
   * @param sample its articles, none without a word
   * @param weighting weighs their words
   * @param columns the size of the vocabulary
   * @param smoothing how much of a point comes from the neighbours, from 0 to below 1
   */
  static SemanticSpace of(List<WordCounts> sample, Bm25 weighting, int columns, float smoothing) {
    SparseRows rows = SparseRows.of(sample, weighting, columns);
    Projection projection = Projection.of(rows, DIMENSIONS);
    float[][] projected =
        IntStream.range(0, rows.rows())
            .parallel()
            .mapToObj(
                row ->
                    projection.project(rows.terms(), rows.values(), rows.start(row), rows.end(row)))
            .toArray(float[][]::new);
    String[] ids = sample.stream().map(WordCounts::id).toArray(String[]::new);
    SemanticSpace space =
        new SemanticSpace(
            weighting,
            projection,
            new Neighbours(rows),
            smoothing,
            Arrays.stream(projected).map(Projection::unit).toArray(float[][]::new),
            Arrays.stream(projected).mapToDouble(Projection::length).toArray(),
            ids);
    space.points = sample.parallelStream().map(space::computed).toArray(float[][]::new);
    return space;
  }

  /** The size of a point. */
  int dimensions() {
    return projection.dimensions();
  }

  /**
   * The point of an article.
   *
   * @param article an article, of the sample or any other
   * @return a vector, not to be changed: its length is the part of the article and its neighbours
   *     that lies in the space, and it is of zeros if nothing does
   */
  float[] point(WordCounts article) {
    Integer number = numbers.get(article.id());
    return number == null ? computed(article) : points[number];
  }

  private float[] computed(WordCounts article) {
    float[] weights = article.weights(weighting);
    float[] projected = projection.project(article.terms(), weights, 0, weights.length);
    float[] point = Projection.unit(projected);
    double length = Projection.length(projected);
    Neighbours.Found found = smoothing == 0 ? Neighbours.Found.NONE : found(article, weights);
    float[] shares = shares(found.similarities());
    if (shares.length > 0) {
      point = smoothed(point, found.rows(), shares);
      length *= 1 - smoothing;
      for (int n = 0; n < shares.length; n++) {
        length += smoothing * shares[n] * known[found.rows()[n]];
      }
    }
    for (int i = 0; i < point.length; i++) {
      point[i] *= (float) length;
    }
    return point;
  }

  private Neighbours.Found found(WordCounts article, float[] weights) {
    int self = numbers.getOrDefault(article.id(), -1);
    return neighbours.of(article.terms(), weights, 0, weights.length, self);
  }

  /** An article of the sample that is similar to another article. */
  record Neighbour(String id, double similarity) {}

  /**
   * The articles of the sample that are most similar to an article.
   *
   * @param article an article, of the sample or any other
   * @return at most ten others, the most similar first; the similarity is the part of the cosine of
   *     their weights that the article's strongest words make up
   */
  List<Neighbour> neighbours(WordCounts article) {
    Neighbours.Found found = found(article, article.weights(weighting));
    return IntStream.range(0, found.rows().length)
        .mapToObj(i -> new Neighbour(ids[found.rows()[i]], Math.min(1, found.similarities()[i])))
        .toList();
  }

  /** How much each neighbour counts, by its similarity; they sum to one. */
  private static float[] shares(float[] similarities) {
    float sum = 0;
    for (float similarity : similarities) {
      sum += similarity;
    }
    float[] shares = new float[similarities.length];
    for (int n = 0; n < shares.length; n++) {
      shares[n] = similarities[n] / sum;
    }
    return shares;
  }

  /** Moves a direction towards the mean of those of neighbours. */
  private float[] smoothed(float[] direction, int[] neighbours, float[] shares) {
    float[] moved = new float[direction.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (1 - smoothing) * direction[i];
    }
    for (int n = 0; n < shares.length; n++) {
      float share = smoothing * shares[n];
      float[] neighbour = unmoved[neighbours[n]];
      for (int i = 0; i < moved.length; i++) {
        moved[i] += share * neighbour[i];
      }
    }
    return Projection.unit(moved);
  }

  /** The directions of the sample's points; one that is nowhere lies on the first axis. */
  Points directions() {
    float[] firstAxis = new float[dimensions()];
    firstAxis[0] = 1;
    return Points.of(
        Arrays.stream(points)
            .map(point -> isNowhere(point) ? firstAxis : Projection.unit(point))
            .toArray(float[][]::new));
  }

  /** How long the points of the sample are, see {@link #point}. */
  double[] lengths() {
    return Arrays.stream(points).mapToDouble(Projection::length).toArray();
  }

  static boolean isNowhere(float[] point) {
    for (float value : point) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }
}
