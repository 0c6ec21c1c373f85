package org.broadsheet.ingest.input;

import java.io.Serializable;

/**
 * A file of the corpus.
 *
 * @param uri where it is
 * @param name its published name: the path below the job's path
 * @param bytes its size as stored
 * @param modified when it was last modified, in milliseconds of the epoch
 * @param input which of the job's inputs it belongs to, from 0
 * @param obstacle why it must not be opened; null if nothing is known against it
 */
public record InputFile(
    String uri, String name, long bytes, long modified, int input, String obstacle)
    implements Serializable {}
