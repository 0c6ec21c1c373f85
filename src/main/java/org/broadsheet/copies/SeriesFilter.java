package org.broadsheet.copies;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Removes the pairs of a series, which is what a source prints week by week, with other numbers
 * each time. Other sources may print it too: two articles of the same days are a pair of the series
 * if both are in it.
 */
final class SeriesFilter {

  /** An article belongs to a series if it is similar to at least this many others of it. */
  private static final int SERIES = 3;

  private SeriesFilter() {}

  /** The pairs that are copies. */
  static JavaRDD<PairSimilarity> copies(
      JavaRDD<PairSimilarity> similar, Broadcast<ArticleIndex> index) {
    BitSet series = new BitSet();
    similar
        .filter(pair -> isOfSeries(pair, index.value()))
        .flatMapToPair(
            pair ->
                List.of(new Tuple2<>(pair.article(), 1), new Tuple2<>(pair.other(), 1)).iterator())
        .reduceByKey(Integer::sum)
        .filter(article -> article._2 >= SERIES)
        .keys()
        .collect()
        .forEach(series::set);
    return similar.filter(pair -> isCopy(pair, series, index.value()));
  }

  /** Whether a pair is what a series consists of. */
  private static boolean isOfSeries(PairSimilarity pair, ArticleIndex index) {
    return index.areOfOneSource(pair.article(), pair.other())
        && index.areDaysApart(pair.article(), pair.other())
        && !pair.isCopyInSeries();
  }

  private static boolean isCopy(PairSimilarity pair, BitSet series, ArticleIndex index) {
    if (pair.isCopyInSeries()) {
      return true;
    }
    boolean isFirst = series.get(pair.article());
    boolean isSecond = series.get(pair.other());
    boolean areApart = index.areDaysApart(pair.article(), pair.other());
    boolean areInSeries = areApart ? isFirst || isSecond : isFirst && isSecond;
    return !areInSeries
        && (!areApart || !index.areOfOneSource(pair.article(), pair.other()) || pair.isLateCopy());
  }
}
