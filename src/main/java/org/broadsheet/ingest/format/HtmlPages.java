package org.broadsheet.ingest.format;

import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.html.PageArticle;
import org.broadsheet.extract.html.PageReader;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.WholeFile;
import org.jsoup.Jsoup;

/** Web pages: a file is read whole and holds one article. */
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
        in, settings.maxRecordBytes(), bytes -> articles(bytes, settings.charset(), null));
  }

  /**
   * Reads the article of a page.
   *
   * @param page the bytes
   * @param charset the encoding that the job or the server names; null for none
   * @param address where the page was fetched from; null if it is not known
   * @return the article, or why there is none
   */
  static List<FoundArticle> articles(byte[] page, String charset, String address) {
    String head = Encoding.beginning(page, HEAD);
    Matcher declared = CHARSET.matcher(head);
    String named = charset != null ? charset : declared.find() ? declared.group(1) : null;
    Encoding.Decoded decoded = Encoding.decode(page, named);
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error()));
    }
    Matcher saved = SAVED_FROM.matcher(head);
    String from = address == null && saved.find() ? saved.group(1) : address;
    return List.of(article(decoded.text(), from));
  }

  private static FoundArticle article(String html, String address) {
    PageArticle page = PageReader.read(Jsoup.parse(html, address == null ? "" : address), address);
    if (page.index()) {
      return FoundArticle.rejected(
          Reason.HOME_PAGE, "the page is a list of links to articles, and none itself");
    }
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
