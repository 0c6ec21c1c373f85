/**
 * Decodes text whose encoding may be unknown. Bytes come in, {@link
 * org.broadsheet.ingest.encoding.Encoding} gives characters or says which byte is not valid.
 */
package org.broadsheet.ingest.encoding;
