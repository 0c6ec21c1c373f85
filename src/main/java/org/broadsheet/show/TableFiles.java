package org.broadsheet.show;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;
import org.broadsheet.storage.Storage;
import org.broadsheet.table.ResultTable;

/**
 * The files of a published table on a disk of this machine, where DuckDB can read them: as they
 * are, or copies of what lies in a store.
 *
 * @param paths the files, named one by one, since a path may look like a pattern
 * @param copies the folder of the copies; null if there are none
 */
record TableFiles(List<java.nio.file.Path> paths, java.nio.file.Path copies)
    implements AutoCloseable {

  /**
   * Finds the files of a table.
   *
   * @param run the directory of the run
   * @param table the table
   * @param hadoop the settings of the file systems
   * @return its files
   * @throws UserException if the table was not published, or cannot be read
   */
  static TableFiles of(Path run, ResultTable table, Configuration hadoop) {
    Path folder = new Path(run, table.name());
    try {
      FileSystem fs = Storage.of(folder, hadoop);
      List<Path> stored = new ArrayList<>();
      for (FileStatus file : fs.listStatus(folder)) {
        if (file.getPath().getName().endsWith(".parquet")) {
          stored.add(file.getPath());
        }
      }
      stored.sort(Comparator.naturalOrder());
      return Storage.isLocal(run)
          ? new TableFiles(stored.stream().map(Storage::local).toList(), null)
          : copied(fs, stored);
    } catch (FileNotFoundException e) {
      throw UserException.of(
          "the run in %s has no table %s; its job did not ask for it", run, table.name());
    } catch (IOException e) {
      throw UserException.of("%s cannot be read (%s)", folder, e.getMessage());
    }
  }

  private static TableFiles copied(FileSystem fs, List<Path> stored) throws IOException {
    TableFiles copied =
        new TableFiles(new ArrayList<>(), Files.createTempDirectory("broadsheet-show"));
    try {
      for (Path file : stored) {
        java.nio.file.Path copy = copied.copies.resolve(file.getName());
        fs.copyToLocalFile(false, file, new Path(copy.toUri()), true);
        copied.paths.add(copy);
      }
      return copied;
    } catch (IOException e) {
      copied.close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (copies == null) {
      return;
    }
    try {
      for (java.nio.file.Path copy : paths) {
        Files.deleteIfExists(copy);
      }
      Files.deleteIfExists(copies);
    } catch (IOException e) {
      // They lie in the folder for temporary files, which the system clears.
    }
  }
}
