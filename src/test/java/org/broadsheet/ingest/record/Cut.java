package org.broadsheet.ingest.record;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts records in tests. */
public final class Cut {

  public static final FieldChoice NO_CHOICE = new FieldChoice(Map.of(), List.of());

  private Cut() {}

  /** Settings for records up to a size. */
  public static ReadSettings upTo(int maxBytes) {
    return new ReadSettings(maxBytes, NO_CHOICE, null);
  }

  /** The lines of a stream, each with an article without fields. */
  public static Lines lines(InputStream in, int maxBytes) {
    return new Lines(in, maxBytes, bytes -> List.of(FoundArticle.builder().build()));
  }

  /** The records of a file. */
  public static RawRecords records(RecordFormat format, byte[] bytes) {
    return format.cut(new ByteArrayInputStream(bytes), upTo(1_000_000));
  }

  /** Every outcome of a file, with the number of its record. */
  public static List<String> titles(RecordFormat format, byte[] bytes) {
    List<String> titles = new ArrayList<>();
    records(format, bytes)
        .forEachRemaining(
            record -> {
              for (FoundArticle article : record.articles()) {
                Rejection rejection = article.rejection();
                String what = rejection == null ? article.title() : rejection.reason().label();
                titles.add(record.number() + " " + what);
              }
            });
    return titles;
  }

  /** Every outcome of a file, with the number of its record. */
  public static List<String> titles(RecordFormat format, String text) {
    return titles(format, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The articles of a file, which must all be ones. */
  public static List<FoundArticle> articles(RecordFormat format, byte[] bytes) {
    List<FoundArticle> articles = new ArrayList<>();
    records(format, bytes).forEachRemaining(record -> articles.addAll(record.articles()));
    articles.stream()
        .filter(article -> article.rejection() != null)
        .forEach(
            article -> {
              throw new AssertionError(article.rejection());
            });
    return articles;
  }

  /** The articles of a file, which must all be ones. */
  public static List<FoundArticle> articles(RecordFormat format, String text) {
    return articles(format, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Why a record holds no article; null if it does. */
  public static Rejection rejection(RawRecord record) {
    return record.articles().get(0).rejection();
  }
}
