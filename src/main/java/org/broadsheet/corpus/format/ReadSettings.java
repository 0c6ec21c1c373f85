package org.broadsheet.corpus.format;

/**
 * How records are read.
 *
 * @param maxRecordBytes longest record; a longer one is rejected without being held in memory
 * @param fields which fields the job maps and keeps
 * @param charset the encoding that the job names, or null
 */
public record ReadSettings(int maxRecordBytes, FieldChoice fields, String charset) {}
