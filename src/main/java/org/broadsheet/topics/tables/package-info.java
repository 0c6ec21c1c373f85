/**
 * Makes the result tables about topics, one class for each: {@link org.broadsheet.topics.Topics}
 * come in, and rows come out. Begin with {@link org.broadsheet.topics.tables.ArticleTopics}.
 */
package org.broadsheet.topics.tables;
