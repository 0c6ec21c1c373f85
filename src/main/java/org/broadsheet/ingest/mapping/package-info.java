/**
 * Maps the fields of a record, which data sets name as they like, to those of an article. A JSON
 * object comes in, a {@link org.broadsheet.ingest.record.FoundArticle} goes out. Begin reading at
 * {@link org.broadsheet.ingest.mapping.FieldMappings}.
 */
package org.broadsheet.ingest.mapping;
