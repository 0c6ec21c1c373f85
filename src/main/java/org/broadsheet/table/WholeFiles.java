package org.broadsheet.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Writes small files that others may read at any moment: they see the file as it was, or as it is.
 *
 * @param fileSystem where the files are
 * @param writer a name that no other process writes by
 */
record WholeFiles(FileSystem fileSystem, String writer) {

  /**
   * Writes a file, over one that is there.
   *
   * @param file its path
   * @param text its content
   * @throws IOException if it cannot be written
   */
  void write(Path file, String text) throws IOException {
    Optional<FileContext> replacing = replacing();
    if (replacing.isEmpty()) {
      writeDirectly(file, text);
      return;
    }
    Path next = new Path(file.getParent(), "." + file.getName() + "." + writer);
    writeDirectly(next, text);
    replacing.get().rename(next, file, Options.Rename.OVERWRITE);
  }

  /**
   * What can replace a file by another in one step. The stores that Hadoop has none for show a file
   * when it is closed, and not before.
   */
  private Optional<FileContext> replacing() throws IOException {
    try {
      return Optional.of(FileContext.getFileContext(fileSystem.getUri(), fileSystem.getConf()));
    } catch (UnsupportedFileSystemException e) {
      return Optional.empty();
    }
  }

  private void writeDirectly(Path file, String text) throws IOException {
    try (OutputStream out = fileSystem.create(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
