package org.broadsheet.corpus;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.broadsheet.corpus.format.Encoding;
import org.broadsheet.corpus.format.FoundArticle;
import org.broadsheet.corpus.format.Reason;
import org.broadsheet.corpus.format.Rejection;
import org.broadsheet.corpus.parse.AgencyCredit;
import org.broadsheet.corpus.parse.Byline;
import org.broadsheet.corpus.parse.Captions;
import org.broadsheet.corpus.parse.Published;
import org.broadsheet.corpus.parse.WebAddress;
import org.broadsheet.text.Language;
import org.broadsheet.text.LanguageDetector;
import org.broadsheet.text.TextScanner;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Interprets what the formats found: outlet, byline, agencies, date, language, identity, and the
 * words of the text. One instance a task.
 */
final class RecordParser {

  /** Characters of a rejected record that are kept. */
  private static final int RAW_CHARACTERS = 2_000;

  static final String UNKNOWN_SOURCE = "unknown";

  private final CorpusSettings settings;
  private final ContentHash hash = new ContentHash();
  private final TextScanner scanner = new TextScanner();
  private LanguageDetector detector;

  RecordParser(CorpusSettings settings) {
    this.settings = settings;
  }

  /** Parses a record of no consequence, so that everything it takes is loaded. */
  void warmUp() {
    FoundArticle found =
        new FoundArticle(
            "A title",
            "LONDON, Oct 7 (Reuters) - A first sentence. A second one.",
            "https://www.example.com/2020/10/07/a-title",
            "example.com",
            "By A Name for Reuters",
            null,
            "October 7, 2020",
            null,
            null,
            List.of(),
            List.of(),
            Map.of(),
            null);
    InputFile file = new InputFile("", "", 0, 0, 0, null);
    row(new Split(0, file, 0, 0, 0, 1), "", new SplitReader.Record(1, new byte[0], found));
  }

  /**
   * The row of a record.
   *
   * @param split where it was read
   * @param format the recognised format
   * @param record the record
   * @return a row of {@link RecordSchema#SCHEMA}
   */
  Row row(Split split, String format, SplitReader.Record record) {
    Object[] row = new Object[RecordSchema.SCHEMA.size()];
    row[0] = split.file().name();
    row[1] = split.id();
    row[2] = record.number();
    row[3] = format;
    if (record.isEnd()) {
      row[4] = RecordSchema.END;
      return RowFactory.create(row);
    }
    FoundArticle found = record.article();
    TextScanner.Scan scan = null;
    Rejection rejection = found.rejection();
    if (rejection == null) {
      scan = scanner.scan(orEmpty(found.title()), orEmpty(found.body()), declared(found));
      rejection = unfit(scan);
    }
    if (rejection == null) {
      fillArticle(row, found, scan);
    } else {
      fillRejection(row, rejection, record.raw());
    }
    return RowFactory.create(row);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  private Rejection unfit(TextScanner.Scan scan) {
    if (scan.spans().length == 0) {
      return new Rejection(Reason.NO_TEXT, "neither title nor body has a word");
    }
    Integer minWords = settings.minWords();
    int words = scan.titleWords() + scan.words();
    if (minWords != null && words < minWords) {
      return new Rejection(Reason.TOO_SHORT, words + " words, limits.min_words is " + minWords);
    }
    return null;
  }

  private static void fillRejection(Object[] row, Rejection rejection, byte[] raw) {
    row[4] = RecordSchema.REJECTED;
    row[5] = rejection.reason().label();
    row[6] = rejection.detail();
    row[7] = Encoding.beginning(raw, RAW_CHARACTERS);
  }

  private void fillArticle(Object[] row, FoundArticle found, TextScanner.Scan scan) {
    String title = orEmpty(found.title());
    String body = orEmpty(found.body());
    Outlet outlet = outlet(found);
    Byline byline =
        Byline.parse(found.byline(), outlet.name() == null ? outlet.source() : outlet.name());
    AgencyCredit credit = AgencyCredit.of(byline, found.dateline(), body);
    Published published = Published.parse(found.published(), zone(outlet.source()));
    LocalDate date = published.date();
    SpokenLanguage language = language(declared(found), scan.text());
    String contentHash = hash.ofBody(body);
    row[4] = RecordSchema.ARTICLE;
    row[8] = articleId(outlet, title, body, contentHash, published.raw());
    row[9] = found.url();
    row[10] = outlet.canonicalUrl();
    row[11] = outlet.source();
    row[12] = outlet.name();
    row[13] = title.isEmpty() ? null : title;
    row[14] = byline.printed();
    row[15] = byline.kind().label();
    row[16] = array(byline.authors());
    row[17] = array(credit.agencies());
    row[18] = credit.evidence().label();
    row[19] = array(Captions.photoAgencies(found.captions()));
    row[20] = published.raw();
    row[21] = published.at();
    row[22] = date;
    row[23] = published.precision().label();
    row[24] = date == null ? null : settings.period().start(date);
    row[25] = language.code();
    row[26] = language.guess();
    row[27] = language.confidence();
    row[28] = language.detected();
    row[29] = found.section();
    row[30] = array(found.keywords());
    row[31] = scan.words() == 0 ? "none" : "full";
    row[32] = scan.words();
    row[33] = scan.sentences();
    row[34] = scan.paragraphs();
    row[35] = contentHash;
    row[36] = CollectionConverters.asScala(found.extra());
    row[37] = scan.text();
    row[38] = scan.spans();
  }

  /** Without body and address, the date is what is left to tell two articles of one title apart. */
  private String articleId(
      Outlet outlet, String title, String body, String contentHash, String date) {
    boolean bare = body.isEmpty() && outlet.canonicalUrl() == null;
    return hash.ofParts(
        outlet.source(), outlet.canonicalUrl(), title, contentHash, bare ? date : null);
  }

  private static Object array(List<String> values) {
    return values.toArray(String[]::new);
  }

  private ZoneId zone(String source) {
    return settings.timeZones().get(source);
  }

  /** Who published: the address, if any, knows better than a field. */
  private record Outlet(String source, String name, String canonicalUrl) {}

  private Outlet outlet(FoundArticle found) {
    Optional<WebAddress> address =
        found.url() == null ? Optional.empty() : WebAddress.parse(found.url());
    String name =
        found.source() == null || found.source().isBlank() ? null : found.source().strip();
    String byField = name == null ? null : WebAddress.domainOf(name).orElse(name);
    String byAddress = address.map(WebAddress::domain).orElse(null);
    String first = settings.preferSourceField() ? byField : byAddress;
    String second = settings.preferSourceField() ? byAddress : byField;
    String source = first != null ? first : second != null ? second : UNKNOWN_SOURCE;
    return new Outlet(source, name, address.map(WebAddress::canonical).orElse(null));
  }

  /**
   * A language with where it is from; a null code is decided by the neighbours later, and the guess
   * is what detection said all the same.
   */
  private record SpokenLanguage(String code, String guess, Double confidence, boolean detected) {}

  /** The language that the job or the input names; null if neither does. */
  private String declared(FoundArticle found) {
    return settings.language() != null ? settings.language() : Language.code(found.language());
  }

  private SpokenLanguage language(String declared, String text) {
    if (declared != null) {
      return new SpokenLanguage(declared, null, null, false);
    }
    detector = detector == null ? new LanguageDetector() : detector;
    LanguageDetector.Detected detected = detector.detect(text);
    return new SpokenLanguage(
        detected.confident() ? detected.code() : null,
        detected.code(),
        detected.confidence(),
        true);
  }
}
