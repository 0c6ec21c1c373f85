/**
 * Assigns every article of a corpus to a topic of its language, in one pass on Spark: counted
 * articles and the topics of each language come in, and the topic and similarity of each article
 * come out. Begin with {@link org.broadsheet.topics.assigning.Assignments}.
 */
package org.broadsheet.topics.assigning;
