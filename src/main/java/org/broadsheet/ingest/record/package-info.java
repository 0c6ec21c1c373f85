/**
 * What every input format gives and gets: a {@link org.broadsheet.ingest.record.RecordFormat} cuts
 * the bytes of a file into {@link org.broadsheet.ingest.record.RawRecord}s, and each of them gives
 * its {@link org.broadsheet.ingest.record.FoundArticle}s, or the reason why it holds none.
 */
package org.broadsheet.ingest.record;
