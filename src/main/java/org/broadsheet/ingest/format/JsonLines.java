package org.broadsheet.ingest.format;

import java.io.InputStream;

/** JSON Lines: one object a line. */
final class JsonLines implements RecordFormat {

  @Override
  public boolean isLines() {
    return true;
  }

  @Override
  public RawRecords cut(InputStream in, ReadSettings settings) {
    JsonArticles articles = new JsonArticles(settings);
    return new Lines(in, settings.maxRecordBytes(), articles::of);
  }
}
