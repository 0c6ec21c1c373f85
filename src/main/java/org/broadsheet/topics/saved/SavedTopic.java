package org.broadsheet.topics.saved;

/**
 * A topic as it is saved for later runs.
 *
 * @param id its id
 * @param language its language
 * @param cluster its number in the model of the language
 * @param label its name
 * @param cohesion the mean similarity of its articles
 * @param outlierBound the similarity below which an article is an outlier
 */
public record SavedTopic(
    int id, String language, int cluster, String label, double cohesion, double outlierBound) {}
