package org.broadsheet.corpus.format;

/**
 * What a format cuts out of a file: the bytes of one record, or what stands in their place.
 *
 * @param number from 1 in the file or in the range of it that is read; the line number in formats
 *     of lines
 * @param bytes the record; its beginning where it is rejected
 * @param rejection why it cannot be read, or null
 */
public record RawRecord(long number, byte[] bytes, Rejection rejection) {}
