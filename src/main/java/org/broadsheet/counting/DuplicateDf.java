package org.broadsheet.counting;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntMaps;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.counting.block.ArticleTermHashes;
import org.broadsheet.counting.block.TermCounter;
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.counting.block.TokenIdBlock;
import scala.Tuple2;

/**
 * The df of the terms of one partition in duplicates: the df of a term minus the number of stories
 * that have it. If several articles of a copy group have the term, all but one of them are
 * duplicates. Only articles of copy groups are shuffled.
 */
public final class DuplicateDf {

  /** By the hash of a term and its language. */
  private final Long2IntOpenHashMap duplicates = new Long2IntOpenHashMap();

  private DuplicateDf() {}

  /** The different terms of an article: their hashes, and that of its language. */
  private record ArticleTerms(long language, long[] hashes) implements Serializable {}

  /** The df of terms in duplicates of some copy groups; parallel arrays. */
  private record DuplicateCounts(long[] keys, int[] df) implements Serializable {}

  /**
   * Counts the duplicates of each term.
   *
   * @param blocks the articles
   * @param ngrams words in the longest n-grams
   * @param groups the copy group of each article that is in one, by article_id
   * @param partitions the number of partitions that terms are in
   * @return for each partition of terms, their df in duplicates
   */
  static JavaRDD<DuplicateDf> of(
      JavaRDD<TokenIdBlock> blocks, int ngrams, Broadcast<ArticleNumbers> groups, int partitions) {
    HashPartitioner parts = new HashPartitioner(partitions);
    return blocks
        .flatMapToPair(block -> articles(block, ngrams, groups.value()))
        .groupByKey(parts)
        .values()
        .mapPartitionsToPair(stories -> byPartition(stories, partitions))
        .partitionBy(parts)
        .values()
        .mapPartitions(counts -> List.of(sum(counts)).iterator());
  }

  /** The articles of copy groups, each with its group. */
  private static Iterator<Tuple2<Integer, ArticleTerms>> articles(
      TokenIdBlock block, int ngrams, ArticleNumbers groups) {
    if (groups.isEmpty()) {
      return List.<Tuple2<Integer, ArticleTerms>>of().iterator();
    }
    ArticleTermHashes terms = new ArticleTermHashes(block, ngrams);
    List<Tuple2<Integer, ArticleTerms>> articles = new ArrayList<>();
    for (int article = 0; article < block.articles().size(); article++) {
      int group = groups.get(block.articles().ids().get(article));
      if (group != ArticleNumbers.NONE) {
        long language = TermHash.ofLanguage(block.articles().key(article).language());
        int found = terms.find(article);
        long[] hashes = IntStream.range(0, found).mapToLong(terms::get).toArray();
        articles.add(new Tuple2<>(group, new ArticleTerms(language, hashes)));
      }
    }
    return articles.iterator();
  }

  /** Counts the duplicates of some stories for each partition of terms. */
  private static Iterator<Tuple2<Integer, DuplicateCounts>> byPartition(
      Iterator<Iterable<ArticleTerms>> stories, int partitions) {
    List<DuplicateDf> counts =
        IntStream.range(0, partitions).mapToObj(partition -> new DuplicateDf()).toList();
    stories.forEachRemaining(story -> count(story, counts));
    return IntStream.range(0, partitions)
        .filter(partition -> !counts.get(partition).duplicates.isEmpty())
        .mapToObj(partition -> new Tuple2<>(partition, counts.get(partition).toCounts()))
        .iterator();
  }

  private static void count(Iterable<ArticleTerms> story, List<DuplicateDf> counts) {
    LongOpenHashSet inStory = new LongOpenHashSet();
    for (ArticleTerms article : story) {
      for (long hash : article.hashes) {
        long key = hash ^ article.language;
        if (!inStory.add(key)) {
          counts.get(TermCounter.partition(hash, counts.size())).duplicates.addTo(key, 1);
        }
      }
    }
  }

  private DuplicateCounts toCounts() {
    LongArrayList keys = new LongArrayList(duplicates.size());
    IntArrayList df = new IntArrayList(duplicates.size());
    Long2IntMaps.fastForEach(
        duplicates,
        term -> {
          keys.add(term.getLongKey());
          df.add(term.getIntValue());
        });
    return new DuplicateCounts(keys.toLongArray(), df.toIntArray());
  }

  private static DuplicateDf sum(Iterator<DuplicateCounts> counts) {
    DuplicateDf sum = new DuplicateDf();
    counts.forEachRemaining(
        some -> {
          // In the order of another map's hashes, a map that grows on the way is probed at length.
          sum.duplicates.ensureCapacity(sum.duplicates.size() + some.keys.length);
          for (int term = 0; term < some.keys.length; term++) {
            sum.duplicates.addTo(some.keys[term], some.df[term]);
          }
        });
    return sum;
  }

  /**
   * Looks up a term.
   *
   * @param term a term of the partition
   * @return the articles with the term that are duplicates
   */
  public long of(TermKey term) {
    return duplicates.get(TermHash.ofTerm(term.term()) ^ TermHash.ofLanguage(term.language()));
  }
}
