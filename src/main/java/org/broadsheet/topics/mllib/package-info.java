/**
 * Learns topics by estimators of Spark's MLlib instead: k-means and latent Dirichlet allocation.
 * What comes in and out is the same as in {@link org.broadsheet.topics.learning}. The results may
 * differ between machines. Begin with {@link org.broadsheet.topics.mllib.MllibLearner}.
 */
package org.broadsheet.topics.mllib;
