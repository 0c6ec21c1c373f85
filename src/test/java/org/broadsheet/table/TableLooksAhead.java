package org.broadsheet.table;

import org.broadsheet.topics.learning.TopicSettings;

/** Breaks the order of the folders, for the test that says so. */
public final class TableLooksAhead {
  TopicSettings settings;
}
