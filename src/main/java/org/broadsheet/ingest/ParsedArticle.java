package org.broadsheet.ingest;

import static org.broadsheet.table.ColumnType.BINARY;
import static org.broadsheet.table.ColumnType.BOOLEAN;
import static org.broadsheet.table.ColumnType.DATE;
import static org.broadsheet.table.ColumnType.DOUBLE;
import static org.broadsheet.table.ColumnType.INT;
import static org.broadsheet.table.ColumnType.LONG;
import static org.broadsheet.table.ColumnType.STRING;
import static org.broadsheet.table.ColumnType.STRINGS;
import static org.broadsheet.table.ColumnType.STRING_MAP;
import static org.broadsheet.table.ColumnType.TIMESTAMP;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.credit.AgencyCredit;
import org.broadsheet.extract.date.Published;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.table.RowEncoder;
import org.broadsheet.text.TextScanner;

/**
 * An article whose fields are interpreted.
 *
 * @param id its article_id
 * @param found the fields as printed
 * @param source who published it
 * @param byline who wrote it
 * @param credit the agencies that it is credited to
 * @param photoAgencies the agencies that its pictures are credited to
 * @param published when it was published
 * @param period the first day of the period in which it was published; null if it is in none
 * @param language its language
 * @param text its words
 * @param mapping which fields gave what; null but in a sample
 */
record ParsedArticle(
    String id,
    FoundArticle found,
    ArticleSource source,
    Byline byline,
    AgencyCredit credit,
    List<String> photoAgencies,
    Published published,
    LocalDate period,
    ArticleLanguage language,
    ArticleText text,
    String mapping) {

  /** The columns of an article but {@code source}, which rejected records may have too. */
  static final RowEncoder<ParsedArticle> COLUMNS =
      RowEncoder.<ParsedArticle>unpublished()
          .column("article_id", STRING, ParsedArticle::id)
          .column("url", STRING, article -> article.found.url())
          .column("canonical_url", STRING, article -> article.source.canonicalUrl())
          .column("source_name", STRING, article -> article.source.name())
          .column("title", STRING, article -> article.text.title)
          .column("byline", STRING, article -> article.byline.printed())
          .column("byline_kind", STRING, article -> article.byline.kind().label())
          .column("authors", STRINGS, article -> article.byline.authors())
          .column("agencies", STRINGS, article -> article.credit.agencies())
          .column("agency_evidence", STRING, article -> article.credit.evidence().label())
          .column("photo_agencies", STRINGS, ParsedArticle::photoAgencies)
          .column("published_raw", STRING, article -> article.published.raw())
          .column("published_at", TIMESTAMP, article -> article.published.at())
          .column("published_date", DATE, article -> article.published.date())
          .column("published_precision", STRING, article -> article.published.precision().label())
          .column("period", DATE, ParsedArticle::period)
          .column("language", STRING, article -> article.language.code())
          .column("language_guess", STRING, article -> article.language.guess())
          .column("script", STRING, article -> article.language.script())
          .column("language_confidence", DOUBLE, article -> article.language.confidence())
          .column("is_language_detected", BOOLEAN, article -> article.language.isDetected())
          .column("section", STRING, article -> article.found.section())
          .column("keywords", STRINGS, article -> article.found.keywords())
          .column("body_status", STRING, article -> article.text.status.label())
          .column("text_rule", STRING, article -> article.text.rule.label())
          .column("words", INT, article -> article.text.scan.words())
          .column("sentences", INT, article -> article.text.scan.sentences())
          .column("paragraphs", INT, article -> article.text.scan.paragraphs())
          .column("mattr_windows", LONG, article -> article.text.scan.mattrWindows())
          .column("mattr_types", LONG, article -> article.text.scan.mattrTypes())
          .column("syllables", LONG, article -> article.text.scan.syllables())
          .column("content_hash", STRING, article -> article.text.contentHash)
          .column("extra", STRING_MAP, article -> article.found.extra())
          .column("mapping", STRING, ParsedArticle::mapping)
          .column("analysed_text", STRING, article -> article.text.scan.text())
          .column("token_spans", BINARY, article -> article.text.countedSpans)
          .build();

  /**
   * The text of an article.
   *
   * @param title the title; null without one
   * @param status how much of the text the body is
   * @param rule what told the body from the rest
   * @param contentHash the fingerprint of the body
   * @param scan what was found in title and body
   * @param countedSpans the words that are counted: those of the title and, if it is whole, of the
   *     body
   */
  record ArticleText(
      String title,
      BodyStatus status,
      TextRule rule,
      String contentHash,
      TextScanner.Scan scan,
      byte[] countedSpans) {}
}
