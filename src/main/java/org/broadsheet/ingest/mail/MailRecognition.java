package org.broadsheet.ingest.mail;

import java.util.regex.Pattern;

/** Tells mails and mailboxes from other files by their first bytes. */
public final class MailRecognition {

  /**
   * The line before each message of a mailbox: who sent it, and when it arrived, as {@code asctime}
   * of C writes it, with or without a time zone.
   */
  private static final Pattern POSTMARK =
      Pattern.compile(
          "From .{0,300}?\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{3,10}\\d\\d?:\\d\\d.{0,30}\\b(?:19|20)\\d\\d\\b.{0,60}"
              + "|From .{0,300}?\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \\d\\d? \\p{L}{3} (?:19|20)\\d\\d .{0,60}");

  private static final Pattern FIELD = Pattern.compile(">?[!-9;-~]{1,80}[ \\t]{0,10}:.*");

  /** Fields that a message begins with, and no other text with a header like it. */
  private static final Pattern OF_MAIL =
      Pattern.compile(
          "(?i)(?:From|Subject|Date|Path|Newsgroups|Message-ID|Received|Return-Path|Delivered-To|MIME-Version|Xref|To"
              + "|Organization|Reply-To|Content-Type|DKIM-Signature|ARC-[\\w-]+|Authentication-Results|Sender|Snapshot-Content-Location"
              + "|X-[\\w-]+):.*");

  private MailRecognition() {}

  /**
   * Whether a file holds messages one after another, each below its postmark.
   *
   * @param head the first bytes of the file
   * @return true for mailboxes
   */
  public static boolean isMailbox(byte[] head) {
    int start = MailPart.start(head);
    int end = Lineation.end(head, start, head.length);
    return isPostmark(Lineation.line(head, start, end))
        && end < head.length
        && isField(Lineation.line(head, end, Lineation.end(head, end, head.length)));
  }

  static boolean isPostmark(String line) {
    return line.startsWith("From ") && POSTMARK.matcher(line).matches();
  }

  static boolean isField(String line) {
    return FIELD.matcher(line).matches();
  }

  static boolean isOfMail(String line) {
    return OF_MAIL.matcher(line).matches();
  }

  /**
   * Whether a file is a message. Its header says who wrote what, or which media type it has.
   *
   * @param head the first bytes of the file
   * @return true for mails, posts to newsgroups and web pages that were saved as mails
   */
  public static boolean isMessage(byte[] head) {
    if (!isOfMail(firstLine(head))) {
      return false;
    }
    MailHeader header = MailPart.of(head).header();
    boolean isWhole = header.end() < head.length;
    return isWhole
        && (header.has("from") && header.has("subject")
            || header.has("mime-version") && header.has("content-type"));
  }

  /**
   * Whether a file begins as a message does, which is enough where its name says that it is one.
   *
   * @param head the first bytes of the file
   * @return true if its first line is a field
   */
  public static boolean mayBeMessage(byte[] head) {
    return isField(firstLine(head));
  }

  private static String firstLine(byte[] head) {
    int start = MailPart.start(head);
    return Lineation.line(head, start, Lineation.end(head, start, head.length));
  }
}
