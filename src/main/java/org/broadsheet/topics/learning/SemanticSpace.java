package org.broadsheet.topics.learning;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.broadsheet.stats.Bm25;

/**
 * Gives each article a dense vector, such that articles about one subject have a high cosine. The
 * BM25 weights of an article are projected into the {@link LatentSpace} of a sample, and the result
 * is moved towards the most similar articles of the sample: a short article gains what its
 * neighbours say in other words (simplified graph convolution, Wu et al. 2019).
 */
public final class SemanticSpace implements Serializable {

  private static final int DIMENSIONS = 200;

  private final Bm25 weighting;
  private final LatentSpace projection;
  private final NeighbourIndex neighbours;

  /** The part of a vector that comes from the neighbours. */
  private final float smoothing;

  /** The directions of the sample's articles before smoothing, as vectors of unit length. */
  private final float[][] unsmoothed;

  /** The lengths of the sample's articles after projection, from 0 to 1. */
  private final double[] lengths;

  private final String[] ids;

  /** The number of each article of the sample, by its id. */
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The vectors of the sample. */
  private float[][] vectors;

  /**
   * The parts of a space, as they are saved for later runs.
   *
   * @param weighting weights the words of articles
   * @param projection the latent space
   * @param smoothing the part of a vector that comes from the neighbours
   * @param sample the articles that the space was learned from
   */
  public record SavedSpace(
      Bm25 weighting, LatentSpace projection, float smoothing, SampleVectors sample) {}

  /**
   * The articles of a sample in a space, one element for each.
   *
   * @param ids article_id
   * @param lengths the part of the article that lies in the latent space, from 0 to 1
   * @param unsmoothed its direction before smoothing, as a vector of unit length
   * @param vectors its vector
   * @param weights the weights of its words
   */
  public record SampleVectors(
      String[] ids,
      double[] lengths,
      float[][] unsmoothed,
      float[][] vectors,
      SparseMatrix weights) {}

  private SemanticSpace(
      Bm25 weighting,
      LatentSpace projection,
      NeighbourIndex neighbours,
      float smoothing,
      float[][] unsmoothed,
      double[] lengths,
      String[] ids) {
    this.weighting = weighting;
    this.projection = projection;
    this.neighbours = neighbours;
    this.smoothing = smoothing;
    this.unsmoothed = unsmoothed;
    this.lengths = lengths;
    this.ids = ids;
    for (int i = 0; i < ids.length; i++) {
      numbers.put(ids[i], i);
    }
  }

  /**
   * Puts a space together.
   *
   * @param parts its parts
   * @return a space that gives every article the same vector as the one that the parts are of
   */
  public static SemanticSpace of(SavedSpace parts) {
    SampleVectors sample = parts.sample();
    SemanticSpace space =
        new SemanticSpace(
            parts.weighting(),
            parts.projection(),
            new NeighbourIndex(sample.weights()),
            parts.smoothing(),
            sample.unsmoothed(),
            sample.lengths(),
            sample.ids());
    space.vectors = sample.vectors();
    return space;
  }

  /** {@return the parts of the space, which must not be changed} */
  public SavedSpace parts() {
    return new SavedSpace(
        weighting,
        projection,
        smoothing,
        new SampleVectors(ids, lengths, unsmoothed, vectors, neighbours.weights()));
  }

  /**
   * Learns the space of a sample.
   *
   * @param sample its articles, each with at least one word
   * @param weighting weights their words
   * @param columns the size of the vocabulary
   * @param smoothing the part of a vector that comes from the neighbours, from 0 to below 1
   * @return the space
   */
  public static SemanticSpace of(
      List<BagOfWords> sample, Bm25 weighting, int columns, float smoothing) {
    SparseMatrix rows = SparseMatrix.of(sample, weighting, columns);
    LatentSpace latent = LatentSpace.of(rows, DIMENSIONS);
    float[][] projected =
        IntStream.range(0, rows.rows())
            .parallel()
            .mapToObj(
                row ->
                    latent.project(rows.indices(), rows.values(), rows.start(row), rows.end(row)))
            .toArray(float[][]::new);
    SemanticSpace space =
        new SemanticSpace(
            weighting,
            latent,
            new NeighbourIndex(rows),
            smoothing,
            Arrays.stream(projected).map(DenseVectors::unit).toArray(float[][]::new),
            Arrays.stream(projected).mapToDouble(DenseVectors::length).toArray(),
            sample.stream().map(BagOfWords::id).toArray(String[]::new));
    space.vectors = sample.parallelStream().map(space::computed).toArray(float[][]::new);
    return space;
  }

