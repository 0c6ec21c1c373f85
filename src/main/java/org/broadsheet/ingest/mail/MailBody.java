package org.broadsheet.ingest.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.extract.savedtext.SavedText;
import org.broadsheet.ingest.encoding.Encoding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a message says: of several forms of one text, the plain one, unless it is a stub.
 *
 * @param text the text
 * @param source the source of its HTML, or null without any
 * @param html the same, parsed
 * @param paragraphs the text in paragraphs, a blank line between each
 * @param error why the text cannot be read, or null
 */
public record MailBody(String text, String source, Document html, String paragraphs, String error) {

  /** A plain text with less than this share of the other's letters says where to read the mail. */
  private static final int STUB = 3;

  private static final int HEAD = 1 << 12;

  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta\\b[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})");

  /**
   * Reads what a message says.
   *
   * @param message the message
   * @param charset the encoding of parts that name none; null to detect it
   * @return the text, or null if it has no part that is text
   */
  public static MailBody of(MailPart message, String charset) {
    List<MailPart> plains = inline(message, "text/plain");
    MailPart html = inline(message, "text/html").stream().findFirst().orElse(null);
    MailPart plain =
        plains.stream().filter(part -> html == null || !part.isFile()).findFirst().orElse(null);
    MailBody body = of(message, plain, html, charset);
    return plains.stream()
        .filter(part -> part != plain && !part.isForm())
        .reduce(body, (sum, part) -> sum.with(decoded(part, charset).text()), (one, two) -> one);
  }

  /** The text with another one below it. */
  private MailBody with(String more) {
    return more == null || error != null
        ? this
        : new MailBody(
            text + "\n\n" + more,
            source,
            html,
            paragraphs + "\n\n" + SavedText.paragraphs(lines(more), List.of()),
            null);
  }

  private static MailBody of(MailPart message, MailPart first, MailPart html, String charset) {
    MailPart plain = first;
    if (plain == null && html == null) {
      plain = message.leaves().stream().filter(MailBody::isOtherText).findFirst().orElse(null);
    }
    Encoding.Decoded plainText = plain == null ? null : decoded(plain, charset);
    Encoding.Decoded htmlText = html == null ? null : decoded(html, charset);
    Document document =
        htmlText == null || htmlText.text() == null ? null : Jsoup.parse(htmlText.text());
    String shown = document == null ? null : MailHtml.text(document.clone());
    if (shown != null && isStub(plainText, shown)) {
      return new MailBody(
          shown, htmlText.text(), document, SavedText.paragraphs(lines(shown), List.of()), null);
    }
    Encoding.Decoded chosen = plainText != null ? plainText : htmlText;
    if (chosen == null || chosen.error() != null) {
      return chosen == null ? null : new MailBody(null, null, null, null, chosen.error());
    }
    String text = isFlowed(plain) ? unflowed(chosen.text()) : chosen.text();
    List<String> header = plain == message ? message.headerLines() : List.of();
    String source = document == null ? null : htmlText.text();
    return new MailBody(text, source, document, SavedText.paragraphs(lines(text), header), null);
  }

  private static List<MailPart> inline(MailPart message, String type) {
    return message.leaves().stream()
        .filter(part -> part.type().equals(type) && !part.isAttached())
        .toList();
  }

  private static boolean isOtherText(MailPart part) {
    return part.type().startsWith("text") && !part.isAttached();
  }

  private static Encoding.Decoded decoded(MailPart part, String charset) {
    byte[] content = part.content();
    String named =
        part.charset() != null
            ? part.charset()
            : part.type().endsWith("html") ? ofPage(content) : null;
    return Encoding.decode(content, named == null ? charset : named);
  }

  /** The encoding that a page names in itself; null for none. */
  private static String ofPage(byte[] page) {
    Matcher named = CHARSET.matcher(Encoding.beginning(page, HEAD));
    return named.find() ? named.group(1) : null;
  }

  private static boolean isStub(Encoding.Decoded plain, String shown) {
    return plain == null || plain.text() == null || STUB * letters(plain.text()) < letters(shown);
  }

  static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  /** Lines that end in a space go on in the next one (RFC 3676). */
  private static boolean isFlowed(MailPart plain) {
    String format = plain == null ? null : plain.parameter("format");
    return format != null && format.toLowerCase(Locale.ROOT).equals("flowed");
  }

  private static String unflowed(String text) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : lines(text)) {
      open.append(line);
      boolean goesOn = line.endsWith(" ") && !line.equals("-- ");
      if (!goesOn) {
        paragraphs.add(open.toString());
        open.setLength(0);
      }
    }
    paragraphs.add(open.toString());
    return String.join("\n", paragraphs);
  }
}
