package org.broadsheet.topics;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;
import org.broadsheet.table.LatestRun;

/**
 * The topics of a run, as its file {@value #FILE} keeps them for later runs: what assigns articles,
 * and how the topics are numbered, called and fitted there.
 *
 * @param run the id of the run
 * @param languages what assigns articles
 * @param topics the topics, in the order of their numbers, which count from 1
 */
public record SavedTopics(String run, List<Language> languages, List<Known> topics)
    implements Serializable {

  /** The file in the directory of a run. */
  public static final String FILE = "topics.model";

  /** Changes whenever a class that is written does. */
  private static final int VERSION = 1;

  /** A file may come from anywhere: it can make nothing but topics. */
  private static final ObjectInputFilter TOPICS_ONLY =
      ObjectInputFilter.Config.createFilter("org.broadsheet.topics.*;java.lang.*;java.util.*;!*");

  /** What assigns the articles of a language. */
  record Language(TopicVocabulary vocabulary, TopicModel model, boolean[] used)
      implements Serializable {

    /** Of a language whose topics have numbers: what has none is given to no article. */
    static Language of(LanguageTopics language, int[] ids) {
      boolean[] used = new boolean[ids.length];
      for (int cluster = 0; cluster < used.length; cluster++) {
        used[cluster] = ids[cluster] > 0;
      }
      return new Language(language.vocabulary(), language.assigner().model(), used);
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
      int id, String language, int cluster, String label, double cohesion, double outlierBound)
      implements Serializable {

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

  void write(OutputStream out) throws IOException {
    ObjectOutputStream objects = new ObjectOutputStream(new BufferedOutputStream(out, 1 << 16));
    objects.writeInt(VERSION);
    objects.writeObject(this);
    objects.flush();
  }

  /**
   * Reads the topics of a run.
   *
   * @param run the directory of a run, or the output of a job, for its latest run
   * @param hadoop the settings of the file systems
   * @return the topics
   * @throws UserException if there are none, or they cannot be read
   */
  public static SavedTopics read(String run, Configuration hadoop) {
    Path file = new Path(LatestRun.directory(run, hadoop), FILE);
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return read(in);
    } catch (FileNotFoundException e) {
      throw UserException.of("topics.model: there is no %s; name a run that found topics", file);
    } catch (ClassNotFoundException | ObjectStreamException | EOFException | RuntimeException e) {
      throw UserException.of(
          "topics.model: %s was saved by another version of Broadsheet, or is damaged; run the job that made it again",
          file);
    } catch (IOException e) {
      throw UserException.of("topics.model: %s cannot be read (%s)", file, e.getMessage());
    }
  }

  private static SavedTopics read(InputStream in) throws IOException, ClassNotFoundException {
    ObjectInputStream objects = new ObjectInputStream(new BufferedInputStream(in, 1 << 16));
    objects.setObjectInputFilter(TOPICS_ONLY);
    if (objects.readInt() != VERSION) {
      throw new InvalidClassException("another version");
    }
    return (SavedTopics) objects.readObject();
  }
}
