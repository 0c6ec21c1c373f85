package org.broadsheet.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.Message;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Web archives: WARC (ISO 28500), and ARC, which came before it. Responses are records, and so are
 * resources and conversions, which hold a page or its text without the protocol. Requests and what
 * crawlers note about their work are not; but an archive that holds nothing else says so.
 */
final class Warc implements RecordFormat {

  private static final int FOUND = 200;

  private final UnaryOperator<InputStream> form;

  private Warc(UnaryOperator<InputStream> form) {
    this.form = form;
  }

  /** Reads archives of the form that is a standard. */
  Warc() {
    this(in -> in);
  }

  /** Reads archives of the older form. */
  static Warc arc() {
    return new Warc(ArcAsWarc::new);
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return new Pages(form.apply(in), settings);
  }

  private static final class Pages extends SequentialRecords {

    private final InputStream in;
    private final ReadSettings settings;

    /** How many parts of each kind are no records. */
    private final Map<String, Integer> notes = new TreeMap<>();

    private WarcReader reader;

    Pages(InputStream in, ReadSettings settings) {
      this.in = in;
      this.settings = settings;
    }

    /** The record of the next part of the archive; null if it is none. */
    @Override
    protected RawRecord read() {
      try {
        reader = reader == null ? new WarcReader(in) : reader;
        Optional<WarcRecord> part = reader.next();
        if (part.isEmpty()) {
          end();
          return number == 0 ? nothingFound() : null;
        }
        return recordOrRejection(part.get());
      } catch (IOException | RuntimeException e) {
        end();
        return RawRecord.rejected(
            ++number,
            new byte[0],
            Reason.UNREADABLE_FILE,
            "the archive breaks off after record " + (number - 1) + ": " + e + Remedy.FETCH_AGAIN);
      }
    }

    private RawRecord nothingFound() {
      String detail = "the archive holds no page, only what its crawler noted: " + notes;
      return RawRecord.rejected(++number, new byte[0], Reason.NO_TEXT, detail);
    }

    /** For a broken response, only the response is rejected, not the rest of the archive. */
    private RawRecord recordOrRejection(WarcRecord part) {
      try {
        return record(part);
      } catch (IOException | RuntimeException e) {
        return RawRecord.rejected(
            ++number, new byte[0], Reason.BAD_RECORD, "the response cannot be read: " + e);
      }
    }

    private RawRecord record(WarcRecord part) throws IOException {
      String address = part instanceof WarcTargetRecord target ? target.target() : null;
      if (isNote(part, address)) {
        notes.merge(part.type(), 1, Integer::sum);
        return null;
      }
      String obstacle = CrawledAddress.obstacle(address);
      if (obstacle != null) {
        return rejected(address, Reason.NOT_TEXT, obstacle);
      }
      if (part instanceof WarcResponse response) {
        HttpResponse http = response.http();
        return http.status() == FOUND
            ? page(address, type(http), HttpContent.of(http, settings.maxRecordBytes()))
            : rejected(address, Reason.NO_TEXT, "the server answered " + http.status());
      }
      if (part instanceof WarcResource || part instanceof WarcConversion) {
        return page(address, type(part), content(part.body().stream()));
      }
      return part instanceof WarcRevisit
          ? rejected(
              address, Reason.NO_TEXT, "the page was the same as at an earlier visit, which has it")
          : rejected(address, Reason.BAD_RECORD, "a part of type " + part.type() + " is no page");
    }

    /**
     * Whether a part is about the crawl: the archive itself, what was asked for, names of hosts.
     */
    private static boolean isNote(WarcRecord part, String address) {
      return part instanceof Warcinfo
          || part instanceof WarcRequest
          || part instanceof WarcMetadata
          || CrawledAddress.isHostName(address);
    }

    /** The type of the content; the first where a server sent two. */
    private static MediaType type(Message message) {
      return message
          .headers()
          .first("Content-Type")
          .map(MediaType::parseLeniently)
          .orElse(MediaType.OCTET_STREAM);
    }

    private byte[] content(InputStream body) throws IOException {
      return HttpContent.read(body, settings.maxRecordBytes());
    }

    private RawRecord page(String address, MediaType type, byte[] content) {
      boolean html = type.base().equals(MediaType.HTML) || type.subtype().startsWith("xhtml");
      boolean plain = type.base().equals(MediaType.PLAIN_TEXT);
      if (!html && !plain) {
        return rejected(address, Reason.NOT_TEXT, "the content is " + type);
      }
      if (content.length > settings.maxRecordBytes()) {
        return rejected(
            address,
            Reason.TOO_LONG,
            "the page has more than limits.max_record_bytes = " + settings.maxRecordBytes());
      }
      String charset = type.parameters().get("charset");
      return new RawRecord(
          ++number,
          content,
          bytes ->
              html
                  ? HtmlPages.articles(bytes, charset, address)
                  : List.of(text(bytes, charset, address)));
    }

    private static FoundArticle text(byte[] content, String charset, String address) {
      Encoding.Decoded decoded = Encoding.decode(content, charset);
      if (decoded.error() != null) {
        return FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error());
      }
      TitledText text = TitledText.of(decoded.text());
      return FoundArticle.builder().title(text.title()).body(text.body()).url(address).build();
    }

    private RawRecord rejected(String address, Reason reason, String detail) {
      String where = address == null ? "" : address;
      byte[] bytes = where.getBytes(StandardCharsets.UTF_8);
      return RawRecord.rejected(++number, bytes, reason, detail + ": " + where);
    }
  }
}
