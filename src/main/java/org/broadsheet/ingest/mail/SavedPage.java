package org.broadsheet.ingest.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A web page that a browser saved together with its pictures, in the form of a mail (RFC 2557).
 *
 * @param content the bytes of the page
 * @param charset the encoding that the file names for it, or null
 * @param address where it was, or null
 */
public record SavedPage(byte[] content, String charset, String address) {

  private static final String LOCATION = "content-location";
  private static final String SNAPSHOT = "snapshot-content-location";

  /** How browsers call themselves in place of a sender. */
  private static final Pattern BROWSER =
      Pattern.compile(
          "(?i)[\\s\"<]*saved by\\b.*|.*\\b(?:Internet Explorer|Blink|WebKit|UnMHT)\\b.*");

  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

  /**
   * The page of a message.
   *
   * @param message a message
   * @return the page; null if the message is a mail
   */
  public static SavedPage of(MailPart message) {
    List<MailPart> pages = message.leaves().stream().filter(part -> isPage(part.type())).toList();
    if (pages.isEmpty() || !isSaved(message, pages.get(0))) {
      return null;
    }
    String address = message.header().printed(SNAPSHOT);
    MailPart main = main(message, pages, address);
    String own = main.header().printed(LOCATION);
    String where = address.isEmpty() ? own : address;
    boolean isOnWeb = WEB.matcher(where).matches();
    return new SavedPage(main.content(), main.charset(), isOnWeb ? where : null);
  }

  private static boolean isPage(String type) {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  /** A mail has somebody whom it was sent to, or came on some way. */
  private static boolean isSaved(MailPart message, MailPart page) {
    MailHeader header = message.header();
    boolean isSent = header.has("to") || header.has("received") || header.has("message-id");
    return header.has(SNAPSHOT)
        || BROWSER.matcher(header.printed("from")).matches()
        || !isSent && page.header().has(LOCATION);
  }

  /** The part of the page itself: others are frames within it. */
  private static MailPart main(MailPart message, List<MailPart> pages, String address) {
    String start = message.parameter("start");
    return pages.stream()
        .filter(
            page ->
                start != null && page.header().printed("content-id").equals(start)
                    || !address.isEmpty() && page.header().printed(LOCATION).equals(address))
        .findFirst()
        .orElse(pages.get(0));
  }
}
