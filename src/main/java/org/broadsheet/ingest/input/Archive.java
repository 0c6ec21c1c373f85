package org.broadsheet.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * The files of a zip or tar archive, one after another. They are never written to a disk, so that a
 * name that leads out of the archive does no harm.
 */
final class Archive {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final byte[] TAR = {'u', 's', 't', 'a', 'r'};
  private static final int TAR_MAGIC = 257;

  private final String name;
  private final String kind;
  private final ArchiveInputStream<?> in;
  private final Set<String> names = new HashSet<>();

  /**
   * A file of the archive.
   *
   * @param name its published name, that of the archive before it; no other file has the same
   * @param bytes its size, which some archives give only after the file
   * @param obstacle why it cannot be read; null if nothing is known against it
   */
  record Member(String name, LongSupplier bytes, String obstacle) {}

  private Archive(String name, String kind, ArchiveInputStream<?> in) {
    this.name = name;
    this.kind = kind;
    this.in = in;
  }

  /**
   * Recognises an archive by its first bytes.
   *
   * @return {@code zip}, {@code tar} or null
   */
  static String kind(byte[] head) {
    if (startsWith(head, 0, ZIP) || startsWith(head, 0, EMPTY_ZIP)) {
      return "zip";
    }
    return startsWith(head, TAR_MAGIC, TAR) ? "tar" : null;
  }

  private static boolean startsWith(byte[] head, int from, byte[] magic) {
    return head.length >= from + magic.length
        && Arrays.equals(head, from, from + magic.length, magic, 0, magic.length);
  }

  /**
   * Opens an archive.
   *
   * @param name its published name
   * @param kind what {@link #kind} said
   * @param in its bytes
   */
  static Archive open(String name, String kind, InputStream in) {
    return new Archive(
        name,
        kind,
        kind.equals("zip")
            ? new ZipArchiveInputStream(in, "UTF-8", true, true)
            : new TarArchiveInputStream(in, "UTF-8"));
  }

  String name() {
    return name;
  }

  String kind() {
    return kind;
  }

  /**
   * Steps to the next file.
   *
   * @return the file, whose bytes are now those of {@link #stream}; null after the last
   * @throws IOException if the archive breaks off
   */
  Member next() throws IOException {
    ArchiveEntry entry = in.getNextEntry();
    while (entry != null && isSkipped(entry)) {
      entry = in.getNextEntry();
    }
    return entry == null ? null : member(entry);
  }

  private Member member(ArchiveEntry entry) {
    String obstacle =
        readable(entry)
            ? null
            : "it is encrypted, or packed in a way that cannot be read; unpack it, and name the folder or pack it as"
                + " zip without a password";
    return new Member(
        name + "!/" + unique(plain(entry.getName())), () -> Math.max(0, entry.getSize()), obstacle);
  }

  /** A path that no other file has: an archive may hold several files of one name. */
  private String unique(String path) {
    // The ending stays: the format may be recognised by it.
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    int end = dot < 0 ? path.length() : dot;
    String candidate = path;
    for (int i = 2; !names.add(candidate); i++) {
      candidate = path.substring(0, end) + " (" + i + ")" + path.substring(end);
    }
    return candidate;
  }

  private boolean readable(ArchiveEntry entry) {
    return in instanceof ZipArchiveInputStream zip
        ? zip.canReadEntryData(entry)
        : !(in instanceof TarArchiveInputStream tar) || tar.canReadEntryData(entry);
  }

  /**
   * Whether an entry is no file of its own: a folder, a link, or what systems leave beside files.
   */
  private static boolean isSkipped(ArchiveEntry entry) {
    String path = plain(entry.getName());
    return entry.isDirectory()
        || entry instanceof TarArchiveEntry tar && (tar.isLink() || tar.isSymbolicLink())
        || path.startsWith("__MACOSX/")
        || InputListing.isBookkeeping(path.substring(path.lastIndexOf('/') + 1));
  }

  /** A path without empty steps, and without steps that lead out of the archive. */
  private static String plain(String path) {
    List<String> steps = Arrays.asList(path.replace('\\', '/').split("/"));
    return steps.stream()
        .filter(step -> !step.isEmpty() && !step.equals(".") && !step.equals(".."))
        .collect(Collectors.joining("/"));
  }

  /** The bytes of the current file. Closing them does not close the archive. */
  InputStream stream() {
    return CloseShieldInputStream.wrap(in);
  }
}
