package org.broadsheet.ingest.format;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.credit.Dateline;
import org.broadsheet.extract.savedtext.ExportedPage;
import org.broadsheet.extract.savedtext.SavedArticle;
import org.broadsheet.extract.savedtext.SavedText;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.mail.MailAlert;
import org.broadsheet.ingest.mail.MailBody;
import org.broadsheet.ingest.mail.MailPart;
import org.broadsheet.ingest.mail.MailRecognition;
import org.broadsheet.ingest.mail.Mailbox;
import org.broadsheet.ingest.mail.SavedPage;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.WholeFile;

/**
 * Mails, posts to newsgroups, mailboxes of them, and web pages that browsers save as mails. A
 * message is a record: one article, unless it is a digest, an alert or the export of a database.
 */
final class Mails implements RecordFormat {

  /** Bytes by which a mailbox is recognised. */
  private static final int HEAD = 1 << 12;

  /** Messages within messages. */
  private static final int DEEPEST = 8;

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    Head head = Head.of(in, HEAD);
    Function<byte[], List<FoundArticle>> interpreter = bytes -> articles(bytes, settings.charset());
    return MailRecognition.isMailbox(head.bytes())
        ? new Mailbox(
            head.from(MailPart.start(head.bytes())), settings.maxRecordBytes(), interpreter)
        : WholeFile.cut(head.whole(), settings.maxRecordBytes(), interpreter);
  }

  /**
   * Reads the articles of a message.
   *
   * @param bytes the message
   * @param charset the encoding that the job names; null for none
   * @return the articles, or why there is none
   */
  static List<FoundArticle> articles(byte[] bytes, String charset) {
    return articles(MailPart.of(bytes), charset, 0);
  }

  /** The articles of a message, and of those within it; a digest has none of its own. */
  private static List<FoundArticle> articles(MailPart message, String charset, int depth) {
    List<byte[]> enclosed = depth < DEEPEST ? message.enclosed() : List.of();
    MailBody note = enclosed.isEmpty() || message.isDigest() ? null : MailBody.of(message, charset);
    boolean isSaid =
        enclosed.isEmpty() || note != null && note.error() == null && !note.text().isBlank();
    List<FoundArticle> articles = new ArrayList<>(isSaid ? articles(message, charset) : List.of());
    for (byte[] one : enclosed) {
      articles.addAll(articles(MailPart.of(one), charset, depth + 1));
    }
    return articles;
  }

  private static List<FoundArticle> articles(MailPart message, String charset) {
    SavedPage page = SavedPage.of(message);
    if (page != null) {
      String named = page.charset() == null ? charset : page.charset();
      return HtmlPages.articlesOfFile(page.content(), named, page.address());
    }
    MailBody body = MailBody.of(message, charset);
    if (body == null) {
      return List.of(article(message, ""));
    }
    if (body.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, body.error()));
    }
    List<FoundArticle> listed = MailAlert.articles(message, body);
    if (!listed.isEmpty()) {
      return listed;
    }
    List<SavedArticle> exported = exported(body);
    return exported.isEmpty()
        ? List.of(article(message, body.paragraphs()))
        : SavedTexts.found(exported);
  }

  /** Databases mail pages and texts as they export them. */
  private static List<SavedArticle> exported(MailBody body) {
    List<SavedArticle> ofPage =
        body.html() == null ? List.of() : ExportedPage.articles(body.source(), body.html());
    return ofPage.isEmpty() ? SavedText.exported(body.text()) : ofPage;
  }

  /** A text that was not sent may name its article in the header, below who published it. */
  private static FoundArticle article(MailPart message, String paragraphs) {
    boolean isSent = message.isSent();
    String title =
        isSent ? message.text("subject") : message.firstText("title", "headline", "subject");
    String author = isSent ? null : message.text("author");
    String body = withoutTitle(paragraphs, title);
    String newsgroups = message.text("newsgroups");
    return FoundArticle.builder()
        .title(title == null ? "" : title)
        .body(body)
        .textRule(TextRule.LINES)
        .byline(author == null ? message.sender() : author)
        .source(isSent ? null : source(message, author))
        .url(isSent ? null : message.text("url"))
        .dateline(Dateline.opening(body).map(Dateline::text).orElse(null))
        .published(message.text("date"))
        .section(newsgroups == null ? null : newsgroups.split("[,\\s]", 2)[0])
        .build();
  }

  private static String source(MailPart message, String author) {
    String named = message.firstText("source", "publication");
    return named == null && author != null ? message.sender() : named;
  }

  /** The paragraphs, without the title where it stands above them once more. */
  private static String withoutTitle(String paragraphs, String title) {
    int end = paragraphs.indexOf("\n\n");
    String first = end < 0 ? paragraphs : paragraphs.substring(0, end);
    return !first.equals(title) ? paragraphs : end < 0 ? "" : paragraphs.substring(end + 2);
  }
}
