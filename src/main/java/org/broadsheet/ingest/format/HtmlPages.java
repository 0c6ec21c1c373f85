package org.broadsheet.ingest.format;

import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.html.PageArticle;
import org.broadsheet.extract.html.PageReader;
import org.broadsheet.extract.savedtext.ExportedPage;
import org.broadsheet.extract.savedtext.SavedArticle;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.WholeFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Web pages: a file is read whole and holds one article, or all that a news database exported as
 * one page.
 */
final class HtmlPages implements RecordFormat {

  private static final int HEAD = 1 << 12;

  /** How pages name their encoding, in either form of the element. */
  private static final Pattern CHARSET =
      Pattern.compile(
          "<(?:meta\\b[^>]{0,300}?charset|\\?xml\\b[^>]{0,200}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  /** What browsers write into a page that they save. */
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!--\\s*saved from url=\\(\\d+\\)(\\S{1,2000})\\s*-->");

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return WholeFile.cut(
        in, settings.maxRecordBytes(), bytes -> articlesOfFile(bytes, settings.charset(), null));
  }

  /**
   * Reads the articles of a page that somebody saved.
   *
   * @param bytes the bytes
   * @param charset the encoding that the job or the file names; null for none
   * @param address where the page was; null if only the page itself may say so
   * @return the articles, or why there is none
   */
  static List<FoundArticle> articlesOfFile(byte[] bytes, String charset, String address) {
    WebPage page = WebPage.of(bytes, charset, address);
    List<SavedArticle> exported =
        page.error() == null ? ExportedPage.articles(page.html(), page.parsed()) : List.of();
    return exported.isEmpty() ? page.articles() : SavedTexts.found(exported);
  }

  /**
   * Reads the article of a page that was fetched.
   *
   * @param bytes the bytes
   * @param charset the encoding that the job or the server names; null for none
   * @param address where the page was fetched from; null if it is not known
   * @return the article, or why there is none; then a rejection where there seem to be others
   */
  static List<FoundArticle> articles(byte[] bytes, String charset, String address) {
    return WebPage.of(bytes, charset, address).articles();
  }

  /**
   * A page that was decoded.
   *
   * @param html its source; null if it cannot be decoded
   * @param error why not
   * @param address where it was fetched from, or null
   * @param parsed its elements
   */
  private record WebPage(String html, String error, String address, Document parsed) {

    static WebPage of(byte[] bytes, String charset, String address) {
      String head = Encoding.beginning(bytes, HEAD);
      Matcher declared = CHARSET.matcher(head);
      String named = charset != null ? charset : declared.find() ? declared.group(1) : null;
      Encoding.Decoded decoded = Encoding.decode(bytes, named);
      if (decoded.error() != null) {
        return new WebPage(null, decoded.error(), null, null);
      }
      Matcher saved = SAVED_FROM.matcher(head);
      String from = address == null && saved.find() ? saved.group(1) : address;
      Document parsed = Jsoup.parse(decoded.text(), from == null ? "" : from);
      return new WebPage(decoded.text(), null, from, parsed);
    }

    /** The article, or why there is none; then whether there seem to be others. */
    List<FoundArticle> articles() {
      if (error != null) {
        return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, error));
      }
      PageArticle page = PageReader.read(parsed, address);
      if (page.index()) {
        return List.of(
            FoundArticle.rejected(
                Reason.HOME_PAGE, "the page is a list of links to articles, and none itself"));
      }
      return page.articles() == 1
          ? List.of(found(page))
          : List.of(found(page), others(page.articles()));
    }

    private static FoundArticle others(int articles) {
      return FoundArticle.rejected(
          Reason.SEVERAL_ARTICLES,
          "the page seems to hold "
              + articles
              + " articles, but its kind is not known, and one was read, perhaps with the text of others: look at it;"
              + " if so, export it as CSV, JSON, XML or plain text, or save each article as a page of its own");
    }

    private static FoundArticle found(PageArticle page) {
      return FoundArticle.builder()
          .title(page.title())
          .body(page.body())
          .textRule(page.textRule())
          .url(page.url())
          .source(page.source())
          .byline(page.byline())
          .published(page.published())
          .language(page.language())
          .section(page.section())
          .keywords(page.keywords())
          .captions(page.captions())
          .build();
    }
  }
}