  /**
   * Returns the vector of an article.
   *
   * @param article an article, of the sample or any other
   * @return a vector, which must not be changed. Its length is the part of the article and its
   *     neighbours that lies in the space; it is zero if nothing does.
   */
  public float[] vector(BagOfWords article) {
    Integer number = numbers.get(article.id());
    return number == null ? computed(article) : vectors[number];
  }

  private float[] computed(BagOfWords article) {
    float[] weights = article.weights(weighting);
    float[] projected = projection.project(article.terms(), weights, 0, weights.length);
    float[] vector = DenseVectors.unit(projected);
    double length = DenseVectors.length(projected);
    NeighbourIndex.Nearest nearest =
        smoothing == 0 ? NeighbourIndex.Nearest.NONE : nearest(article, weights);
    float[] shares = shares(nearest.similarities());
    if (shares.length > 0) {
      vector = smoothed(vector, nearest.rows(), shares);
      length *= 1 - smoothing;
      for (int n = 0; n < shares.length; n++) {
        length += smoothing * shares[n] * lengths[nearest.rows()[n]];
      }
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= (float) length;
    }
    return vector;
  }

  private NeighbourIndex.Nearest nearest(BagOfWords article, float[] weights) {
    return neighbours.nearest(article.terms(), weights, numbers.getOrDefault(article.id(), -1));
  }

  /**
   * An article of the sample that is similar to another article.
   *
   * @param id article_id
   * @param similarity their cosine, see {@link #neighbours}
   */
  public record Neighbour(String id, double similarity) {}

  /**
   * Finds the articles of the sample that are most similar to an article.
   *
   * @param article an article, of the sample or any other
   * @return at most ten others, the most similar first. The similarity is the cosine of the BM25
   *     weights, without the contribution of the article's weakest words.
   */
  public List<Neighbour> neighbours(BagOfWords article) {
    NeighbourIndex.Nearest nearest = nearest(article, article.weights(weighting));
    return IntStream.range(0, nearest.rows().length)
        .mapToObj(
            i -> new Neighbour(ids[nearest.rows()[i]], Math.min(1, nearest.similarities()[i])))
        .toList();
  }

  /** The weights of neighbours, in proportion to their similarities, that sum to one. */
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

  /** Moves a direction towards the weighted mean of the directions of neighbours. */
  private float[] smoothed(float[] direction, int[] rows, float[] shares) {
    float[] moved = new float[direction.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (1 - smoothing) * direction[i];
    }
    for (int n = 0; n < shares.length; n++) {
      float share = smoothing * shares[n];
      float[] neighbour = unsmoothed[rows[n]];
      for (int i = 0; i < moved.length; i++) {
        moved[i] += share * neighbour[i];
      }
    }
    return DenseVectors.unit(moved);
  }

  /** The directions of the sample's vectors; that of a zero vector is the first axis. */
  DocumentVectors directions() {
    float[] firstAxis = new float[projection.dimensions()];
    firstAxis[0] = 1;
    return DocumentVectors.of(
        Arrays.stream(vectors)
            .map(vector -> DenseVectors.isZero(vector) ? firstAxis : DenseVectors.unit(vector))
            .toArray(float[][]::new));
  }

  /** The lengths of the sample's vectors, see {@link #vector}. */
  double[] vectorLengths() {
    return Arrays.stream(vectors).mapToDouble(DenseVectors::length).toArray();
  }
}
