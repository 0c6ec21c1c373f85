package org.broadsheet.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;
import org.broadsheet.table.Storage;

/**
 * Lists the files of a job's inputs: folders with their sub-folders, each real file once. Hidden
 * files, and those that systems, offices, Spark and Hadoop put beside data, are skipped.
 */
final class InputListing {

  private static final Pattern BOOKKEEPING =
      Pattern.compile(
          "_(?:SUCCESS|metadata|common_metadata|temporary|delta_log|spark_metadata|started_.*|committed_.*)"
              + "|__MACOSX|(?i:thumbs\\.db|desktop\\.ini)|~\\$.*");

  private static final String UNNAMEABLE =
      "its name is not valid in the encoding of file names, which is "
          + System.getProperty("sun.jnu.encoding")
          + "; rename it, or set LC_ALL=C.UTF-8";

  private final Configuration hadoop;
  private final boolean several;
  private final Set<String> seen = new HashSet<>();
  private final List<InputFile> files = new ArrayList<>();

  private InputListing(Configuration hadoop, boolean several) {
    this.hadoop = hadoop;
    this.several = several;
  }

  /**
   * Lists all files.
   *
   * @param inputs the job's inputs
   * @param hadoop the settings of the file systems
   * @return the files, sorted by name
   * @throws UserException if an input does not exist, cannot be listed or holds no file
   */
  static List<InputFile> of(List<InputSpec> inputs, Configuration hadoop) {
    InputListing listing = new InputListing(hadoop, inputs.size() > 1);
    for (int i = 0; i < inputs.size(); i++) {
      listing.add(inputs.get(i).path(), i);
    }
    listing.files.sort(Comparator.comparing(InputFile::name).thenComparing(InputFile::uri));
    return listing.unambiguous();
  }

  private void add(String path, int input) {
    try {
      Path root = new Path(path);
      FileSystem fs = Storage.of(root, hadoop);
      FileStatus[] found = found(fs, root);
      if (found == null || found.length == 0) {
        throw UserException.of("input: nothing is at %s; check the path in the job file", path);
      }
      Path base = base(root, found);
      boolean any = false;
      for (FileStatus status : found) {
        any |= walk(fs, status, base, input);
      }
      if (!any) {
        throw UserException.of(
            "input: there is no file in %s; check the path in the job file", path);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of("input: %s cannot be listed: %s", path, e.getMessage());
    }
  }

  /** What is at a path as it is printed, else as a pattern. */
  private static FileStatus[] found(FileSystem fs, Path path) throws IOException {
    return fs.exists(path) ? new FileStatus[] {fs.getFileStatus(path)} : fs.globStatus(path);
  }

  /** The folder that published names start below. */
  private static Path base(Path root, FileStatus[] found) {
    boolean folder = found.length == 1 && found[0].isDirectory();
    if (folder) {
      return found[0].getPath();
    }
    Path base = found[0].getPath().getParent();
    for (FileStatus status : found) {
      while (!base.isRoot() && !(status.getPath() + "/").startsWith(base + "/")) {
        base = base.getParent();
      }
    }
    return base;
  }

  /** Lists what is at a path; returns whether there is anything, listed now or before. */
  private boolean walk(FileSystem fs, FileStatus status, Path base, int input) throws IOException {
    if (!seen.add(identity(status.getPath()))) {
      return true;
    }
    if (status.isFile()) {
      files.add(
          new InputFile(
              status.getPath().toString(),
              name(status.getPath(), base),
              status.getLen(),
              status.getModificationTime(),
              input,
              obstacle(status.getPath())));
      return true;
    }
    boolean any = addUnnameable(status.getPath(), base, input);
    for (FileStatus child : children(fs, status.getPath())) {
      if (!isBookkeeping(child.getPath().getName())) {
        any |= walk(fs, child, base, input);
      }
    }
    return any;
  }

  /** A pipe or a device would be waited for, or never end. */
  private static String obstacle(Path path) {
    boolean special =
        isLocal(path) && !Files.isRegularFile(java.nio.file.Path.of(path.toUri().getPath()));
    return special ? "it is no regular file" : null;
  }

  /**
   * Adds the files of a local folder whose names are not valid in the encoding of the system: Java
   * can list them, but not open them. Hadoop leaves them out and says nothing.
   *
   * @return whether there are any
   */
  private boolean addUnnameable(Path folder, Path base, int input) throws IOException {
    if (!isLocal(folder)) {
      return false;
    }
    int before = files.size();
    try (var entries = Files.newDirectoryStream(java.nio.file.Path.of(folder.toUri().getPath()))) {
      for (java.nio.file.Path entry : entries) {
        if (!Files.isSymbolicLink(entry) && !entry.toFile().exists()) {
          // As the address has it: percent signs and the bytes in hexadecimal digits.
          String raw = entry.getFileName().toUri().getRawPath();
          String name = name(new Path(folder, raw.substring(raw.lastIndexOf('/') + 1)), base);
          files.add(new InputFile(entry.toUri().toString(), name, 0, 0, input, UNNAMEABLE));
        }
      }
    }
    return files.size() > before;
  }

  private static boolean isLocal(Path path) {
    return "file".equals(path.toUri().getScheme());
  }

  /** Hidden files, and those that systems, offices, Spark and Hadoop put beside data. */
  static boolean isBookkeeping(String name) {
    return name.startsWith(".") || BOOKKEEPING.matcher(name).matches();
  }

  private static FileStatus[] children(FileSystem fs, Path folder) throws IOException {
    try {
      return fs.listStatus(folder);
    } catch (FileNotFoundException e) {
      // A link that leads nowhere: there is no file to lose.
      return new FileStatus[0];
    }
  }

  /** The real path on a local disk, so that links and loops of links are read once. */
  private static String identity(Path path) throws IOException {
    if (!isLocal(path)) {
      return path.toString();
    }
    java.nio.file.Path local = java.nio.file.Path.of(path.toUri().getPath());
    return Files.exists(local) ? local.toRealPath().toString() : local.toString();
  }

  private String name(Path file, Path base) {
    String below = file.toUri().getPath().substring(base.toUri().getPath().length());
    String name = below.startsWith("/") ? below.substring(1) : below;
    return several ? base.getName() + "/" + name : name;
  }

  /** Names as they are if no two files share one, else whole paths for those that do. */
  private List<InputFile> unambiguous() {
    Set<String> names = new HashSet<>();
    Set<String> shared = new HashSet<>();
    files.forEach(
        file -> {
          if (!names.add(file.name())) {
            shared.add(file.name());
          }
        });
    return files.stream().map(file -> shared.contains(file.name()) ? whole(file) : file).toList();
  }

  private static InputFile whole(InputFile file) {
    String path = new Path(file.uri()).toUri().getPath();
    return new InputFile(
        file.uri(), path, file.bytes(), file.modified(), file.input(), file.obstacle());
  }
}
