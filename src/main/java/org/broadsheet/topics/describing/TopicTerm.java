package org.broadsheet.topics.describing;

/**
 * A term that describes a topic.
 *
 * @param word its number in the vocabulary
 * @param term the word
 * @param surface its most frequent form
 * @param weight its c-TF-IDF weight
 * @param tf its occurrences in the topic
 * @param df the articles of the topic that have it
 * @param languageTf its occurrences in all topics of the language
 * @param distinction how well it distinguishes the topic from others, see {@link TopicTermMatrix}
 * @param exclusivity its share of the topic's words, over the sum of its shares in all topics
 */
public record TopicTerm(
    int word,
    String term,
    String surface,
    double weight,
    long tf,
    long df,
    long languageTf,
    double distinction,
    double exclusivity) {}
