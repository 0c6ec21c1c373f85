package org.broadsheet.counting;

import it.unimi.dsi.fastutil.longs.Long2IntMaps;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.block.ArticleTermHashes;
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.counting.block.TokenIdBlock;
import scala.Tuple2;

/**
 * The df of terms in duplicates: the df of a term minus the number of stories that have it. If
 * several articles of a copy group have the term, all but one of them are duplicates. Only articles
 * of copy groups are shuffled.
 *
 * <p>It sums over copy groups: an element is the articles of a group, each with the hashes of its
 * terms.
 */
public final class DuplicateDf implements MergeableSum<Iterable<long[]>, DuplicateDf> {

  /** By the hash of a term and its language. */
  private final Long2IntOpenHashMap duplicates = new Long2IntOpenHashMap();

  /**
   * Counts the duplicates of each term.
   *
   * @param blocks the articles
   * @param ngrams words in the longest n-grams
   * @param groups the copy group of each article that is in one, by article_id
   */
  static DuplicateDf of(
      JavaRDD<TokenIdBlock> blocks, int ngrams, Broadcast<HashMap<String, Integer>> groups) {
    if (groups.value().isEmpty()) {
      return new DuplicateDf();
    }
    JavaRDD<Iterable<long[]>> articlesOfGroups =
        blocks
            .flatMapToPair(block -> articles(block, ngrams, groups.value()))
            .groupByKey()
            .values();
    return MergeableSum.over(articlesOfGroups, new DuplicateDf());
  }

  /** The articles of copy groups: the group, and the hashes of its terms in their language. */
  private static Iterator<Tuple2<Integer, long[]>> articles(
      TokenIdBlock block, int ngrams, Map<String, Integer> groups) {
    ArticleTermHashes terms = new ArticleTermHashes(block, ngrams);
    List<Tuple2<Integer, long[]>> articles = new ArrayList<>();
    for (int article = 0; article < block.articles().size(); article++) {
      Integer group = groups.get(block.articles().ids()[article]);
      if (group != null) {
        long language = TermHash.ofLanguage(block.articles().key(article).language());
        int found = terms.find(article);
        articles.add(
            new Tuple2<>(
                group,
                IntStream.range(0, found).mapToLong(i -> terms.get(i) ^ language).toArray()));
      }
    }
    return articles.iterator();
  }

  /**
   * Looks up a term.
   *
   * @param term the term
   * @return the articles with the term that are duplicates
   */
  public long of(TermKey term) {
    return duplicates.get(TermHash.ofTerm(term.term()) ^ TermHash.ofLanguage(term.language()));
  }

  @Override
  public DuplicateDf add(Iterable<long[]> group) {
    LongOpenHashSet inStory = new LongOpenHashSet();
    for (long[] article : group) {
      for (long hash : article) {
        if (!inStory.add(hash)) {
          duplicates.addTo(hash, 1);
        }
      }
    }
    return this;
  }

  @Override
  public DuplicateDf merge(DuplicateDf other) {
    // In the order of the other map's hashes, a map that grows on the way is probed at length.
    duplicates.ensureCapacity(duplicates.size() + other.duplicates.size());
    Long2IntMaps.fastForEach(
        other.duplicates, term -> duplicates.addTo(term.getLongKey(), term.getIntValue()));
    return this;
  }
}
