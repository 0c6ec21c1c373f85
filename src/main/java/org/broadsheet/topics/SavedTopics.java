package org.broadsheet.topics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;
import org.broadsheet.storage.LatestRun;
import org.broadsheet.storage.RunDirectory;

/**
 * The topics of a run, as its folder {@value #FOLDER} keeps them for later runs: what assigns
 * articles, and how the topics are numbered, called and fitted there. What the folder has in it is
 * said in {@code src/main/doc/topics-model.md}.
 *
 * @param run the id of the run
 * @param languages what assigns articles
 * @param topics the topics, in the order of their numbers, which count from 1
 */
public record SavedTopics(String run, List<Language> languages, List<Known> topics) {

  /** The folder in the directory of a run. */
  public static final String FOLDER = "topics.model";

  /** The file in the directory of a run that says what the folder has in it. */
  public static final String DESCRIPTION = FOLDER + "/" + SavedFormat.DESCRIPTION;

  /** Takes the parts, which are files in the directory of a run. */
  public interface Parts {
    /**
     * Writes a file.
     *
     * @param name its path in the directory of the run
     * @param content its bytes
     * @throws IOException if it cannot be written
     */
    void write(String name, RunDirectory.Content content) throws IOException;
  }

  /** What assigns the articles of a language: a topic is used if it has a number. */
  record Language(TopicVocabulary vocabulary, TopicModel model, boolean[] used) {

    /** Of a language whose topics have numbers: what has none is given to no article. */
    static Language of(LanguageTopics language, int[] ids) {
      return of(language.vocabulary(), language.assigner().model(), ids);
    }

    static Language of(TopicVocabulary vocabulary, TopicModel model, int[] ids) {
      boolean[] used = new boolean[ids.length];
      for (int cluster = 0; cluster < used.length; cluster++) {
        used[cluster] = ids[cluster] > 0;
      }
      return new Language(vocabulary, model, used);
    }

    String code() {
      return vocabulary.language();
    }
  }

  /**
   * A topic.
   *
   * @param id its number
   * @param cluster its number in the model
   * @param label its name
   * @param cohesion the mean similarity of its articles
   * @param outlierBound the similarity below which an article is an outlier
   */
  record Known(
      int id, String language, int cluster, String label, double cohesion, double outlierBound) {

    static Known of(NumberedTopics.Topic topic, double outlierBound) {
      return new Known(
          topic.id(),
          topic.language(),
          topic.cluster(),
          topic.label(),
          topic.counts().cohesion(),
          outlierBound);
    }
  }

  /** A topic by its number. */
  Known topic(int id) {
    return topics.get(id - 1);
  }

  /**
   * Writes the topics: the same bytes for the same topics.
   *
   * @param parts takes the parts
   * @param description takes {@value #DESCRIPTION}, after the parts
   * @throws IOException if they cannot be written
   */
  void write(Parts parts, OutputStream description) throws IOException {
    new SavedTopicsWriter(parts).write(this, description);
  }

  /**
   * Reads the topics of a run. They may come from anywhere: what they take is bounded by what there
   * is of them.
   *
   * @param run the directory of a run, or the output of a job, for its latest run
   * @param hadoop the settings of the file systems
   * @return the topics
   * @throws UserException if there are none, or they cannot be read
   */
  public static SavedTopics read(String run, Configuration hadoop) {
    Path folder = new Path(LatestRun.directory(run, hadoop), FOLDER);
    if (!exists(folder, hadoop)) {
      throw UserException.of("topics.model: there is no %s; name a run that found topics", folder);
    }
    try {
      return SavedTopicsReader.read(new SavedFiles(folder, hadoop));
    } catch (UserException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw UserException.of(
          "topics.model: %s was saved by another version of Broadsheet, or is damaged; run the job that made it again",
          folder);
    }
  }

  private static boolean exists(Path folder, Configuration hadoop) {
    try {
      FileSystem fs = folder.getFileSystem(hadoop);
      return fs.exists(folder);
    } catch (IOException e) {
      throw SavedFiles.unreadable(folder, e);
    }
  }
}
