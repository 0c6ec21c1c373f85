package org.broadsheet.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.ingest.document.DocumentKind;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.RecordFormat;

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
    return WholeDocument.cut(
        in,
        settings.maxRecordBytes(),
        "the document cannot be read; open it and save it again, or as text: ",
        file -> RawRecords.of(List.of(record(file, settings.maxRecordBytes()))));
  }

  private RawRecord record(byte[] file, int most) throws IOException {
    byte[] text = kind.text(file, most).getBytes(StandardCharsets.UTF_8);
    return new RawRecord(1, text, OfficeDocuments::articles);
  }

  private static List<FoundArticle> articles(byte[] text) {
    return SavedTexts.articles(text, StandardCharsets.UTF_8.name());
  }
}
