package org.broadsheet.terms;

import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.counting.CorpusTotals;
import org.broadsheet.counting.CountedTerms;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.stats.Rates;
import org.broadsheet.stats.TermWeight;
import org.broadsheet.table.RowEncoder;

/** The table {@code article_keywords}: the words that set an article apart. */
public final class ArticleKeywords {

  private static final RowEncoder<Chosen> ROWS =
      RowEncoder.<Chosen>of("article_keywords")
          .column("article_id", STRING, Chosen::article)
          .column("rank", INT, Chosen::rank)
          .column("term", STRING, row -> row.keyword.term)
          .column("tf", LONG, row -> (long) row.keyword.tf)
          .column("tf_idf", DOUBLE, row -> row.keyword.tfIdf)
          .column("bm25", DOUBLE, row -> row.keyword.bm25)
          .build();

  private ArticleKeywords() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @param settings what the table shows
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, TermSettings settings) {
    Broadcast<Weights> weights = terms.shared(Weights.of(terms, settings));
    return ROWS.rows(terms.spark(), terms.blocks().flatMap(block -> weights.value().rows(block)));
  }

  /**
   * A word of an article.
   *
   * @param term the word
   * @param tf how often the article has it
   * @param tfIdf its TF-IDF; 0 for a word of every article
   * @param bm25 its BM25
   */
  record Keyword(String term, int tf, double tfIdf, double bm25) {

    double weight(TermSettings.Weight by) {
      return by == TermSettings.Weight.BM25 ? bm25 : tfIdf;
    }

    static Comparator<Keyword> strongest(TermSettings.Weight by) {
      return Comparator.comparingDouble((Keyword k) -> -k.weight(by))
          .thenComparing(k -> -k.tf)
          .thenComparing(Keyword::term);
    }
  }

  /**
   * Chooses the words that set an article apart. Those of every article do not; but if there are no
   * others, as in a corpus of one article, they are what it is about.
   *
   * @param words the published words of an article
   * @param most how many at most
   * @param by the weight that decides
   * @return the strongest first
   */
  static List<Keyword> chosen(List<Keyword> words, int most, TermSettings.Weight by) {
    boolean anyTells = words.stream().anyMatch(word -> word.tfIdf > 0);
    return words.stream()
        .filter(word -> word.tfIdf > 0 || !anyTells)
        .sorted(Keyword.strongest(by))
        .limit(most)
        .toList();
  }

  /** A keyword of an article; the strongest has the rank 1. */
  private record Chosen(String article, int rank, Keyword keyword) {}

  /** The articles of a language. */
  private record Language(long articles, double meanLength) implements Serializable {}

  /** What a task needs to know to weigh words. */
  private record Weights(
      WordDf df, HashMap<String, Language> languages, int most, TermSettings.Weight by)
      implements Serializable {

    static Weights of(CountedTerms terms, TermSettings settings) {
      CorpusTotals totals = terms.totals();
      HashMap<String, Language> languages = new HashMap<>();
      for (String code : totals.articlesByLanguage().keySet()) {
        long articles = totals.countedArticles(code);
        languages.put(code, new Language(articles, (double) totals.words(code) / articles));
      }
      return new Weights(
          WordDf.of(terms.counts()), languages, settings.keywords(), settings.weight());
    }

    Iterator<Chosen> rows(BagOfWordsBlock block) {
      long[] hashes = block.terms().hashes();
      return IntStream.range(0, block.articles().size())
          .boxed()
          .flatMap(article -> rows(block, hashes, article))
          .iterator();
    }

    private Stream<Chosen> rows(BagOfWordsBlock block, long[] hashes, int article) {
      String id = block.articles().ids()[article];
      List<Keyword> keywords = chosen(words(block, hashes, article), most, by);
      return IntStream.range(0, keywords.size())
          .mapToObj(i -> new Chosen(id, i + 1, keywords.get(i)));
    }

    private List<Keyword> words(BagOfWordsBlock block, long[] hashes, int article) {
      BagOfWordsBlock.Articles articles = block.articles();
      String code = block.groups().get(articles.group()[article]).place().language();
      Language language = languages.get(code);
      long length = articles.length(article);
      List<Keyword> words = new ArrayList<>();
      for (int i = articles.offsets()[article]; i < articles.offsets()[article + 1]; i++) {
        int term = articles.terms()[i];
        long found = df.of(code, hashes[term]);
        if (found > 0) {
          words.add(
              keyword(block.terms().words()[term], articles.tfs()[i], length, found, language));
        }
      }
      return words;
    }

    private static Keyword keyword(String term, int tf, long length, long df, Language language) {
      return new Keyword(
          term,
          tf,
          tf * Rates.idf(language.articles, df),
          TermWeight.bm25Tf(tf, length, language.meanLength)
              * TermWeight.bm25Idf(df, language.articles));
    }
  }
}
