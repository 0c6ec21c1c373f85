package org.broadsheet.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * Writes small files that others may read at any moment: they see the file as it was or as it is,
 * never a part of it, and never none where there was one.
 *
 * <p>How that is done depends on the store. A local disk and HDFS replace a file by another in one
 * step; object stores show a file when it is closed, all of it at once.
 *
 * @param fileSystem where the files are
 * @param writer a name that no other process uses
 */
record AtomicFiles(FileSystem fileSystem, String writer) {

  /** Stores that move a file over another in one step. */
  private static final Set<String> REPLACING = Set.of("hdfs", "viewfs");

  /**
   * The option by which a store creates a file only if there is none, decided when it is closed.
   */
  private static final String IF_ABSENT = "fs.option.create.conditional.overwrite";

  private interface Write {
    void run() throws IOException;
  }

  /**
   * Writes a file, replacing one that exists.
   *
   * @param file its path
   * @param text its content
   * @throws IOException if it cannot be written
   */
  void replace(Path file, String text) throws IOException {
    recognised(file, text, () -> writeOver(file, text));
  }

  /**
   * Writes a file that is not there yet.
   *
   * @param file its path
   * @param text its content
   * @throws IOException if it cannot be written, or another one is there, which stays
   */
  void create(Path file, String text) throws IOException {
    recognised(file, text, () -> writeNew(file, text));
  }

  /** A write whose answer was lost has failed only if the file does not hold what was written. */
  private void recognised(Path file, String text, Write write) throws IOException {
    try {
      write.run();
    } catch (IOException e) {
      if (!holds(file, text)) {
        throw e;
      }
    }
  }

  private boolean holds(Path file, String text) {
    byte[] wanted = bytes(text);
    try (InputStream in = fileSystem.open(file)) {
      return Arrays.equals(wanted, in.readNBytes(wanted.length + 1));
    } catch (IOException e) {
      return false;
    }
  }

  private void writeOver(Path file, String text) throws IOException {
    if (Storage.isLocal(file)) {
      java.nio.file.Path next = writeBeside(Storage.local(file), text);
      try {
        Files.move(next, Storage.local(file), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } else if (canReplace()) {
      moveTo(file, text, Options.Rename.OVERWRITE);
    } else {
      write(fileSystem.create(file, true), text);
    }
  }

  private void writeNew(Path file, String text) throws IOException {
    if (Storage.isLocal(file)) {
      linkTo(Storage.local(file), text);
    } else if (canReplace()) {
      moveTo(file, text, Options.Rename.NONE);
    } else if (fileSystem.hasPathCapability(file, IF_ABSENT)) {
      FSDataOutputStreamBuilder<?, ?> builder = fileSystem.createFile(file).overwrite(true);
      write(builder.must(IF_ABSENT, true).build(), text);
    } else {
      write(fileSystem.create(file, false), text);
    }
  }

  private boolean canReplace() {
    return REPLACING.contains(fileSystem.getUri().getScheme());
  }

  private java.nio.file.Path writeBeside(java.nio.file.Path file, String text) throws IOException {
    java.nio.file.Path next = file.resolveSibling(temporaryName(file.getFileName().toString()));
    try {
      return Files.write(next, bytes(text));
    } catch (IOException e) {
      Files.deleteIfExists(next);
      throw e;
    }
  }

  /** A second name for a written file: unlike a move, it never takes the place of another file. */
  private void linkTo(java.nio.file.Path file, String text) throws IOException {
    java.nio.file.Path next = writeBeside(file, text);
    try {
      Files.createLink(file, next);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A disk without links.
      Files.move(next, file);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private void moveTo(Path file, String text, Options.Rename how) throws IOException {
    FileContext files = FileContext.getFileContext(fileSystem.getUri(), fileSystem.getConf());
    Path next = new Path(file.getParent(), temporaryName(file.getName()));
    write(fileSystem.create(next, true), text);
    try {
      files.rename(next, file, how);
    } catch (FileNotFoundException | FileAlreadyExistsException e) {
      fileSystem.delete(next, false);
      throw e;
    }
  }

  private String temporaryName(String name) {
    return "." + name + "." + writer;
  }

  private static void write(FSDataOutputStream file, String text) throws IOException {
    try {
      file.write(bytes(text));
    } catch (IOException e) {
      giveUp(file);
      throw e;
    }
    file.close();
  }

  /** Stores publish what was written so far when a file is closed, unless it is aborted. */
  private static void giveUp(FSDataOutputStream file) throws IOException {
    if (file.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
      file.abort();
    } else {
      file.close();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
