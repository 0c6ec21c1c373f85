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
import org.broadsheet.counting.block.TermHash;
import org.broadsheet.stats.TermWeight;
import org.broadsheet.table.RowEncoder;

/** The table {@code article_keywords}: the words that distinguish an article from the others. */
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
   * @param terms the counted corpus
   * @param settings what the table shows
   * @return its rows
   */
  public static Dataset<Row> table(CountedTerms terms, TermSettings settings) {
    Broadcast<Weights> weights = terms.broadcast(Weights.of(terms, settings));
    return ROWS.rows(
        terms.spark(), terms.bagsOfWords().flatMap(block -> weights.value().rows(block)));
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
   * Chooses the words that distinguish an article. Words of every article do not, but if there are
   * no others, as in a corpus of one article, they are chosen all the same.
   *
   * @param words the published words of an article
   * @param most how many words to choose at most
   * @param by the weight by which they are chosen
   * @return the strongest first
   */
  static List<Keyword> chosen(List<Keyword> words, int most, TermSettings.Weight by) {
    boolean anyDistinguishes = words.stream().anyMatch(word -> word.tfIdf > 0);
    return words.stream()
        .filter(word -> word.tfIdf > 0 || !anyDistinguishes)
        .sorted(Keyword.strongest(by))
        .limit(most)
        .toList();
  }

  /** A keyword of an article; the strongest has the rank 1. */
  private record Chosen(String article, int rank, Keyword keyword) {}

  /**
   * The articles of a language.
   *
   * @param hash the hash of the language, see {@link TermHash#ofLanguage}
   * @param articles the articles with a word that counts
   * @param meanLength their mean length in words that count
   */
  private record LanguageArticles(long hash, long articles, double meanLength)
      implements Serializable {}

  /** What a task needs to know to weigh words. */
  private record Weights(
      WordDf df, HashMap<String, LanguageArticles> languages, int most, TermSettings.Weight by)
      implements Serializable {

    static Weights of(CountedTerms terms, TermSettings settings) {
      CorpusTotals totals = terms.totals();
      HashMap<String, LanguageArticles> languages = new HashMap<>();
      for (String code : totals.articlesByLanguage().keySet()) {
        long articles = totals.countedArticles(code);
        double meanLength = (double) totals.words(code) / articles;
        languages.put(code, new LanguageArticles(TermHash.ofLanguage(code), articles, meanLength));
      }
      return new Weights(
          WordDf.of(terms.published()), languages, settings.keywords(), settings.weight());
    }

    Iterator<Chosen> rows(BagOfWordsBlock block) {
      long[] hashes = TermHash.ofWords(block.words());
      return IntStream.range(0, block.articles().size())
          .boxed()
          .flatMap(article -> rows(block, hashes, article))
          .iterator();
    }

    private Stream<Chosen> rows(BagOfWordsBlock block, long[] hashes, int article) {
      String id = block.articles().ids().get(article);
      List<Keyword> keywords = chosen(words(block, hashes, article), most, by);
      return IntStream.range(0, keywords.size())
          .mapToObj(i -> new Chosen(id, i + 1, keywords.get(i)));
    }

    private List<Keyword> words(BagOfWordsBlock block, long[] hashes, int article) {
      LanguageArticles language = languages.get(block.articles().key(article).language());
      long length = block.length(article);
      List<Keyword> words = new ArrayList<>();
      for (int i = block.offsets()[article]; i < block.offsets()[article + 1]; i++) {
        int word = block.wordIds()[i];
        long found = df.of(hashes[word] ^ language.hash);
        if (found > 0) {
          words.add(keyword(block.words().get(word), block.tfs()[i], length, found, language));
        }
      }
      return words;
    }

    private static Keyword keyword(
        String term, int tf, long length, long df, LanguageArticles language) {
      return new Keyword(
          term,
          tf,
          TermWeight.tfIdf(tf, df, language.articles),
          TermWeight.bm25(tf, length, language.meanLength, df, language.articles));
    }
  }
}
