package org.broadsheet.ingest.mail;

import java.util.regex.Pattern;
import org.broadsheet.ingest.mapping.HtmlText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a mail in HTML shows: its blocks, also those in the cells that mails are laid out with. */
final class MailHtml {

  /** A preview for lists of mails, and what is shown on other devices only. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "(?i)\\b(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|(?:max-height|opacity)\\s*:\\s*0(?![.\\d]*[1-9]))");

  private MailHtml() {}

  /** The paragraphs of a document, a blank line between each. */
  static String text(Document html) {
    Element body = html.body();
    for (Element styled : body.select("[style], [hidden]")) {
      if (styled.hasAttr("hidden") || HIDDEN.matcher(styled.attr("style")).find()) {
        styled.remove();
      }
    }
    body.select("title, button, [class*=preheader], [id*=preheader]").remove();
    // Cells are blocks here, and no words of one line.
    body.select("td, th").forEach(cell -> cell.tagName("div"));
    return HtmlText.of(body);
  }
}
