package org.broadsheet.ingest.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The articles that a mail of an alert lists. Search engines mark each as an {@code Article} of
 * schema.org, with its title, outlet, address and a summary; in the plain text, a block has these
 * on lines of their own, the address last.
 */
public final class MailAlert {

  private static final String ITEMS = "[itemtype~=(?i)schema\\.org/(?:News)?Article/?$]";

  /** How search engines lead to an address by way of their own. */
  private static final Pattern REDIRECT =
      Pattern.compile(
          "https?://(?:www\\.)?google\\.[a-z.]{2,6}/url\\?(?:\\S*&)?(?:url|q)=([^&\\s>]+)\\S*");

  private static final Pattern ADDRESS_LINE = Pattern.compile("<?(" + REDIRECT.pattern() + ")>?");

  private static final int LONGEST_ADDRESS = 2_500;

  /** "=== News - 3 new results for [ferries] ===". */
  private static final Pattern HEADING = Pattern.compile("={2,}.*={2,}");

  private static final Pattern BLOCKS = Pattern.compile("\\n[ \\t]*\\n");

  private MailAlert() {}

  /**
   * The articles of a mail.
   *
   * @param body what the mail says
   * @param sent when it was sent, or null
   * @return the articles, or none if it is no alert
   */
  public static List<FoundArticle> articles(MailBody body, String sent) {
    List<FoundArticle> marked = body.html() == null ? List.of() : markedArticles(body.html(), sent);
    return marked.isEmpty() ? listedArticles(body.text(), sent) : marked;
  }

  private static List<FoundArticle> markedArticles(Document html, String sent) {
    List<FoundArticle> articles = new ArrayList<>();
    for (Element item : html.select(ITEMS)) {
      Element outlet = item.selectFirst("[itemprop=publisher]");
      String source = outlet == null ? null : text(outlet);
      if (outlet != null) {
        outlet.remove(); // its name is not the article's
      }
      Element title = item.selectFirst("[itemprop=name], [itemprop=headline]");
      Element summary = item.selectFirst("[itemprop=description]");
      Element link = item.selectFirst("a[href]");
      boolean isWhole = item.selectFirst("[itemprop=articleBody]") != null;
      if (title != null && link != null && !isWhole) {
        articles.add(
            article(
                text(title),
                source,
                summary == null ? null : text(summary),
                target(link.attr("href")),
                sent));
      }
    }
    return articles;
  }

  private static String text(Element element) {
    return PrintedText.squeeze(element.text());
  }

  /** Blocks that end in an address: the title, then perhaps the outlet, then the summary. */
  private static List<FoundArticle> listedArticles(String text, String sent) {
    List<FoundArticle> articles = new ArrayList<>();
    for (String block : BLOCKS.split(text.replace("\r", ""))) {
      List<String> lines =
          block
              .lines()
              .map(PrintedText::strip)
              .filter(line -> !line.isEmpty() && !HEADING.matcher(line).matches())
              .toList();
      int last = lines.size() - 1;
      boolean mayBe = last >= 1 && lines.get(last).length() <= LONGEST_ADDRESS;
      Matcher address = mayBe ? ADDRESS_LINE.matcher(lines.get(last)) : null;
      if (address != null && address.matches()) {
        boolean hasOutlet = last > 2;
        String summary = String.join(" ", lines.subList(hasOutlet ? 2 : 1, last));
        articles.add(
            article(
                lines.get(0),
                hasOutlet ? lines.get(1) : null,
                summary,
                target(address.group(1)),
                sent));
      }
    }
    return articles;
  }

  private static FoundArticle article(
      String title, String source, String summary, String url, String sent) {
    boolean isEmpty = summary == null || summary.isEmpty();
    return FoundArticle.builder()
        .title(title)
        .body(isEmpty ? null : summary)
        .status(isEmpty ? BodyStatus.NONE : BodyStatus.ABSTRACT)
        .source(source)
        .url(url)
        .published(sent)
        .build();
  }

  private static String target(String address) {
    Matcher redirect = REDIRECT.matcher(address);
    if (!redirect.matches()) {
      return address;
    }
    try {
      return URLDecoder.decode(redirect.group(1), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return redirect.group(1);
    }
  }
}
