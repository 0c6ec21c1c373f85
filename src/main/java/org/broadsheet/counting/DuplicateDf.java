package org.broadsheet.counting;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.collections.IntList;
import org.broadsheet.collections.LongIntMap;
import org.broadsheet.collections.LongList;
import org.broadsheet.counting.block.ArticleTermHashes;
import org.broadsheet.counting.block.Ngrams;
import org.broadsheet.counting.block.TokenIdBlock;
import scala.Tuple2;

/**
 * By how many articles the df of a term is above the number of stories that have it: an article
 * repeats a term if another of its copy group has it. Only articles with copies are looked at, so
 * that the others are not moved.
 *
 * @param counts for each term that is repeated, how often, by the hash of language and text
 */
public record DuplicateDf(Counts counts) implements Serializable {

  /**
   * Counts what the articles of each group share.
   *
   * @param groups the copy group of each article that is in one, by article_id
   */
  static DuplicateDf in(
      JavaRDD<TokenIdBlock> blocks, int ngrams, Broadcast<? extends Map<String, Integer>> groups) {
    if (groups.value().isEmpty()) {
      return new DuplicateDf(new Counts());
    }
    return new DuplicateDf(
        blocks
            .flatMapToPair(block -> terms(block, ngrams, groups.value()))
            .groupByKey()
            .values()
            .treeAggregate(new Counts(), Counts::addGroup, Counts::add));
  }

  private static Iterator<Tuple2<Integer, long[]>> terms(
      TokenIdBlock block, int ngrams, Map<String, Integer> groups) {
    ArticleTermHashes hashes = new ArticleTermHashes(block, ngrams);
    List<Tuple2<Integer, long[]>> terms = new ArrayList<>();
    for (int article = 0; article < block.size(); article++) {
      Integer group = groups.get(block.ids()[article]);
      if (group != null) {
        long language = language(block.place(article).language());
        int found = hashes.find(article);
        terms.add(
            new Tuple2<>(
                group,
                IntStream.range(0, found).mapToLong(i -> hashes.get(i) ^ language).toArray()));
      }
    }
    return terms.iterator();
  }

  private static long language(String code) {
    return Ngrams.hash(code) * 31;
  }

  /** How many articles repeat a term. */
  public long of(TermStats.Key term) {
    return counts.of(Ngrams.hashOf(term.term()) ^ language(term.language()));
  }

  /** Counts by hash; they add up to the same in any order. */
  static final class Counts implements Serializable {
    private final LongList hashes = new LongList();
    private final IntList repeats = new IntList();
    private final LongIntMap places = new LongIntMap();

    Counts addGroup(Iterable<long[]> articles) {
      Counts group = new Counts();
      articles.forEach(
          article -> {
            for (long hash : article) {
              group.add(hash, 1);
            }
          });
      for (int i = 0; i < group.hashes.size(); i++) {
        if (group.repeats.get(i) > 1) {
          add(group.hashes.get(i), group.repeats.get(i) - 1);
        }
      }
      return this;
    }

    Counts add(Counts other) {
      for (int i = 0; i < other.hashes.size(); i++) {
        add(other.hashes.get(i), other.repeats.get(i));
      }
      return this;
    }

    private void add(long hash, int more) {
      int place = places.get(hash);
      if (place < 0) {
        places.put(hash, hashes.size());
        hashes.add(hash);
        repeats.add(more);
      } else {
        repeats.increase(place, more);
      }
    }

    public long of(long hash) {
      int place = places.get(hash);
      return place < 0 ? 0 : repeats.get(place);
    }
  }
}
