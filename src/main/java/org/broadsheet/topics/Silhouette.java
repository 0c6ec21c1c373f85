package org.broadsheet.topics;

import java.util.Arrays;

/** How clearly articles lie with their own topic rather than with the next one. */
final class Silhouette {

  private Silhouette() {}

  /**
   * The simplified silhouette (Hruschka, de Castro and Campello 2004): the mean of (b - a) / max(a,
   * b), where a is an article's distance from its own centre, and b from the nearest other one; a
   * distance is one minus the cosine.
   *
   * @param points articles
   * @param centres centres, of unit length
   * @param assignment the centre of each article
   * @return from -1 to 1; null for a single centre
   */
  static Double of(Points points, float[][] centres, int[] assignment) {
    if (centres.length < 2) {
      return null;
    }
    float[] own = new float[assignment.length];
    float[] other = new float[assignment.length];
    Arrays.fill(other, -1);
    for (int centre = 0; centre < centres.length; centre++) {
      float[] cosines = points.cosines(centres[centre]);
      for (int i = 0; i < cosines.length; i++) {
        if (assignment[i] == centre) {
          own[i] = cosines[i];
        } else {
          other[i] = Math.max(other[i], cosines[i]);
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += of(own[i], other[i]);
    }
    return sum / assignment.length;
  }

  /** Of one article, by its cosines with its own centre and with the nearest other one. */
  private static double of(float own, float other) {
    // Rounding may take a cosine above one.
    double a = Math.max(0, 1 - own);
    double b = Math.max(0, 1 - other);
    double larger = Math.max(a, b);
    return larger <= 0 ? 0 : (b - a) / larger;
  }
}
