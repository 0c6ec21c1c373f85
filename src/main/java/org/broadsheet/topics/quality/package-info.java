/**
 * Measures how good topics are, by their top words: what was learned comes in, and coherence,
 * diversity, exclusivity and stability come out. The formulas are in {@link org.broadsheet.stats}.
 * Begin with {@link org.broadsheet.topics.quality.TopicQuality}.
 */
package org.broadsheet.topics.quality;
