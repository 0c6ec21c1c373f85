package org.broadsheet.copies;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Compares the shingles of candidates. Each article is held in one part, by its number; its
 * shingles are sent to the parts that hold the articles to compare with, once to each.
 */
final class PairVerification {

  private PairVerification() {}

  /**
   * An article that is compared with others.
   *
   * @param article its number
   * @param shingles its shingles
   * @param others the numbers of the others, all held in one part
   */
  private record Query(int article, int[] shingles, int[] others) implements Serializable {}

  /**
   * Compares articles.
   *
   * @param blocks the shingles of all articles
   * @param index the same articles
   * @param candidates the pairs to compare, by the number of their first article: one element in
   *     each part
   * @param members the articles that are in a pair
   * @param parts the parts that articles are held in
   * @return the pairs that are copies
   */
  static JavaRDD<PairSimilarity> copies(
      JavaRDD<ShingleBlock> blocks,
      Broadcast<ArticleIndex> index,
      JavaRDD<CandidatePairs> candidates,
      BitSet members,
      HashPartitioner parts) {
    int number = parts.numPartitions();
    JavaRDD<Tuple2<Integer, int[]>> held =
        blocks
            .flatMapToPair(block -> members(block, members, index.value()))
            .partitionBy(parts)
            .map(article -> article);
    JavaRDD<Query> queries =
        held.zipPartitions(candidates, (own, pairs) -> queries(byNumber(own), pairs, number))
            .mapToPair(query -> new Tuple2<>(query.others[0] % number, query))
            .partitionBy(parts)
            .values();
    return held.zipPartitions(queries, (own, asked) -> copies(byNumber(own), asked));
  }

  private static Iterator<Tuple2<Integer, int[]>> members(
      ShingleBlock block, BitSet members, ArticleIndex index) {
    return IntStream.range(0, block.size())
        .mapToObj(i -> new Tuple2<>(index.number(block.facts().ids()[i]), block.shingles()[i]))
        .filter(article -> members.get(article._1))
        .iterator();
  }

  private static Map<Integer, int[]> byNumber(Iterator<Tuple2<Integer, int[]>> articles) {
    Map<Integer, int[]> shingles = new HashMap<>();
    articles.forEachRemaining(article -> shingles.put(article._1, article._2));
    return shingles;
  }

  /** The queries of the articles that a part holds: for each article, one to each other part. */
  private static Iterator<Query> queries(
      Map<Integer, int[]> own, Iterator<CandidatePairs> candidates, int parts) {
    long[] pairs = candidates.next().pairs();
    List<Query> queries = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= pairs.length; end++) {
      if (end == pairs.length
          || CandidatePairs.first(pairs[end]) != CandidatePairs.first(pairs[start])) {
        int article = CandidatePairs.first(pairs[start]);
        Arrays.stream(pairs, start, end)
            .mapToObj(CandidatePairs::second)
            .collect(Collectors.groupingBy(other -> other % parts))
            .values()
            .forEach(
                others ->
                    queries.add(
                        new Query(
                            article,
                            own.get(article),
                            others.stream().mapToInt(Integer::intValue).toArray())));
        start = end;
      }
    }
    return queries.iterator();
  }

  private static Iterator<PairSimilarity> copies(Map<Integer, int[]> own, Iterator<Query> queries) {
    List<PairSimilarity> copies = new ArrayList<>();
    while (queries.hasNext()) {
      Query query = queries.next();
      for (int other : query.others) {
        PairSimilarity similarity =
            PairSimilarity.of(query.article, query.shingles, other, own.get(other));
        if (similarity.isCopy()) {
          copies.add(similarity);
        }
      }
    }
    return copies.iterator();
  }
}
