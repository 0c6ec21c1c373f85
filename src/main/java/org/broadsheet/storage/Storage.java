package org.broadsheet.storage;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.broadsheet.UserException;

/** The file systems that inputs and results are on. */
public final class Storage {

  /** Hadoop opens a file of these, but cannot list a folder or write. */
  private static final Set<String> WEB = Set.of("http", "https", "ftp");

  /** What Java encodes command lines and file names in; the locale decides. */
  private static final Charset NAMES = Charset.forName(System.getProperty("sun.jnu.encoding"));

  private Storage() {}

  /**
   * The settings of the file systems.
   *
   * @param conf settings of Spark, those of file systems as {@code spark.hadoop.*}
   * @return Hadoop's settings with them, and with the credentials of the environment
   */
  public static Configuration settings(SparkConf conf) {
    return new SparkHadoopUtil().newConfiguration(conf);
  }

  /**
   * The file system of a path. That of local disks keeps no check files: Hadoop's connectors to
   * object stores need the one that does, for their buffers, so that it stays in Hadoop's settings.
   *
   * @param path any Hadoop path or URI
   * @param hadoop the settings of the file systems
   * @return its file system
   * @throws IOException if no file system has the scheme, its library is missing or it refuses
   * @throws UserException if the path is on the web, or cannot be named in this locale
   */
  public static FileSystem of(Path path, Configuration hadoop) throws IOException {
    String scheme = path.toUri().getScheme();
    if (scheme != null && WEB.contains(scheme)) {
      throw UserException.of(
          "%s is on the web; download it first, and give the path of the file", path);
    }
    requireNameable(path.toString());
    try {
      FileSystem found = path.getFileSystem(hadoop);
      return found instanceof LocalFileSystem local ? local.getRaw() : found;
    } catch (RuntimeException | NoClassDefFoundError e) {
      throw new IOException(isMissingLibrary(e) ? missingLibrary(scheme, e) : deepest(e), e);
    }
  }

  /**
   * Whether a path is on a disk of this machine, or one that looks like it.
   *
   * @param path a qualified path
   * @return true for {@code file:}
   */
  public static boolean isLocal(Path path) {
    return "file".equals(path.toUri().getScheme());
  }

  /**
   * A path of a local disk as Java names it.
   *
   * @param path a path for which {@link #isLocal} is true
   * @return the same path
   */
  public static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  /** Hadoop's answer to a known scheme whose class it does not find. */
  private static boolean isMissingLibrary(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) {
        return true;
      }
    }
    return false;
  }

  private static String missingLibrary(String scheme, Throwable failure) {
    return "a library for "
        + scheme
        + ":// is not there ("
        + deepest(failure)
        + "); use spark-submit with --packages, for example org.apache.hadoop:hadoop-aws:"
        + VersionInfo.getVersion()
        + " for s3a";
  }

  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  /**
   * Whether Java can name a file of this machine. In the locale C it cannot where the name has
   * other letters than those of English.
   *
   * @param name a path, a name or an argument of the command line
   * @return false if the encoding of file names lacks one of its characters
   */
  public static boolean isNameable(String name) {
    return NAMES.newEncoder().canEncode(name);
  }

  /**
   * Refuses a name that cannot be encoded, see {@link #isNameable}.
   *
   * @param name a path, a name or an argument of the command line
   * @throws UserException with the remedy
   */
  public static void requireNameable(String name) {
    if (!isNameable(name)) {
      throw UserException.of(
          "%s cannot be named in the encoding of this locale, %s; set LC_ALL=C.UTF-8", name, NAMES);
    }
  }
}
