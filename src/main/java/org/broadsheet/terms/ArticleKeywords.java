package org.broadsheet.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.broadsheet.table.ComputedRows;
import org.broadsheet.text.TermBlock;

/** The table {@code article_keywords}: the words that set an article apart, by TF-IDF. */
public final class ArticleKeywords {

  private static final StructType SCHEMA =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("rank", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("tf", DataTypes.LongType)
          .add("tf_idf", DataTypes.DoubleType);

  private ArticleKeywords() {}

  /**
   * Computes the table.
   *
   * @param terms the counts
   * @return its rows, not conformed
   */
  public static Dataset<Row> table(CountedTerms terms) {
    Broadcast<Map<String, Map<String, Double>>> idf = terms.shared(idf(terms));
    int most = terms.settings().keywords();
    return ComputedRows.of(
        terms.spark(), terms.blocks().flatMap(block -> rows(block, idf.value(), most)), SCHEMA);
  }

  /** Language to published word to inverse document frequency. */
  private static Map<String, Map<String, Double>> idf(CountedTerms terms) {
    record Word(String language, String term, long df) implements java.io.Serializable {}
    List<Word> words =
        terms
            .counts()
            .filter(term -> term.key().n() == 1)
            .map(term -> new Word(term.key().language(), term.key().term(), term.df()))
            .collect();
    Map<String, Long> articles = new HashMap<>();
    Map<String, Map<String, Double>> idf = new HashMap<>();
    for (Word word : words) {
      long all = articles.computeIfAbsent(word.language, terms.totals()::countedArticles);
      idf.computeIfAbsent(word.language, l -> new HashMap<>())
          .put(word.term, Rates.idf(all, word.df));
    }
    return idf;
  }

  /**
   * A word of an article.
   *
   * @param term the word
   * @param tf how often the article has it
   * @param weight its TF-IDF; 0 for a word of every article
   */
  record Keyword(String term, int tf, double weight) {

    static final Comparator<Keyword> STRONGEST =
        Comparator.comparingDouble((Keyword k) -> -k.weight)
            .thenComparing(k -> -k.tf)
            .thenComparing(Keyword::term);
  }

  /**
   * Chooses the words that set an article apart. Those of every article do not; but if there are no
   * others, as in a corpus of one article, they are what it is about.
   *
   * @param words the published words of an article
   * @param most how many at most
   * @return the strongest first
   */
  static List<Keyword> chosen(List<Keyword> words, int most) {
    boolean anyTells = words.stream().anyMatch(word -> word.weight > 0);
    return words.stream()
        .filter(word -> word.weight > 0 || !anyTells)
        .sorted(Keyword.STRONGEST)
        .limit(most)
        .toList();
  }

  private static Iterator<Row> rows(
      TermBlock block, Map<String, Map<String, Double>> idf, int most) {
    return IntStream.range(0, block.articles().size())
        .boxed()
        .flatMap(article -> rows(block, article, idf, most).stream())
        .iterator();
  }

  private static List<Row> rows(
      TermBlock block, int article, Map<String, Map<String, Double>> idf, int most) {
    List<Row> rows = new ArrayList<>();
    for (Keyword keyword : chosen(words(block, article, idf), most)) {
      rows.add(
          RowFactory.create(
              block.articles().ids()[article],
              rows.size() + 1,
              keyword.term,
              (long) keyword.tf,
              keyword.weight));
    }
    return rows;
  }

  private static List<Keyword> words(
      TermBlock block, int article, Map<String, Map<String, Double>> idf) {
    TermBlock.Articles articles = block.articles();
    String language = block.groups().get(articles.group()[article]).language();
    Map<String, Double> weights = idf.getOrDefault(language, Map.of());
    List<Keyword> words = new ArrayList<>();
    for (int i = articles.offsets()[article]; i < articles.offsets()[article + 1]; i++) {
      String term = block.terms().text(articles.terms()[i]);
      Double weight = weights.get(term);
      if (weight != null) {
        words.add(new Keyword(term, articles.tfs()[i], articles.tfs()[i] * weight));
      }
    }
    return words;
  }
}
