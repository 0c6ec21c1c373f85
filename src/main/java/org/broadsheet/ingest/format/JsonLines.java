package org.broadsheet.ingest.format;

import java.io.InputStream;
import org.broadsheet.ingest.record.Lines;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.RecordFormat;

/** JSON Lines: one object a line. */
final class JsonLines implements RecordFormat {

  @Override
  public boolean isLines() {
    return true;
  }

  @Override
  public ReadSettings settled(byte[] head, ReadSettings settings) {
    return JsonBylines.settled(head, settings);
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    JsonArticles articles = new JsonArticles(settings);
    return new Lines(in, settings.maxRecordBytes(), articles::of);
  }
}
