/**
 * Reads the files of a job's inputs. {@link org.broadsheet.ingest.input.InputListing} lists them,
 * {@link org.broadsheet.ingest.input.Split} cuts them into parts that tasks read, and {@link
 * org.broadsheet.ingest.input.SplitReader} reads the records of a part: it opens the file, unpacks
 * it, enters archives, recognises the format and numbers the records.
 */
package org.broadsheet.ingest.input;
