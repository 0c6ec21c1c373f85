package org.broadsheet.topics.saved;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;
import org.broadsheet.storage.LatestRun;
import org.broadsheet.storage.RunDirectory;
import org.broadsheet.topics.learning.LanguageTopics;

/**
 * The topics of a run, as they are saved for later runs in its folder {@value #FOLDER}: what
 * articles are assigned by, and the ids, labels and outlier bounds of the topics. The files are
 * described in {@code src/main/doc/topics-model.md}.
 *
 * @param run the id of the run
 * @param languages the topics of each language
 * @param topics the topics in order of their ids, which count from 1
 */
public record SavedTopics(String run, List<LanguageTopics> languages, List<SavedTopic> topics) {

  /** The folder in the directory of a run. */
  public static final String FOLDER = "topics.model";

  /** The file in the directory of a run that describes the content of the folder. */
  public static final String DESCRIPTION = FOLDER + "/" + SavedFormat.DESCRIPTION;

  /** Writes files in the directory of a run. */
  public interface FileWriter {
    /**
     * Writes a file.
     *
     * @param name its path in the directory of the run
     * @param content its bytes
     * @throws IOException if it cannot be written
     */
    void write(String name, RunDirectory.Content content) throws IOException;
  }

  /**
   * Writes the topics: the same content for the same topics.
   *
   * @param files writes the parts
   * @param description receives {@value #DESCRIPTION}, after the parts
   * @throws IOException if they cannot be written
   */
  public void write(FileWriter files, OutputStream description) throws IOException {
    new SavedTopicsWriter(files).write(this, description);
  }

  /**
   * Reads the topics of a run. They may come from anyone: reading never takes more memory than
   * their files have bytes for.
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
