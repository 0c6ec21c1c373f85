package org.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.ingest.document.DocumentKind;
import org.broadsheet.ingest.document.DocumentTooLongException;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.WholeFile;

/**
 * Documents of office programs: a file is read whole, and its text as {@link SavedTexts} reads it.
 */
final class OfficeDocuments implements RecordFormat {

  private final DocumentKind kind;

  OfficeDocuments(DocumentKind kind) {
    this.kind = kind;
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    return RawRecords.of(List.of(record(in, settings.maxRecordBytes())));
  }

  private RawRecord record(InputStream in, int most) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      WholeFile.copy(in, file, most);
      if (in.read() >= 0) {
        return rejected(
            Reason.TOO_LONG, "the file has more than limits.max_record_bytes = " + most + " bytes");
      }
      String text = kind.text(file.toByteArray(), most);
      return new RawRecord(1, text.getBytes(StandardCharsets.UTF_8), OfficeDocuments::articles);
    } catch (DocumentTooLongException e) {
      return rejected(Reason.TOO_LONG, e.getMessage());
    } catch (IOException | RuntimeException e) {
      return rejected(
          Reason.UNREADABLE_FILE,
          "the document cannot be read; open it and save it again, or as text: " + e.getMessage());
    }
  }

  private static List<FoundArticle> articles(byte[] text) {
    return SavedTexts.articles(text, StandardCharsets.UTF_8.name());
  }

  private static RawRecord rejected(Reason reason, String detail) {
    return RawRecord.rejected(1, new byte[0], reason, detail);
  }
}
