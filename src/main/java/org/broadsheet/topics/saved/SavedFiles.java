package org.broadsheet.topics.saved;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;

/**
 * The files of saved topics, each read as a whole.
 *
 * @param fileSystem the file system that has them
 * @param folder their folder
 */
record SavedFiles(FileSystem fileSystem, Path folder) {

  SavedFiles(Path folder, Configuration hadoop) throws IOException {
    this(folder.getFileSystem(hadoop), folder);
  }

  /**
   * Returns the length of a file.
   *
   * @param name its name
   * @param most the longest that it may be, in bytes
   * @return its length in bytes
   * @throws IOException if there is no such file, or it is empty or longer
   * @throws UserException if the file system fails
   */
  int length(String name, int most) throws IOException {
    FileStatus status = status(new Path(folder, name));
    // A pipe or a device has no length, and reading it might never end.
    if (!status.isFile() || status.getLen() == 0 || status.getLen() > most) {
      throw new IOException(name + " is no file of 1 to " + most + " bytes");
    }
    return (int) status.getLen();
  }

  private FileStatus status(Path file) throws IOException {
    try {
      return fileSystem.getFileStatus(file);
    } catch (FileNotFoundException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads a file.
   *
   * @param name its name
   * @param length its {@link #length}
   * @return its bytes
   * @throws IOException if they are not those that were written
   * @throws UserException if the file system fails
   */
  byte[] read(String name, int length) throws IOException {
    Path file = new Path(folder, name);
    try (FSDataInputStream in = fileSystem.open(file)) {
      return read(in, length);
    } catch (ChecksumException | EOFException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("cut off");
    }
    return bytes;
  }

  static UserException unreadable(Path file, IOException e) {
    return UserException.of("topics.model: %s cannot be read (%s)", file, e.getMessage());
  }

  /** The content of the checksum file of a description. */
  static String checksumLine(byte[] description) {
    return sha256(description) + "  " + SavedFormat.DESCRIPTION + "\n";
  }

  /** The SHA-256 hash of some bytes, in hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
