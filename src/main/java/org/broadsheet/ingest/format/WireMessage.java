package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.extract.PrintedText;
import org.broadsheet.extract.TextRule;
import org.broadsheet.extract.credit.Dateline;
import org.broadsheet.ingest.record.FoundArticle;

/**
 * One message of an agency, in its parts.
 *
 * @param header who sent it, and what it is about
 * @param lines the lines of its text
 * @param trailer when it was sent; may be empty
 */
record WireMessage(WireHeader header, List<String> lines, String trailer) {

  private static final Pattern LINE_ENDS = Pattern.compile("(?<!\r)\r+\n");

  /** Badly formed messages have two headlines on a line. */
  private static final Pattern JOINED = Pattern.compile("<(?=\\^)");

  /** Reads a message whose parts {@link Wire#PART_END} divides. */
  static WireMessage of(String message) {
    String[] parts = LINE_ENDS.matcher(message).replaceAll("\n").split("\f", 3);
    if (parts.length > 1) {
      String trailer = parts.length > 2 ? parts[2] : "";
      return new WireMessage(WireHeader.of(parts[0].lines().toList()), lines(parts[1]), trailer);
    }
    // Without control characters, the first lines are the header.
    List<String> all = lines(parts[0]);
    int text = WireHeader.length(all);
    return new WireMessage(WireHeader.of(all.subList(0, text)), all.subList(text, all.size()), "");
  }

  private static List<String> lines(String text) {
    return JOINED.matcher(text).replaceAll("<\n").lines().toList();
  }

  FoundArticle article() {
    String sent = WireDate.in(trailer);
    List<String> text = new ArrayList<>(lines);
    String signed = sent == null ? takeDate(text) : sent;
    WireStory story =
        AnpaText.isMarked(text)
            ? AnpaText.read(text, header.keyword())
            : IptcText.read(text, header);
    String body = String.join("\n\n", story.paragraphs());
    return FoundArticle.builder()
        .title(story.title())
        .body(body)
        .textRule(TextRule.LINES)
        .source(story.source() == null ? header.agency() : story.source())
        .byline(story.byline())
        .dateline(Dateline.opening(body).map(Dateline::text).orElse(null))
        .published(signed)
        .section(header.section())
        .keywords(header.keywords())
        .trailers(story.trailers())
        .build();
  }

  /** Takes the date from the last line, where a message without a trailer has it. */
  private static String takeDate(List<String> text) {
    int last = text.size() - 1;
    while (last >= 0 && PrintedText.isBlank(text.get(last))) {
      last--;
    }
    String date = last < 0 ? null : WireDate.alone(text.get(last));
    if (date != null) {
      text.subList(last, text.size()).clear();
    }
    return date;
  }
}
