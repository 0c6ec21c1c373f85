package org.broadsheet.table;

import org.broadsheet.topics.TopicSettings;

/** Breaks the order of the folders, for the test that says so. */
public final class TableLooksAhead {
  TopicSettings settings;
}
