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
      Pattern.compile("https?://(?:www\\.)?google\\.[a-z.]{2,6}/url\\?");

  private static final Pattern TARGET = Pattern.compile("(?:url|q)=(.+)");

  /** Who sends alerts. */
  private static final String SENDER = "googlealerts-noreply";

  /** "=== News - 3 new results for [ferries] ===". */
  private static final Pattern HEADING = Pattern.compile("={2,}.*={2,}");

  private static final Pattern BLOCKS = Pattern.compile("\\n[ \\t]*\\n");

  private MailAlert() {}

  /**
   * The articles of a mail. Unless the sender is known for alerts, items are most of what it says:
   * letters to readers also have teasers and links of this kind.
   *
   * @param message the mail
   * @param body what it says
   * @return the articles, or none if it is no alert
   */
  public static List<FoundArticle> articles(MailPart message, MailBody body) {
    boolean isFromSender = message.header().printed("from").contains(SENDER);
    String sent = message.text("date");
    List<FoundArticle> marked =
        body.html() == null ? List.of() : markedArticles(body.html(), isFromSender, sent);
    return marked.isEmpty() ? listedArticles(body.text(), isFromSender, sent) : marked;
  }

  private static List<FoundArticle> markedArticles(
      Document html, boolean isFromSender, String sent) {
    List<FoundArticle> articles = new ArrayList<>();
    long letters = 0;
    for (Element marked : html.select(ITEMS)) {
      Element item = marked.clone();
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
        letters += MailBody.letters(marked.text());
        articles.add(
            article(
                text(title),
                source,
                summary == null ? null : text(summary),
                target(link.attr("href")),
                sent));
      }
    }
    return isFromSender || 2 * letters > MailBody.letters(MailHtml.text(html.clone()))
        ? articles
        : List.of();
  }

  private static String text(Element element) {
    return PrintedText.squeeze(element.text());
  }

  /** Blocks that end in an address: the title, then perhaps the outlet, then the summary. */
  private static List<FoundArticle> listedArticles(String text, boolean isFromSender, String sent) {
    List<FoundArticle> articles = new ArrayList<>();
    boolean hasHeading = false;
    int blocks = 0;
    for (String block : BLOCKS.split(text.replace("\r", ""))) {
      List<String> printed =
          block.lines().map(PrintedText::strip).filter(line -> !line.isEmpty()).toList();
      List<String> lines =
          printed.stream().filter(line -> !HEADING.matcher(line).matches()).toList();
      hasHeading |= lines.size() < printed.size();
      blocks += lines.isEmpty() ? 0 : 1;
      int last = lines.size() - 1;
      String target = last < 1 ? null : redirected(lines.get(last));
      if (target != null) {
        boolean hasOutlet = last > 2;
        String summary = String.join(" ", lines.subList(hasOutlet ? 2 : 1, last));
        articles.add(article(lines.get(0), hasOutlet ? lines.get(1) : null, summary, target, sent));
      }
    }
    return isFromSender || hasHeading && 2 * articles.size() > blocks ? articles : List.of();
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
    String target = redirected(address);
    return target == null ? address : target;
  }

  /** Where the way of a search engine leads to; null if the text is no such address. */
  private static String redirected(String text) {
    String address = text.startsWith("<") && text.endsWith(">") ? inner(text) : text;
    Matcher start = REDIRECT.matcher(address);
    if (!start.lookingAt() || address.chars().anyMatch(Character::isWhitespace)) {
      return null;
    }
    String target = null;
    for (String parameter : address.substring(start.end()).split("&")) {
      Matcher named = TARGET.matcher(parameter);
      target = named.matches() ? named.group(1) : target;
    }
    try {
      return target == null ? null : URLDecoder.decode(target, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return target;
    }
  }

  private static String inner(String text) {
    return text.substring(1, text.length() - 1);
  }
}
