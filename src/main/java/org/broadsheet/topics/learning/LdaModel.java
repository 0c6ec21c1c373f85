package org.broadsheet.topics.learning;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * Topics as distributions over words (latent Dirichlet allocation): the score of a topic is its
 * share in the article. The shares of an article sum to one.
 *
 * <p>They come from the variational E-step of Hoffman, Blei and Bach 2010 (Online Learning for
 * Latent Dirichlet Allocation, algorithm 2). MLlib starts it at random; here it starts at gamma =
 * 1, so that the same article always gets the same shares.
 */
public final class LdaModel implements TopicModel {
  private static final int MAX_ITERATIONS = 100;
  private static final double TOLERANCE = 1e-3;

  /** Prevents a division by zero for a term that no topic has. */
  private static final double TINY = 1e-100;

  private final double[] alpha;

  /** exp(E[ln beta]) of a topic for a term, at {@code term * topics + topic}. */
  private final double[] beta;

  /**
   * Makes a model of given topics.
   *
   * @param lambda topics by terms: the parameters of the Dirichlet distribution of each topic,
   *     which are counts of terms plus the prior, not probabilities. The columns of MLlib's {@code
   *     topicsMatrix} are the rows here.
   * @param alpha the prior weight of each topic in an article, above zero
   * @throws IllegalArgumentException if there is no topic, or not one alpha for each topic
   */
  public LdaModel(double[][] lambda, double[] alpha) {
    if (lambda.length == 0 || lambda.length != alpha.length) {
      throw new IllegalArgumentException(lambda.length + " topics, " + alpha.length + " alphas");
    }
    this.alpha = alpha.clone();
    this.beta = new double[lambda.length * lambda[0].length];
    for (int topic = 0; topic < lambda.length; topic++) {
      double[] expected = expectation(lambda[topic]);
      for (int term = 0; term < expected.length; term++) {
        beta[term * lambda.length + topic] = expected[term];
      }
    }
  }

  private LdaModel(double[] alpha, double[] beta) {
    this.alpha = alpha;
    this.beta = beta;
  }

  /**
   * Makes a model of parameters that were saved.
   *
   * @param alpha its {@link #alpha}
   * @param byTerm its {@link #byTerm}
   * @return the model
   */
  public static LdaModel of(double[] alpha, double[][] byTerm) {
    double[] beta = new double[Math.multiplyExact(byTerm.length, alpha.length)];
    for (int term = 0; term < byTerm.length; term++) {
      System.arraycopy(byTerm[term], 0, beta, term * alpha.length, alpha.length);
    }
    return new LdaModel(alpha, beta);
  }

  /** {@return the prior weight of each topic in an article} */
  public double[] alpha() {
    return alpha.clone();
  }

  /** {@return for each term, its weight in each topic: exp(E[ln beta])} */
  public double[][] byTerm() {
    double[][] byTerm = new double[beta.length / alpha.length][];
    for (int term = 0; term < byTerm.length; term++) {
      int first = term * alpha.length;
      byTerm[term] = Arrays.copyOfRange(beta, first, first + alpha.length);
    }
    return byTerm;
  }

  @Override
  public int topics() {
    return alpha.length;
  }

  @Override
  public void score(BagOfWords article, double[] scores) {
    if (article.isEmpty()) {
      Arrays.fill(scores, 0, topics(), 0);
      return;
    }
    double[] gamma = gamma(article.terms(), article.tfs(), article.terms().length);
    double sum = sum(gamma);
    for (int topic = 0; topic < gamma.length; topic++) {
      scores[topic] = gamma[topic] / sum;
    }
  }

  @Override
  public double similarity(int topic, int other) {
    double product = product(topic, other);
    return product / StrictMath.sqrt(product(topic, topic) * product(other, other));
  }

  private double product(int topic, int other) {
    double product = 0;
    for (int first = 0; first < beta.length; first += topics()) {
      product += beta[first + topic] * beta[first + other];
    }
    return product;
  }

  /** The parameters of the article's own Dirichlet distribution over topics. */
  private double[] gamma(int[] terms, int[] tfs, int length) {
    double[] gamma = new double[topics()];
    Arrays.fill(gamma, 1);
    double change = Double.MAX_VALUE;
    for (int i = 0; i < MAX_ITERATIONS && change >= TOLERANCE; i++) {
      double[] next = step(terms, tfs, length, expectation(gamma));
      change = meanChange(gamma, next);
      gamma = next;
    }
    return gamma;
  }

  /** Divides each word among the topics: {@code alpha + theta * sum of tf beta / (theta beta)}. */
  private double[] step(int[] terms, int[] tfs, int length, double[] theta) {
    double[] gamma = new double[topics()];
    for (int i = 0; i < length; i++) {
      int first = terms[i] * theta.length;
      double scale = tfs[i] / (dot(theta, first) + TINY);
      for (int topic = 0; topic < theta.length; topic++) {
        gamma[topic] += scale * beta[first + topic];
      }
    }
    for (int topic = 0; topic < theta.length; topic++) {
      gamma[topic] = alpha[topic] + theta[topic] * gamma[topic];
    }
    return gamma;
  }

  private double dot(double[] theta, int first) {
    double dot = 0;
    for (int topic = 0; topic < theta.length; topic++) {
      dot += theta[topic] * beta[first + topic];
    }
    return dot;
  }

  /** Returns exp(E[ln p]) for p from a Dirichlet distribution with these parameters. */
  private static double[] expectation(double[] parameters) {
    double digammaOfSum = Gamma.digamma(sum(parameters));
    return Arrays.stream(parameters)
        .map(parameter -> StrictMath.exp(Gamma.digamma(parameter) - digammaOfSum))
        .toArray();
  }

  private static double meanChange(double[] before, double[] after) {
    double change = 0;
    for (int i = 0; i < before.length; i++) {
      change += Math.abs(after[i] - before[i]);
    }
    return change / before.length;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
