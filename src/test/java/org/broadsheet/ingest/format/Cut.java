package org.broadsheet.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts records in tests. */
final class Cut {

  static final FieldChoice NO_CHOICE = new FieldChoice(Map.of(), List.of());

  private Cut() {}

  static ReadSettings upTo(int maxBytes) {
    return new ReadSettings(maxBytes, NO_CHOICE, null);
  }

  static Lines lines(InputStream in, int maxBytes) {
    return new Lines(in, maxBytes, bytes -> List.of(FoundArticle.builder().build()));
  }

  static RawRecords records(RecordFormat format, byte[] bytes) {
    return format.cut(new ByteArrayInputStream(bytes), upTo(1_000_000));
  }

  /** Every outcome of a file, with the number of its record. */
  static List<String> titles(RecordFormat format, byte[] bytes) {
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

  static List<String> titles(RecordFormat format, String text) {
    return titles(format, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The articles of a file, which must all be ones. */
  static List<FoundArticle> articles(RecordFormat format, byte[] bytes) {
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

  static List<FoundArticle> articles(RecordFormat format, String text) {
    return articles(format, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Why a record holds no article; null if it does. */
  static Rejection rejection(RawRecord record) {
    return record.articles().get(0).rejection();
  }
}
