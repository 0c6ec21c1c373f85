/**
 * Columns in memory as plain Parquet files, and back. What is read may come from anywhere: nothing
 * is allocated for more values than a file has bytes for.
 *
 * <p>A file has one row group, without compression and dictionaries. Its columns are required: a
 * number, a text, or a list of numbers that is equally long in every row.
 */
package org.broadsheet.topics.parquet;
