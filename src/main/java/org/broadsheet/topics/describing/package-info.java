/**
 * Describes topics by their articles: assigned articles come in, and topics with counts, terms, ids
 * and labels come out. {@link org.broadsheet.topics.describing.TopicTally} counts the articles and
 * their words, {@link org.broadsheet.topics.describing.TopicTermMatrix} weights the words, {@link
 * org.broadsheet.topics.describing.NumberedTopics} numbers the topics, and {@link
 * org.broadsheet.topics.describing.TopicLabels} names them. Begin with {@code NumberedTopics}.
 */
package org.broadsheet.topics.describing;
