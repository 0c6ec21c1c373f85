package org.broadsheet.ingest.record;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a job says about the fields of its records.
 *
 * @param named the record's fields, as names or dotted paths, for article fields whose names are
 *     not recognised
 * @param kept the record's fields that articles keep as they are
 */
public record FieldChoice(Map<ArticleField, String> named, List<String> kept)
    implements Serializable {}
