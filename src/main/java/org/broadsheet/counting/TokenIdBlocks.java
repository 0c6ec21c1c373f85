package org.broadsheet.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.copies.DuplicateWeight;
import org.broadsheet.counting.block.GroupKey;
import org.broadsheet.counting.block.TokenIdBlock;
import org.broadsheet.counting.block.TokenIdBlockBuilder;
import org.broadsheet.text.AnalysisSettings;

/**
 * Turns the words of a corpus into blocks of numbers, in parallel: the one Spark adapter of this
 * folder. Blocks are objects with arrays, not rows: measured, one dictionary a block counts nearly
 * twice as fast as a map an article, and exploding the words of articles into rows costs four times
 * as much.
 */
public final class TokenIdBlocks {

  private TokenIdBlocks() {}

  /**
   * Reads the words of articles.
   *
   * @param articles rows with article_id, language, source, period, published_date, analysed_text,
   *     token_spans, and fields: the values that they are counted by beside these
   * @param ngrams words in the longest n-grams
   * @param analysis how words become terms
   * @param standings the standing of each article that has a copy and where a story counts once, by
   *     article_id
   * @return the blocks, persisted as soon as they are used
   */
  public static JavaRDD<TokenIdBlock> of(
      Dataset<Row> articles,
      int ngrams,
      AnalysisSettings analysis,
      Broadcast<HashMap<String, DuplicateWeight>> standings) {
    return articles
        .select(
            "article_id",
            "language",
            "source",
            "period",
            "published_date",
            "analysed_text",
            "token_spans",
            "fields")
        .toJavaRDD()
        .mapPartitions(rows -> new Blocks(rows, ngrams, analysis, standings.value()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Fills a block, hands it out, starts the next. */
  private record Blocks(
      Iterator<Row> rows,
      int ngrams,
      AnalysisSettings analysis,
      Map<String, DuplicateWeight> standings)
      implements Iterator<TokenIdBlock> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public TokenIdBlock next() {
      if (!rows.hasNext()) {
        throw new NoSuchElementException();
      }
      TokenIdBlockBuilder block = new TokenIdBlockBuilder(ngrams, analysis);
      while (rows.hasNext() && !block.isFull()) {
        Row row = rows.next();
        block.add(
            row.getString(0),
            new GroupKey(
                row.getString(1),
                row.getString(2),
                day(row, 3),
                fields(row),
                standings.getOrDefault(row.getString(0), DuplicateWeight.SINGLE)),
            day(row, 4),
            row.getString(5),
            row.getAs(6));
      }
      return block.build();
    }

    private static List<String> fields(Row row) {
      return row.isNullAt(7) ? List.of() : new ArrayList<>(row.getList(7));
    }

    private static Integer day(Row row, int column) {
      if (row.isNullAt(column)) {
        return null;
      }
      // A row gives java.sql.Date unless the session asks for java.time.
      Object day = row.get(column);
      LocalDate date = day instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) day;
      return (int) date.toEpochDay();
    }
  }
}
