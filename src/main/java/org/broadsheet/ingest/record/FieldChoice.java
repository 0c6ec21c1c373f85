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
 * @param record the element that is a record in XML of one's own; null if the job names none
 */
public record FieldChoice(Map<ArticleField, String> named, List<String> kept, String record)
    implements Serializable {

  /**
   * What a job says that names no element.
   *
   * @param named the record's fields for article fields
   * @param kept the record's fields that articles keep
   */
  public FieldChoice(Map<ArticleField, String> named, List<String> kept) {
    this(named, kept, null);
  }
}
