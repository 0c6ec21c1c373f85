package org.broadsheet.ingest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.credit.AgencyCredit;
import org.broadsheet.extract.credit.Captions;
import org.broadsheet.extract.date.DateHints;
import org.broadsheet.extract.date.Published;
import org.broadsheet.extract.web.WebAddress;
import org.broadsheet.ingest.format.BodyStatus;
import org.broadsheet.ingest.format.Encoding;
import org.broadsheet.ingest.format.FieldChoice;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.format.FoundArticle;
import org.broadsheet.ingest.format.RawRecord;
import org.broadsheet.ingest.format.ReadSettings;
import org.broadsheet.ingest.format.Reason;
import org.broadsheet.ingest.format.Rejection;
import org.broadsheet.text.Language;
import org.broadsheet.text.LanguageDetector;
import org.broadsheet.text.Script;
import org.broadsheet.text.TextScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Interprets what the formats found: outlet, byline, agencies, date, language, identity, and the
 * words of the text. One instance a task.
 */
final class RecordParser {

  private static final Logger LOG = LoggerFactory.getLogger(RecordParser.class);

  /** Characters of a rejected record that are kept. */
  private static final int RAW_CHARACTERS = 2_000;

  private static final String EXAMPLE =
      "{\"title\": \"A title\", \"url\": \"https://www.example.com/2020/10/07/a-title\", \"author\": \"By A Name\","
          + " \"date\": \"October 7, 2020\", \"text\": \"LONDON, Oct 7 (Reuters) - A first sentence. A second.\"}";

  private final CorpusSettings settings;
  private final boolean explains;
  private final ContentHash hash = new ContentHash();
  private TextScanner scanner;
  private LanguageDetector detector;

  RecordParser(CorpusSettings settings) {
    this(settings, false);
  }

  /**
   * Prepares to parse.
   *
   * @param settings how
   * @param explains whether rows keep which fields gave what
   */
  RecordParser(CorpusSettings settings, boolean explains) {
    this.settings = settings;
    this.explains = explains;
    this.scanner = new TextScanner(settings.dictionary());
  }

  /** Parses a record of no consequence, so that everything it takes is loaded. */
  void warmUp() {
    byte[] line = EXAMPLE.getBytes(StandardCharsets.UTF_8);
    ReadSettings read = new ReadSettings(line.length, new FieldChoice(Map.of(), List.of()), null);
    RawRecord raw = Formats.named("jsonl").cut(new ByteArrayInputStream(line), read).next();
    InputFile file = new InputFile("", "", 0, 0, 0, null);
    row(
        new Split(0, file, 0, 0, 0, 1),
        new SplitReader.Record("", "jsonl", 1, line, raw.articles().get(0), null));
  }

  /**
   * The row of a record.
   *
   * @param split where it was read
   * @param record the record
   * @return a row of {@link RecordSchema#SCHEMA}
   */
  Row row(Split split, SplitReader.Record record) {
    Values row = head(split, record);
    if (record.isEnd()) {
      row.set("outcome", RecordSchema.END);
      return row.row();
    }
    try {
      fill(row, record);
      return row.row();
    } catch (RuntimeException | StackOverflowError e) {
      // A line each: a fault that many records share must not fill the log of an executor.
      LOG.warn(
          "{}, record {}: reading the article failed: {}",
          record.file(),
          record.number(),
          e.toString());
      LOG.debug("where it failed", e);
      // It stopped within a text, and would not begin another.
      scanner = new TextScanner(settings.dictionary());
      Values rejected = head(split, record);
      fillRejection(rejected, Rejection.of(e), record.raw());
      return rejected.row();
    }
  }

  /** The row of a file that is no more than a rejected record. */
  static Row rejected(String file, Reason reason, String detail) {
    Values row = new Values();
    row.set("input_file", file);
    row.set("record_no", 1L);
    row.set("format", SplitReader.UNKNOWN);
    fillRejection(row, new Rejection(reason, detail), new byte[0]);
    return row.row();
  }

  private static Values head(Split split, SplitReader.Record record) {
    Values row = new Values();
    row.set("input_file", record.file());
    row.set("split", split.id());
    row.set("record_no", record.number());
    row.set("format", record.format());
    row.set("bytes", record.bytes());
    return row;
  }

  private void fill(Values row, SplitReader.Record record) {
    FoundArticle found = record.article();
    Reading reading = found.rejection() == null ? read(found) : null;
    Rejection rejection = reading == null ? found.rejection() : unfit(found, reading);
    if (rejection == null) {
      fillArticle(row, found, reading);
    } else {
      fillRejection(row, rejection, record.raw());
      row.set("source", reading == null ? null : outlet(found, reading.address()).source());
    }
  }

  /**
   * What must be known of an article to tell whether it is one.
   *
   * @param address where it was published, if that is printed
   * @param language the language that the job or the input names; null if neither does
   * @param scan its words
   */
  private record Reading(Optional<WebAddress> address, String language, TextScanner.Scan scan) {}

  private Reading read(FoundArticle found) {
    String language =
        settings.language() != null ? settings.language() : Language.code(found.language());
    return new Reading(
        found.url() == null ? Optional.empty() : WebAddress.parse(found.url()),
        language,
        scanner.scan(orEmpty(found.title()), orEmpty(found.body()), language));
  }

