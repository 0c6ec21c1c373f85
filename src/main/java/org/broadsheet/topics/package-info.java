/**
 * Topics: what the articles of a corpus are about, found within each language. {@link
 * org.broadsheet.topics.Topics#of} is the data flow; begin reading there.
 *
 * <p>The way of one article to its topic:
 *
 * <ol>
 *   <li>{@link org.broadsheet.topics.assigning.BlockArticles} reads it as a {@link
 *       org.broadsheet.topics.learning.BagOfWords} of the {@link
 *       org.broadsheet.topics.learning.TopicVocabulary} of its language.
 *   <li>{@link org.broadsheet.topics.learning}: from a sample of such articles, a {@link
 *       org.broadsheet.topics.learning.TopicLearner} learns a {@link
 *       org.broadsheet.topics.learning.TopicModel}; or an earlier run did, and {@link
 *       org.broadsheet.topics.saved} reads it.
 *   <li>{@link org.broadsheet.topics.assigning}: the model scores the article, and {@link
 *       org.broadsheet.topics.assigning.TopicAssigner} takes the best topic.
 *   <li>{@link org.broadsheet.topics.describing}: the assigned articles are counted, and their
 *       topics described by terms, numbered by size and named.
 *   <li>{@link org.broadsheet.topics.quality}: the topics are judged.
 *   <li>{@link org.broadsheet.topics.tables}: the topic's id, the similarity and more become a row.
 * </ol>
 *
 * <p>The order of their imports is in {@code ArchitectureTest}.
 */
package org.broadsheet.topics;
