package org.broadsheet.ingest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.credit.AgencyCredit;
import org.broadsheet.extract.credit.Captions;
import org.broadsheet.extract.date.DateHints;
import org.broadsheet.extract.date.Published;
import org.broadsheet.extract.web.WebAddress;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.ReadRecord;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.Rejection;
import org.broadsheet.text.Language;
import org.broadsheet.text.LanguageDetector;
import org.broadsheet.text.Script;
import org.broadsheet.text.TextScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interprets what the formats found: source, byline, agencies, date, language, identity, and the
 * words of the text. Each task has its own.
 */
final class RecordParser {

  private static final Logger LOG = LoggerFactory.getLogger(RecordParser.class);

  /** Characters of a rejected record that are kept. */
  private static final int RAW_CHARACTERS = 2_000;

  /** Longer bylines and names of sources are not remembered. */
  private static final int LONGEST_REMEMBERED = 200;

  private static final String EXAMPLE =
      "{\"title\": \"A title\", \"url\": \"https://www.example.com/2020/10/07/a-title\", \"author\": \"By A Name\","
          + " \"date\": \"October 7, 2020\", \"text\": \"LONDON, Oct 7 (Reuters) - A first sentence. A second.\"}";

  private final CorpusSettings settings;
  private final boolean explains;
  private final ContentHash hash = new ContentHash();
  private final Remembered<PrintedByline, Byline> bylines = new Remembered<>(PrintedByline::read);
  private final Remembered<String, String> sources = new Remembered<>(ArticleSource::byName);
  private TextScanner scanner;
  private LanguageDetector detector;

  RecordParser(CorpusSettings settings) {
    this(settings, false);
  }

  /**
   * Prepares to parse.
   *
   * @param settings how
   * @param explains whether articles keep which fields gave what
   */
  RecordParser(CorpusSettings settings, boolean explains) {
    this.settings = settings;
    this.explains = explains;
    this.scanner = new TextScanner(settings.dictionary());
  }

  /** Parses an example, so that everything that parsing needs is loaded. */
  void warmUp() {
    byte[] line = EXAMPLE.getBytes(StandardCharsets.UTF_8);
    ReadSettings read = new ReadSettings(line.length, new FieldChoice(Map.of(), List.of()), null);
    RawRecord raw = Formats.named("jsonl").cut(new ByteArrayInputStream(line), read).next();
    InputFile file = new InputFile("", "", 0, 0, 0, null);
    parsed(
        new Split(0, file, 0, 0, 0, 1),
        new ReadRecord("", "jsonl", 1, line, raw.articles().get(0), null));
  }

  /**
   * Parses a record. It never fails: a record that this program fails at is rejected.
   *
   * @param split where the record was read
   * @param record the record
   * @return the record with its outcome
   */
  ParsedRecord parsed(Split split, ReadRecord record) {
    ParsedRecord.Position position =
        new ParsedRecord.Position(
            record.file(), split.id(), record.number(), record.format(), record.bytes());
    if (record.isEnd()) {
      return ParsedRecord.end(position);
    }
    try {
      return parsed(position, record);
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
      return ParsedRecord.rejected(position, rejected(Rejection.of(e), record.raw(), null));
    }
  }

  private ParsedRecord parsed(ParsedRecord.Position position, ReadRecord record) {
    FoundArticle found = record.article();
    if (found.rejection() != null) {
      return ParsedRecord.rejected(position, rejected(found.rejection(), record.raw(), null));
    }
    RecordFacts reading = read(found);
    Rejection rejection = unfit(found, reading);
    return rejection == null
        ? ParsedRecord.article(position, article(found, reading))
        : ParsedRecord.rejected(
            position, rejected(rejection, record.raw(), reading.source.source()));
  }

  private static ParsedRecord.Rejected rejected(Rejection rejection, byte[] raw, String source) {
    return new ParsedRecord.Rejected(rejection, Encoding.beginning(raw, RAW_CHARACTERS), source);
  }

  /**
   * What must be known of a record to tell whether it is an article.
   *
   * @param title its title, or an empty text
   * @param body its body, or an empty text
   * @param address where it was published, if that is printed
   * @param source who published it
   * @param language the language that the job or the input declares; null if neither does
   * @param scan its words
   */
  private record RecordFacts(
      String title,
      String body,
      Optional<WebAddress> address,
      ArticleSource source,
      String language,
      TextScanner.Scan scan) {}

