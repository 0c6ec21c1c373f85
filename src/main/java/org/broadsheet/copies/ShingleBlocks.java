package org.broadsheet.copies;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.text.TextScanner;

/** Reads the texts of a corpus as sets of shingles: one pass over the text. */
final class ShingleBlocks {

  private ShingleBlocks() {}

  /**
   * Reads texts.
   *
   * @param texts rows with article_id, published_date, title, analysed_text, token_spans,
   *     body_status, source
   * @return the blocks, persisted as soon as they are used
   */
  static JavaRDD<ShingleBlock> of(Dataset<Row> texts) {
    return texts
        .select(
            col("article_id"),
            coalesce(unix_date(col("published_date")), lit(Integer.MIN_VALUE)).as("day"),
            coalesce(col("title"), lit("")).as("title"),
            col("analysed_text"),
            col("token_spans"),
            col("body_status"),
            col("source"))
        .toJavaRDD()
        .mapPartitions(BlockIterator::new)
        .setName("shingles")
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** An article_id as a number: in the same order. */
  static long id(String articleId) {
    return Long.parseUnsignedLong(articleId, 16) ^ Long.MIN_VALUE;
  }

  /** The article_id of a number. */
  static String articleId(long id) {
    return HexFormat.of().toHexDigits(id ^ Long.MIN_VALUE);
  }

  /** Fills a block, hands it out, starts the next. */
  private static final class BlockIterator implements Iterator<ShingleBlock> {
    private final Iterator<Row> rows;
    private final Shingler shingler = new Shingler();
    private final TextScanner scanner = new TextScanner();

    BlockIterator(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public ShingleBlock next() {
      if (!rows.hasNext()) {
        throw new NoSuchElementException();
      }
      ShingleBlock.ShingleBlockBuilder block = new ShingleBlock.ShingleBlockBuilder();
      while (rows.hasNext() && !block.isFull()) {
        Row row = rows.next();
        String title = row.getAs("title");
        block.add(
            id(row.getAs("article_id")),
            row.getAs("day"),
            source(row.getAs("source")),
            shingler.shingles(row.getAs("analysed_text"), spans(row), title.length()));
      }
      return block.build();
    }

    private static int source(String source) {
      int hash = source.hashCode();
      return source.equals(Corpus.UNKNOWN_SOURCE) ? ArticleIndex.NO_SOURCE : hash == 0 ? 1 : hash;
    }

    /**
     * The words, with those of a body that is cut off: they are not counted, but show what it is a
     * copy of.
     */
    private byte[] spans(Row row) {
      String status = row.getAs("body_status");
      if (status.equals("full") || status.equals("none")) {
        return row.getAs("token_spans");
      }
      String title = row.getAs("title");
      String text = row.getAs("analysed_text");
      return scanner.scan(title, text.substring(title.length() + 1), null).spans();
    }
  }
}
