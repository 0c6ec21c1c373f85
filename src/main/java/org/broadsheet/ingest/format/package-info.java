/**
 * The input formats, one class or small family of classes each. {@link
 * org.broadsheet.ingest.format.Formats} names them and {@code FormatRecognition} recognises them;
 * each is plain Java that implements {@link org.broadsheet.ingest.record.RecordFormat}.
 */
package org.broadsheet.ingest.format;
