package org.broadsheet.topics.learning;

/**
 * The topics of one language: what its articles are assigned by, whether it was learned in this run
 * or in an earlier one.
 *
 * @param vocabulary the words that the model knows
 * @param model the model; null if there was nothing to learn from
 * @param used for each topic of the model, whether articles may be assigned to it
 */
public record LanguageTopics(TopicVocabulary vocabulary, TopicModel model, boolean[] used) {

  /**
   * Takes a model of which only the published topics are used.
   *
   * @param vocabulary the words that the model knows
   * @param model the model
   * @param ids the id of each topic of the model; 0 if it is not published
   * @return the topics
   */
  public static LanguageTopics ofPublished(
      TopicVocabulary vocabulary, TopicModel model, int[] ids) {
    boolean[] used = new boolean[ids.length];
    for (int cluster = 0; cluster < used.length; cluster++) {
      used[cluster] = ids[cluster] > 0;
    }
    return new LanguageTopics(vocabulary, model, used);
  }

  /** {@return the code of the language} */
  public String language() {
    return vocabulary.language();
  }

  /** {@return whether there is a topic: not if there was nothing to learn from} */
  public boolean hasTopics() {
    return model != null;
  }
}
