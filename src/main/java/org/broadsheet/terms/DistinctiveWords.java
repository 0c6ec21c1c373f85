package org.broadsheet.terms;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.MergeableSum;
import org.broadsheet.counting.TermStats;

/**
 * The words that each source certainly uses more than the rest of the corpus does: those of highest
 * conservative log ratio, if it is above zero.
 */
public final class DistinctiveWords
    implements MergeableSum<KeynessComparison.KeyTerm, DistinctiveWords> {

  private final int most;
  private final Map<String, TreeSet<ScoredWord>> bySource = new HashMap<>();

  private DistinctiveWords(int most) {
    this.most = most;
  }

  /** A word of a source; the highest conservative log ratio comes first. */
  private record ScoredWord(double lrc, String term, String language)
      implements Serializable, Comparable<ScoredWord> {

    private static final Comparator<ScoredWord> ORDER =
        Comparator.comparingDouble((ScoredWord word) -> -word.lrc)
            .thenComparing(ScoredWord::term)
            .thenComparing(ScoredWord::language);

    @Override
    public int compareTo(ScoredWord other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Finds the words.
   *
   * @param terms the counted corpus
   * @param most how many words of each source to find at most
   * @return the words
   */
  public static DistinctiveWords of(CountedTerms terms, int most) {
    JavaRDD<TermStats> words = terms.published().filter(term -> term.key().n() == 1);
    return MergeableSum.over(
        KeynessComparison.rows(terms, words, List.of(TermSources.SOURCES)),
        new DistinctiveWords(most));
  }

  /**
   * Gives the words of a source.
   *
   * @param source the source
   * @return its words, the most distinctive first; empty for a source without any
   */
  public List<String> of(String source) {
    return bySource.getOrDefault(source, new TreeSet<>()).stream().map(ScoredWord::term).toList();
  }

  @Override
  public DistinctiveWords add(KeynessComparison.KeyTerm row) {
    Double lrc = row.scores().lrc();
    if (lrc != null && lrc > 0) {
      String language = row.use().family().ngrams().language();
      add(row.target().value(), new ScoredWord(lrc, row.use().term(), language));
    }
    return this;
  }

  @Override
  public DistinctiveWords merge(DistinctiveWords other) {
    other.bySource.forEach((source, words) -> words.forEach(word -> add(source, word)));
    return this;
  }

  private void add(String source, ScoredWord word) {
    TreeSet<ScoredWord> words = bySource.computeIfAbsent(source, s -> new TreeSet<>());
    words.add(word);
    if (words.size() > most) {
      words.pollLast();
    }
  }
}