  /** The values of a row, by column. */
  private static final class Values {
    private final Object[] values = new Object[RecordSchema.SCHEMA.size()];

    void set(String column, Object value) {
      values[RecordSchema.SCHEMA.fieldIndex(column)] = value;
    }

    Row row() {
      return RowFactory.create(values);
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  private Rejection unfit(FoundArticle found, Reading reading) {
    TextScanner.Scan scan = reading.scan();
    if (reading.address().filter(WebAddress::homePage).isPresent()) {
      return new Rejection(Reason.HOME_PAGE, "the address is that of a front page: " + found.url());
    }
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

  private static void fillRejection(Values row, Rejection rejection, byte[] raw) {
    row.set("outcome", RecordSchema.REJECTED);
    row.set("reason", rejection.reason().label());
    row.set("detail", rejection.detail());
    row.set("raw", Encoding.beginning(raw, RAW_CHARACTERS));
  }

  private void fillArticle(Values row, FoundArticle found, Reading reading) {
    TextScanner.Scan scan = reading.scan();
    String title = orEmpty(found.title());
    String body = orEmpty(found.body());
    Outlet outlet = outlet(found, reading.address());
    Byline byline =
        Byline.parse(found.byline(), outlet.name() == null ? outlet.source() : outlet.name());
    AgencyCredit credit = AgencyCredit.of(byline, found.dateline(), body, found.trailers());
    SpokenLanguage language = language(reading.language(), scan.text());
    DateHints hints = new DateHints(language.code(), found.url());
    Published published = Published.parse(found.published(), zone(outlet.source()), hints);
    LocalDate date = published.date();
    BodyStatus status = scan.words() == 0 ? BodyStatus.NONE : found.status();
    String contentHash = hash.ofBody(body);
    row.set("outcome", RecordSchema.ARTICLE);
    row.set("article_id", articleId(outlet, title, body, contentHash, published.raw()));
    row.set("url", found.url());
    row.set("canonical_url", outlet.canonicalUrl());
    row.set("source", outlet.source());
    row.set("source_name", outlet.name());
    row.set("title", title.isEmpty() ? null : title);
    row.set("byline", byline.printed());
    row.set("byline_kind", byline.kind().label());
    row.set("authors", array(byline.authors()));
    row.set("agencies", array(credit.agencies()));
    row.set("agency_evidence", credit.evidence().label());
    row.set("photo_agencies", array(Captions.photoAgencies(found.captions())));
    row.set("published_raw", published.raw());
    row.set("published_at", published.at());
    row.set("published_date", date);
    row.set("published_precision", published.precision().label());
    row.set("period", date == null ? null : settings.period().start(date));
    row.set("language", language.code());
    row.set("language_guess", language.guess());
    row.set("script", language.script());
    row.set("language_confidence", language.confidence());
    row.set("is_language_detected", language.detected());
    row.set("section", found.section());
    row.set("keywords", array(found.keywords()));
    row.set("body_status", status.label());
    row.set("text_rule", rule(found, status).label());
    row.set("words", scan.words());
    row.set("sentences", scan.sentences());
    row.set("paragraphs", scan.paragraphs());
    row.set("mattr_windows", scan.mattrWindows());
    row.set("mattr_types", scan.mattrTypes());
    row.set("syllables", scan.syllables());
    row.set("content_hash", contentHash);
    row.set("extra", CollectionConverters.asScala(found.extra()));
    row.set("mapping", explains ? found.mapping() : null);
    row.set("analysed_text", scan.text());
    // Of a body that is not whole, the words do not count.
    boolean counts = status == BodyStatus.FULL;
    row.set(
        "token_spans", counts ? scan.spans() : scanner.scan(title, "", reading.language()).spans());
  }

  private static TextRule rule(FoundArticle found, BodyStatus status) {
    return status == BodyStatus.NONE ? TextRule.NONE : found.textRule();
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

  private Outlet outlet(FoundArticle found, Optional<WebAddress> address) {
    String name =
        found.source() == null || found.source().isBlank() ? null : found.source().strip();
    String byField = name == null ? null : byName(name);
    String byAddress = address.map(WebAddress::domain).orElse(null);
    String first = settings.preferSourceField() ? byField : byAddress;
    String second = settings.preferSourceField() ? byAddress : byField;
    String source = first != null ? first : second != null ? second : Corpus.UNKNOWN_SOURCE;
    return new Outlet(source, name, address.map(WebAddress::canonical).orElse(null));
  }

  /** A host or an address by its domain; a part of a site, "post.example/sunday", as printed. */
  private static String byName(String name) {
    boolean isPart = name.indexOf('/') > 0 && !name.contains("://");
    return isPart ? name : WebAddress.domainOf(name).orElse(name);
  }

  /**
   * A language with where it is from; a null code is decided by the neighbours in the same script
   * later, and the guess is what detection said all the same.
   */
  private record SpokenLanguage(
      String code, String guess, String script, Double confidence, boolean detected) {}

  private SpokenLanguage language(String declared, String text) {
    String script = settings.language() == null ? Script.of(text) : null;
    if (declared != null) {
      return new SpokenLanguage(declared, null, script, null, false);
    }
    detector = detector == null ? new LanguageDetector() : detector;
    LanguageDetector.Detected detected = detector.detect(text);
    return new SpokenLanguage(
        detected.confident() ? detected.code() : null,
        detected.code(),
        script,
        detected.confidence(),
        true);
  }
}
