package org.broadsheet.terms;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.broadsheet.counting.CorpusSlice;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.MergeableSum;
import org.broadsheet.counting.TermStats;
import org.broadsheet.stats.Log2;
import org.broadsheet.stats.keyness.LogRatioInterval;
import org.broadsheet.terms.KeynessComparison.TargetTerm;

/**
 * The words that each source certainly uses more than the rest of the corpus does: those of highest
 * conservative log ratio, if it is above zero.
 */
public final class DistinctiveWords {

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

  /** How many words each source is compared by. */
  private static final class FamilySizes implements MergeableSum<TargetTerm, FamilySizes> {
    private final HashMap<CorpusSlice<Target>, Long> sizes = new HashMap<>();

    @Override
    public FamilySizes add(TargetTerm word) {
      sizes.merge(word.family(), 1L, Long::sum);
      return this;
    }

    @Override
    public FamilySizes merge(FamilySizes other) {
      other.sizes.forEach((family, words) -> sizes.merge(family, words, Long::sum));
      return this;
    }
  }

  /** The leading words of each source. */
  private static final class LeadingWords implements MergeableSum<TargetTerm, LeadingWords> {
    private final int most;
    private final Broadcast<HashMap<CorpusSlice<Target>, Long>> families;
    private final HashMap<String, TreeSet<ScoredWord>> bySource = new HashMap<>();
    private transient Map<CorpusSlice<Target>, LogRatioInterval> intervals;

    LeadingWords(int most, Broadcast<HashMap<CorpusSlice<Target>, Long>> families) {
      this.most = most;
      this.families = families;
    }

    @Override
    public LeadingWords add(TargetTerm word) {
      String source = word.family().part().value();
      if (mayLead(source, word)) {
        double low =
            interval(word.family()).low(word.tf(), word.tokens(), word.restTf(), word.restTokens());
        if (low > 0) {
          add(source, new ScoredWord(low, word.term(), word.family().ngrams().language()));
        }
      }
      return this;
    }

    /** Most words need no interval: its lower bound is below the log ratio itself. */
    private boolean mayLead(String source, TargetTerm word) {
      if (word.restTokens() == 0) {
        return false;
      }
      double ratio =
          (double) word.tf() * word.restTokens() / ((double) word.restTf() * word.tokens());
      TreeSet<ScoredWord> leading = bySource.get(source);
      boolean full = leading != null && leading.size() == most;
      return Log2.of(ratio) >= (full ? leading.last().lrc : 0);
    }

    private LogRatioInterval interval(CorpusSlice<Target> family) {
      if (intervals == null) {
        intervals = new HashMap<>();
      }
      return intervals.computeIfAbsent(
          family, absent -> new LogRatioInterval(families.value().get(absent)));
    }

    @Override
    public LeadingWords merge(LeadingWords other) {
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

  private final Map<String, TreeSet<ScoredWord>> bySource;

  private DistinctiveWords(Map<String, TreeSet<ScoredWord>> bySource) {
    this.bySource = bySource;
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
    JavaRDD<TargetTerm> uses = KeynessComparison.uses(terms, words, List.of(TermSources.SOURCES));
    Broadcast<HashMap<CorpusSlice<Target>, Long>> families =
        terms.broadcast(MergeableSum.over(uses, new FamilySizes()).sizes);
    return new DistinctiveWords(MergeableSum.over(uses, new LeadingWords(most, families)).bySource);
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
}
