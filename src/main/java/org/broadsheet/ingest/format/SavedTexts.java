package org.broadsheet.ingest.format;

import java.io.InputStream;
import java.util.List;
import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.savedtext.SavedArticle;
import org.broadsheet.extract.savedtext.SavedText;
import org.broadsheet.ingest.encoding.BinaryContent;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.mail.MailRecognition;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.WholeFile;

/** Articles saved as text: a file is read whole and holds one article, or several between rules. */
final class SavedTexts implements RecordFormat {

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return WholeFile.cut(
        in, settings.maxRecordBytes(), bytes -> articles(bytes, settings.charset()));
  }

  /**
   * Reads the articles of a text.
   *
   * @param bytes the text
   * @param charset the encoding that the job names; null for none
   * @return the articles, or why there is none
   */
  static List<FoundArticle> articles(byte[] bytes, String charset) {
    if (MailRecognition.isMessage(bytes)) {
      return Mails.articles(bytes, charset);
    }
    if (BinaryContent.isBinary(bytes)) {
      return List.of(FoundArticle.rejected(Reason.NOT_TEXT, "the file holds binary zeros"));
    }
    Encoding.Decoded decoded = Encoding.decode(bytes, charset);
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error()));
    }
    List<SavedArticle> articles = SavedText.parse(decoded.text());
    return articles.isEmpty()
        ? List.of(FoundArticle.rejected(Reason.NO_TEXT, "the file holds no word"))
        : found(articles);
  }

  /** The articles of a saved text, or of an export. */
  static List<FoundArticle> found(List<SavedArticle> articles) {
    return articles.stream().map(SavedTexts::found).toList();
  }

  private static FoundArticle found(SavedArticle article) {
    return FoundArticle.builder()
        .title(article.title())
        .body(article.body())
        .textRule(TextRule.LINES)
        .url(article.url())
        .source(article.source())
        .byline(article.byline())
        .dateline(article.dateline())
        .published(article.published())
        .language(article.language())
        .section(article.section())
        .keywords(article.keywords())
        .captions(article.captions())
        .trailers(article.trailers())
        .build();
  }
}
