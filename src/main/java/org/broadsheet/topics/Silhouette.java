package org.broadsheet.topics;

/** How clearly articles lie with their own topic rather than with the next one. */
final class Silhouette {

  private Silhouette() {}

  /**
   * The simplified silhouette (Hruschka, de Castro and Campello 2004): the mean of (b - a) / max(a,
   * b), where a is an article's distance from its own centre, and b from the nearest other one; a
   * distance is one minus the cosine.
   *
   * @param rows articles, of unit length
   * @param centres centres, of unit length
   * @param assignment the centre of each article
   * @return from -1 to 1; null for a single centre
   */
  static Double of(SparseRows rows, Centres centres, int[] assignment) {
    if (centres.count() < 2) {
      return null;
    }
    float[] cosines = new float[centres.count()];
    double sum = 0;
    for (int row = 0; row < assignment.length; row++) {
      centres.dot(rows.terms(), rows.values(), rows.start(row), rows.end(row), cosines);
      // Rounding may take a cosine above one.
      double own = Math.max(0, 1 - cosines[assignment[row]]);
      double other = Math.max(0, 1 - highestBut(cosines, assignment[row]));
      double larger = Math.max(own, other);
      sum += larger <= 0 ? 0 : (other - own) / larger;
    }
    return sum / assignment.length;
  }

  private static double highestBut(float[] cosines, int except) {
    double highest = -1;
    for (int i = 0; i < cosines.length; i++) {
      highest = i == except ? highest : Math.max(highest, cosines[i]);
    }
    return highest;
  }
}