  private RecordFacts read(FoundArticle found) {
    String title = printed(found.title());
    String body = printed(found.body());
    Optional<WebAddress> address =
        found.url() == null ? Optional.empty() : WebAddress.parse(found.url());
    String language =
        settings.language() != null ? settings.language() : Language.code(found.language());
    return new RecordFacts(
        title,
        body,
        address,
        ArticleSource.of(found, address, settings.preferSourceField(), this::source),
        language,
        scanner.scan(title, body, language));
  }

  private String source(String name) {
    return name.length() > LONGEST_REMEMBERED ? ArticleSource.byName(name) : sources.of(name);
  }

  /** Whatever the format, no article keeps what only machines read. */
  private static String printed(String text) {
    return text == null ? "" : PrintedText.withoutControls(text).strip();
  }

  /** Why a record is no article after all; null if it is one. */
  private Rejection unfit(FoundArticle found, RecordFacts reading) {
    TextScanner.Scan scan = reading.scan;
    if (reading.address.filter(WebAddress::homePage).isPresent()) {
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

  private ParsedArticle article(FoundArticle found, RecordFacts reading) {
    ArticleSource source = reading.source;
    Byline byline =
        byline(new PrintedByline(found.byline(), source.printed(), found.familyNamesFirst()));
    ArticleLanguage language = language(reading.language, reading.scan.text());
    DateHints hints = new DateHints(language.code(), found.url());
    Published published =
        Published.parse(found.published(), settings.timeZones().get(source.source()), hints);
    ParsedArticle.ArticleText text = text(found, reading);
    return new ParsedArticle(
        articleId(reading, text, published),
        found,
        source,
        byline,
        AgencyCredit.of(byline, found.dateline(), reading.body, found.trailers()),
        Captions.photoAgencies(found.captions()),
        published,
        settings.period().of(published.date()),
        language,
        text,
        explains ? found.mapping() : null);
  }

  /** A byline and the source that it may name: all that tells who wrote an article. */
  private record PrintedByline(String printed, String source, boolean familyNamesFirst) {

    Byline read() {
      return Byline.parse(printed, source, familyNamesFirst);
    }

    boolean isShort() {
      return printed != null && printed.length() + source.length() <= LONGEST_REMEMBERED;
    }
  }

  private Byline byline(PrintedByline byline) {
    return byline.isShort() ? bylines.of(byline) : byline.read();
  }

  private ParsedArticle.ArticleText text(FoundArticle found, RecordFacts reading) {
    TextScanner.Scan scan = reading.scan;
    BodyStatus status = scan.words() == 0 ? BodyStatus.NONE : found.status();
    // Of a body that is not whole, the words do not count.
    byte[] counted =
        status == BodyStatus.FULL
            ? scan.spans()
            : scanner.scan(reading.title, "", reading.language).spans();
    return new ParsedArticle.ArticleText(
        reading.title.isEmpty() ? null : reading.title,
        status,
        status == BodyStatus.NONE ? TextRule.NONE : found.textRule(),
        hash.ofBody(reading.body),
        scan,
        counted);
  }

  /** Without body and address, only the date tells two articles of one title apart. */
  private String articleId(
      RecordFacts reading, ParsedArticle.ArticleText text, Published published) {
    ArticleSource source = reading.source;
    boolean isBare = reading.body.isEmpty() && source.canonicalUrl() == null;
    return hash.ofParts(
        source.source(),
        source.canonicalUrl(),
        reading.title,
        text.contentHash(),
        isBare ? published.raw() : null);
  }

  private ArticleLanguage language(String declared, String text) {
    String script = settings.language() == null ? Script.of(text) : null;
    if (declared != null) {
      return new ArticleLanguage(declared, null, script, null, false);
    }
    detector = detector == null ? new LanguageDetector() : detector;
    LanguageDetector.Detected detected = detector.detect(text);
    return new ArticleLanguage(
        detected.confident() ? detected.code() : null,
        detected.code(),
        script,
        detected.confidence(),
        true);
  }
}
