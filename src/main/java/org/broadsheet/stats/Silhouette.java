package org.broadsheet.stats;

/** Measures how clearly items lie in their own cluster rather than in the next one. */
public final class Silhouette {

  private Silhouette() {}

  /**
   * Computes the simplified silhouette (Hruschka, de Castro and Campello 2004): the mean of {@code
   * (b - a) / max(a, b)}, where a is the distance of an item from its own centre and b that from
   * the nearest other centre. A distance is one minus a cosine.
   *
   * @param own for each item, the cosine with its own centre
   * @param nearestOther for each item, the highest cosine with another centre
   * @return from -1 to 1
   */
  public static double simplified(float[] own, float[] nearestOther) {
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += ofItem(own[i], nearestOther[i]);
    }
    return sum / own.length;
  }

  private static double ofItem(float own, float nearestOther) {
    // Rounding may take a cosine above one.
    double a = Math.max(0, 1 - own);
    double b = Math.max(0, 1 - nearestOther);
    double larger = Math.max(a, b);
    return larger <= 0 ? 0 : (b - a) / larger;
  }
}
