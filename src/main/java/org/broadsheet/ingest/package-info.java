/**
 * Reads a corpus: files come in; accepted articles, rejected records, exact duplicates and the
 * account of all records go out. {@link org.broadsheet.ingest.Corpus#read} is the data flow. The
 * subpackages, in the order of that flow, list and open files, cut records and find the articles in
 * them; this package interprets their fields and runs the reading on Spark.
 */
package org.broadsheet.ingest;
