package org.broadsheet.extract.html;

import org.apache.spark.sql.Row;
import org.broadsheet.topics.learning.TopicSettings;

/** Breaks the order of the folders, for the test that says so. */
public final class LooksAhead {
  TopicSettings settings;
  Row row;
}
