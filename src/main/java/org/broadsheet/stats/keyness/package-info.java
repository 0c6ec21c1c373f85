/**
 * How much more often a term is used in one part of a corpus than in the rest, and how strongly the
 * words of a phrase belong together: counts in, scores with their intervals and probabilities out.
 * Begin with {@link org.broadsheet.stats.keyness.KeynessScores}.
 */
package org.broadsheet.stats.keyness;
