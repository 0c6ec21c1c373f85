package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.ingest.mapping.HtmlText;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Items of the export of a WordPress site: posts, beside which it holds pages, pictures, menus and
 * more.
 */
final class WordpressExport {

  /** Kinds of posts; themes for newsrooms have their own beside the usual one. */
  private static final Set<String> POSTS =
      Set.of("post", "posts", "article", "articles", "news", "story", "stories");

  private static final String PUBLISHED = "publish";

  /** Short codes around a caption with its picture. */
  private static final List<String> CAPTIONS = List.of("caption", "wp_caption");

  /** Short codes around an address. */
  private static final List<String> EMBEDDED =
      List.of("embed", "audio", "video", "playlist", "youtube", "vimeo");

  private static final Pattern SHORT_CODE =
      Pattern.compile("\\[(/?)([A-Za-z][\\w-]{0,60})((?:\\s[^\\[\\]]{0,2000})?)/?]");

  /** Short codes that stand alone, without anything that tells them from a word in brackets. */
  private static final Set<String> ALONE =
      Set.of("gallery", "embed", "audio", "video", "playlist", "more", "toc", "youtube", "vimeo");

  private static final Pattern BLANK_LINES = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n\\s*");

  private WordpressExport() {}

  /** Whether an item is one of such an export. */
  static boolean isOne(FeedFields item) {
    return item.has("wp:post_type") || item.has("wp:status");
  }

  /**
   * Reads an item.
   *
   * @param item its fields
   * @param header what the export says of all
   * @return the article of a post; a rejection of anything else
   */
  static FoundArticle article(FeedFields item, FeedHeader header) {
    String kind = item.line("wp:post_type");
    String status = item.line("wp:status");
    if (kind != null && !POSTS.contains(kind.toLowerCase(Locale.ROOT))) {
      return FoundArticle.rejected(Reason.NOT_TEXT, "of the WordPress kind " + kind + ", no post");
    }
    if (status != null && !status.equalsIgnoreCase(PUBLISHED)) {
      return FoundArticle.rejected(
          Reason.NOT_TEXT, "a WordPress post that is not published: its status is " + status);
    }
    return post(item, header);
  }

  private static FoundArticle post(FeedFields item, FeedHeader header) {
    List<String> captions = new ArrayList<>();
    String content = text(item, "content:encoded", captions);
    String address = item.line("link", "guid");
    boolean isPage = address != null && !FeedItems.isFrontPage(address);
    return FoundArticle.builder()
        .title(item.line("title"))
        .body(content != null ? content : text(item, "excerpt:encoded", captions))
        .status(content != null ? BodyStatus.FULL : BodyStatus.ABSTRACT)
        .url(isPage ? address : null)
        .source(isPage || header.link() == null ? header.source() : header.link())
        .byline(byline(item, header))
        .published(item.line("pubdate", "wp:post_date_gmt", "wp:post_date"))
        .language(header.language())
        .section(categories(item, "category").stream().findFirst().orElse(null))
        .keywords(categories(item, null))
        .captions(captions)
        .build();
  }

  /** Who wrote it, by the name that is shown, and not the one to log in with. */
  private static String byline(FeedFields item, FeedHeader header) {
    String login = item.line("dc:creator");
    return login == null ? null : header.authors().getOrDefault(login, login);
  }

  private static List<String> categories(FeedFields item, String domain) {
    return item.all("category").stream()
        .filter(category -> domain == null || category.attr("domain").equals(domain))
        .map(Xml::line)
        .filter(category -> category != null)
        .distinct()
        .toList();
  }

  /** The text of a field in which blank lines make paragraphs, unless it has tags for them. */
  private static String text(FeedFields item, String name, List<String> captions) {
    if (!item.has(name)) {
      return null;
    }
    String stored = PrintedText.withoutControls(item.all(name).get(0).wholeText());
    String html = BLANK_LINES.matcher(withoutShortCodes(stored, captions)).replaceAll("\n<p>");
    Element body = Jsoup.parseBodyFragment(html).body();
    for (Element figure : body.select("figure:has(figcaption)")) {
      Elements caption = figure.select("figcaption");
      addCaption(caption.text(), captions);
      // A table is text.
      if (figure.selectFirst("table") == null) {
        figure.remove();
      } else {
        caption.remove();
      }
    }
    String text = HtmlText.of(body);
    return text.isEmpty() ? null : text;
  }

  private static String withoutShortCodes(String stored, List<String> captions) {
    String text = stored;
    for (String name : CAPTIONS) {
      text =
          withoutPairs(
              text, name, inner -> addCaption(Jsoup.parseBodyFragment(inner).text(), captions));
    }
    for (String name : EMBEDDED) {
      text = withoutPairs(text, name, inner -> {});
    }
    Set<String> paired = paired(text);
    return SHORT_CODE
        .matcher(text)
        .replaceAll(
            code -> isShortCode(code, paired) ? "" : Matcher.quoteReplacement(code.group()));
  }

  /**
   * A text without all pairs of a short code and what is between. An end belongs to the last
   * beginning.
   */
  private static String withoutPairs(String text, String name, Consumer<String> inner) {
    Matcher tag = Pattern.compile("\\[(/?)" + name + "(?=[\\]\\s/])").matcher(text);
    StringBuilder kept = new StringBuilder();
    int from = 0;
    int start = -1;
    while (tag.find()) {
      if (tag.group(1).isEmpty()) {
        start = tag.start();
      } else if (start >= 0) {
        kept.append(text, from, start).append("\n\n");
        int end = tag.start();
        inner.accept(text.substring(Math.min(end, text.indexOf(']', start) + 1), end));
        from = Math.min(text.length(), tag.end() + 1);
        start = -1;
      }
    }
    return kept.append(text, from, text.length()).toString();
  }

  private static void addCaption(String caption, List<String> captions) {
    if (!caption.isBlank()) {
      captions.add(caption.strip());
    }
  }

  /** The names of short codes that have an end, as no word in brackets has. */
  private static Set<String> paired(String text) {
    Set<String> names = new HashSet<>();
    Matcher code = SHORT_CODE.matcher(text);
    while (code.find()) {
      if (!code.group(1).isEmpty()) {
        names.add(code.group(2));
      }
    }
    return names;
  }

  private static boolean isShortCode(MatchResult code, Set<String> paired) {
    return code.group(3).indexOf('=') > 0
        || paired.contains(code.group(2))
        || ALONE.contains(code.group(2).toLowerCase(Locale.ROOT));
  }
}
