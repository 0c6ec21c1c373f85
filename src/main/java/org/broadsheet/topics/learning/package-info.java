/**
 * Learns topics from a bounded sample of one language, in plain Java: bags of words come in, and a
 * model comes out that scores any article. Begin with {@link
 * org.broadsheet.topics.learning.SemanticLearner}, the recommended learner: spherical k-means on
 * the vectors of a {@link org.broadsheet.topics.learning.SemanticSpace}. The same sample and
 * settings give the same bits on any machine and any number of threads.
 */
package org.broadsheet.topics.learning;
