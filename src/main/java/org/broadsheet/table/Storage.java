package org.broadsheet.table;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The file systems that inputs and results are on. */
public final class Storage {

  private Storage() {}

  /**
   * The file system of a path.
   *
   * @param path any Hadoop path or URI
   * @param hadoop the settings of the file systems
   * @return its file system
   * @throws IOException if there is none of its scheme, its library is missing or it refuses
   */
  public static FileSystem of(Path path, Configuration hadoop) throws IOException {
    try {
      return path.getFileSystem(hadoop);
    } catch (RuntimeException e) {
      // Hadoop's answer to a known scheme whose class it does not find.
      throw new IOException(
          "the library for "
              + path.toUri().getScheme()
              + ":// is not there; use spark-submit with --packages, for example"
              + " org.apache.hadoop:hadoop-aws:3.4.2 for s3a",
          e);
    }
  }
}
