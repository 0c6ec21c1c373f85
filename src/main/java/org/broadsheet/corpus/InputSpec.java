package org.broadsheet.corpus;

import java.io.Serializable;
import org.broadsheet.corpus.format.FieldChoice;

/**
 * One entry of a job's input.
 *
 * @param path a file, a folder (read with its sub-folders) or a glob; any Hadoop URI
 * @param format a name out of {@link org.broadsheet.corpus.format.Formats}, or {@code auto}
 * @param encoding the encoding of files that do not name their own; null to tell it from the bytes
 * @param fields the fields that the job maps and keeps
 */
public record InputSpec(String path, String format, String encoding, FieldChoice fields)
    implements Serializable {}
