package org.broadsheet.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.broadsheet.UserException;
import org.broadsheet.storage.Storage;

/**
 * The folder of a job file, where the relative paths in it start.
 *
 * @param path an absolute path, or a URI
 */
record JobFolder(String path) {

  /** The folder of a job file, which is a path or a URI. */
  static JobFolder of(String file) {
    if (isUri(file)) {
      return new JobFolder(file.substring(0, file.lastIndexOf('/')));
    }
    Path parent = Path.of(file).toAbsolutePath().getParent();
    return new JobFolder(parent == null ? "/" : parent.toString());
  }

  private static boolean isUri(String path) {
    return path.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
  }

  /** The path that a key of a section has; empty after a mistake. */
  String resolved(Section section, String key, String value) {
    if (isUri(value)) {
      return value;
    }
    if (isUri(path)) {
      return value.startsWith("/") ? value : path + "/" + value;
    }
    if (!Storage.isNameable(value)) {
      section.mistake(key, "cannot be named in the encoding of this locale; set LC_ALL=C.UTF-8");
      return "";
    }
    try {
      return Path.of(path).resolve(value).normalize().toString();
    } catch (InvalidPathException e) {
      section.mistake(key, "is no path (" + e.getReason() + ")");
      return "";
    }
  }

  /** The words of a file that a key names, one a line; a number sign begins a remark. */
  List<String> lines(Section section, String key) {
    String file = section.text(key, null);
    if (file == null) {
      return List.of();
    }
    try {
      return text(resolved(section, key, file))
          .replaceFirst("^\ufeff", "")
          .lines()
          .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
          .filter(word -> !word.isEmpty())
          .toList();
    } catch (UserException e) {
      section.mistake(key, "is '" + file + "', which cannot be read as text in UTF-8");
      return List.of();
    }
  }

  /**
   * The text of a file.
   *
   * @param file a path or a URI
   * @throws UserException if it cannot be read, or is not in UTF-8
   */
  static String text(String file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
    } catch (CharacterCodingException e) {
      throw UserException.of("the job file %s is not in UTF-8; save it as UTF-8", file);
    } catch (NoSuchFileException e) {
      throw UserException.of("there is no job file %s; check the path", file);
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of("the job file %s cannot be read (%s); check the path", file, e);
    }
  }

  private static byte[] bytes(String file) throws IOException {
    if (!isUri(file)) {
      if (Files.isDirectory(Path.of(file))) {
        throw UserException.of("%s is a folder, not a job file; name a file in it", file);
      }
      return Files.readAllBytes(Path.of(file));
    }
    var uri = new org.apache.hadoop.fs.Path(file);
    try (InputStream in = Storage.of(uri, Storage.settings(new SparkConf())).open(uri)) {
      return in.readAllBytes();
    }
  }
}
