package org.broadsheet.ingest.input;

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
import org.broadsheet.storage.Storage;

/**
 * Lists the files of a job's inputs: folders with their sub-folders, each real file once. Hidden
 * files, and those that operating systems, office programs, Spark and Hadoop put beside data, are
 * skipped. Links are followed within what an entry names; a link that leads elsewhere may come with
 * an archive from others, and is followed only if the job says so.
 */
public final class InputListing {

  private static final Pattern BOOKKEEPING =
      Pattern.compile(
          "_(?:SUCCESS|metadata|common_metadata|temporary|delta_log|spark_metadata|started_.*|committed_.*)"
              + "|__MACOSX|(?i:thumbs\\.db|desktop\\.ini)|~\\$.*");

  private static final String UNNAMEABLE =
      "its name is not valid in the encoding of file names, which is "
          + System.getProperty("sun.jnu.encoding")
          + "; rename it, or set LC_ALL=C.UTF-8";

  private static final String LEADS_OUT =
      "a link that leads out of the input; follow_links: true reads it";

  /** The marks of a glob, as Hadoop knows them. */
  private static final Pattern PATTERN = Pattern.compile("[{}\\[\\]*?\\\\]");

  /**
   * What the files of an entry have in common.
   *
   * @param fs where they are
   * @param base the folder that their published names start below
   * @param input which of the job's inputs it is
   * @param bounds the real path that links must not lead out of; null where they may
   */
  private record ListedInput(FileSystem fs, Path base, int input, java.nio.file.Path bounds) {
    boolean isLeftBy(java.nio.file.Path real) {
      return bounds != null && real != null && !real.startsWith(bounds);
    }
  }

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
  public static List<InputFile> of(List<InputSpec> inputs, Configuration hadoop) {
    InputListing listing = new InputListing(hadoop, inputs.size() > 1);
    for (int i = 0; i < inputs.size(); i++) {
      listing.add(inputs.get(i), i);
    }
    listing.files.sort(Comparator.comparing(InputFile::name).thenComparing(InputFile::uri));
    return listing.unambiguous();
  }

  private void add(InputSpec spec, int input) {
    String path = spec.path();
    try {
      Path root = new Path(path);
      FileSystem fs = Storage.of(root, hadoop);
      boolean isPattern = !fs.exists(root);
      FileStatus[] found =
          isPattern ? fs.globStatus(root) : new FileStatus[] {fs.getFileStatus(root)};
      if (found == null || found.length == 0) {
        throw UserException.of("input: nothing is at %s; check the path in the job file", path);
      }
      Path start = fs.makeQualified(isPattern ? start(root) : root);
      ListedInput entry =
          new ListedInput(fs, base(found), input, spec.followLinks() ? null : real(start));
      boolean any = false;
      for (FileStatus status : found) {
        any |= walk(status, entry);
      }
      if (!any) {
        throw UserException.of(
            "input: there is no file in %s; check the path in the job file", path);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of("input: %s cannot be listed: %s", path, e.getMessage());
    }
  }

  /** The folder that a pattern starts in: the last one without a mark. */
  private static Path start(Path pattern) {
    Path start = pattern;
    while (PATTERN.matcher(start.toString()).find()) {
      start = start.getParent();
    }
    return start;
  }

  /** The folder that published names start below. */
  private static Path base(FileStatus[] found) {
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
  private boolean walk(FileStatus status, ListedInput entry) throws IOException {
    Path path = status.getPath();
    java.nio.file.Path real = real(path);
    boolean leadsOut = entry.isLeftBy(real);
    // The target of a link may be another entry of the job: only the link itself has been seen.
    if (!seen.add(real == null || leadsOut ? path.toString() : real.toString())) {
      return true;
    }
    if (leadsOut) {
      files.add(unread(path.toString(), name(path, entry.base), entry.input, LEADS_OUT));
      return true;
    }
    return status.isFile() ? addFile(status, entry) : walkFolder(path, entry);
  }

  private boolean addFile(FileStatus status, ListedInput entry) {
    Path path = status.getPath();
    return files.add(
        new InputFile(
            path.toString(),
            name(path, entry.base),
            status.getLen(),
            status.getModificationTime(),
            entry.input,
            obstacle(path)));
  }

  private boolean walkFolder(Path folder, ListedInput entry) throws IOException {
    boolean any = addUnnameable(folder, entry);
    for (FileStatus child : children(entry.fs, folder)) {
      if (!isBookkeeping(child.getPath().getName())) {
        any |= walk(child, entry);
      }
    }
    return any;
  }

  private static InputFile unread(String uri, String name, int input, String obstacle) {
    return new InputFile(uri, name, 0, 0, input, obstacle);
  }

  /** Why a file must not be opened: reading a pipe or a device might never end. */
  private static String obstacle(Path path) {
    boolean special = Storage.isLocal(path) && !Files.isRegularFile(Storage.local(path));
    return special
        ? "it is no regular file; leave it out, or copy what it gives into a file"
        : null;
  }

  /**
   * Adds the files of a local folder whose names are not valid in the encoding of the system: Java
   * can list them, but not open them. Hadoop leaves them out and says nothing.
   *
   * @return whether there are any
   */
  private boolean addUnnameable(Path folder, ListedInput entry) throws IOException {
    if (!Storage.isLocal(folder)) {
      return false;
    }
    int before = files.size();
    try (var children = Files.newDirectoryStream(Storage.local(folder))) {
      for (java.nio.file.Path child : children) {
        if (!Files.isSymbolicLink(child) && !child.toFile().exists()) {
          // As the address has it: percent signs and the bytes in hexadecimal digits.
          String raw = child.getFileName().toUri().getRawPath();
          String name = name(new Path(folder, raw.substring(raw.lastIndexOf('/') + 1)), entry.base);
          files.add(unread(child.toUri().toString(), name, entry.input, UNNAMEABLE));
        }
      }
    }
    return files.size() > before;
  }

  /**
   * Whether a file is hidden, or one that operating systems, office programs, Spark and Hadoop put
   * beside data.
   */
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

  /**
   * The real path on a local disk, so that links and loops of links are read once. Null in other
   * stores, which have no links, and where there is no file.
   */
  private static java.nio.file.Path real(Path path) throws IOException {
    return Storage.isLocal(path) && Files.exists(Storage.local(path))
        ? Storage.local(path).toRealPath()
        : null;
  }

  private String name(Path file, Path base) {
    String below = file.toUri().getPath().substring(base.toUri().getPath().length());
    String name = below.isEmpty() ? file.getName() : below.replaceFirst("^/", "");
    return several ? base.getName() + "/" + name : name;
  }

  /** The files, with whole paths in place of the names that several share. */
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
