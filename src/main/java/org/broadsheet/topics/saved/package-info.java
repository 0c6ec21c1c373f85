/**
 * Saves the topics of a run for later runs, and reads them: the folder {@code topics.model} in the
 * directory of a run. Its files are described in {@code src/main/doc/topics-model.md}. They may
 * come from anyone, so that nothing in them is trusted. Begin with {@link
 * org.broadsheet.topics.saved.SavedTopics}.
 */
package org.broadsheet.topics.saved;
