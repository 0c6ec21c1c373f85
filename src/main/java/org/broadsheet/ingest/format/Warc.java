package org.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Remedy;
import org.broadsheet.ingest.record.SequentialRecords;
import org.broadsheet.ingest.record.WholeFile;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Web archives (ISO 28500). Responses are records, and so are resources and conversions, which hold
 * a page or its text without the protocol. Requests and metadata are not.
 */
final class Warc implements RecordFormat {

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return new Pages(in, settings);
  }

  private static final class Pages extends SequentialRecords {

    private static final int FOUND = 200;
    private final InputStream in;
    private final ReadSettings settings;
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
          return null;
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
      if (part instanceof WarcResponse response) {
        HttpResponse http = response.http();
        return http.status() == FOUND
            ? page(response, http.contentType(), content(http))
            : rejected(response, Reason.NO_TEXT, "the server answered " + http.status());
      }
      if (part instanceof WarcResource || part instanceof WarcConversion) {
        WarcTargetRecord target = (WarcTargetRecord) part;
        return page(target, target.contentType(), target.body().stream());
      }
      return null;
    }

    /** Some crawlers store unpacked content under headers that say it is packed. */
    private static InputStream content(HttpResponse http) throws IOException {
      if (!http.headers().contains("Content-Encoding", "gzip")) {
        return http.bodyDecoded().stream();
      }
      Head head = Head.of(http.body().stream(), Compression.MAGIC_BYTES);
      return Compression.of(head.bytes()).decompressed(head.whole());
    }

    private RawRecord page(WarcTargetRecord record, MediaType type, InputStream body)
        throws IOException {
      boolean html = type.base().equals(MediaType.HTML) || type.subtype().startsWith("xhtml");
      boolean plain = type.base().equals(MediaType.PLAIN_TEXT);
      if (!html && !plain) {
        return rejected(record, Reason.NOT_TEXT, "the content is " + type);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      WholeFile.copy(body, bytes, settings.maxRecordBytes() + 1);
      if (bytes.size() > settings.maxRecordBytes()) {
        return rejected(
            record,
            Reason.TOO_LONG,
            "the page has more than limits.max_record_bytes = " + settings.maxRecordBytes());
      }
      String address = record.target();
      String charset = type.parameters().get("charset");
      return new RawRecord(
          ++number,
          bytes.toByteArray(),
          content ->
              html
                  ? HtmlPages.articles(content, charset, address)
                  : List.of(text(content, charset, address)));
    }

    private static FoundArticle text(byte[] content, String charset, String address) {
      Encoding.Decoded decoded = Encoding.decode(content, charset);
      return decoded.error() != null
          ? FoundArticle.rejected(Reason.BAD_ENCODING, decoded.error())
          : FoundArticle.builder().body(decoded.text()).url(address).build();
    }

    private RawRecord rejected(WarcTargetRecord record, Reason reason, String detail) {
      byte[] address = record.target().getBytes(StandardCharsets.UTF_8);
      return RawRecord.rejected(++number, address, reason, detail + ": " + record.target());
    }
  }
}
