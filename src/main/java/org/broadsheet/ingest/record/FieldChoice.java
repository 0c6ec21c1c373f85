package org.broadsheet.ingest.record;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a job says about the fields of its records.
 *
 * @param named article field to the record's field (dotted paths allowed) where names are not
 *     recognised by themselves
 * @param kept the record's fields that are carried along
 */
public record FieldChoice(Map<ArticleField, String> named, List<String> kept)
    implements Serializable {}
