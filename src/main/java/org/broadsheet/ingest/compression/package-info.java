/**
 * Decompresses files. Unlike the streams of the usual libraries, these give every byte before a
 * cut, and then fail. Begin reading at {@link org.broadsheet.ingest.compression.Compression}, which
 * recognises a compression by the first bytes of a file.
 */
package org.broadsheet.ingest.compression;
