package org.broadsheet.ingest.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.broadsheet.ingest.compression.ExpansionLimit;

/** The parts of an office document, which is a zip archive of XML files. */
final class ZippedParts implements Closeable {

  /** Each part costs memory, however small it is. */
  private static final int MOST_PARTS = 20_000;

  /** What each entry of the list of parts begins with. */
  private static final byte[] LISTED = {'P', 'K', 1, 2};

  private final ZipFile zip;
  private final ExpansionLimit expansion;

  /** Names of parts are the same in upper and lower case. */
  private final Map<String, ZipArchiveEntry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private ZippedParts(ZipFile zip, ExpansionLimit expansion) {
    this.zip = zip;
    this.expansion = expansion;
    zip.getEntries().asIterator().forEachRemaining(e -> entries.putIfAbsent(e.getName(), e));
  }

  /** Opens a document that is held in memory: the list of its parts is at its end. */
  static ZippedParts open(byte[] file) throws IOException {
    requireFewParts(file);
    ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
    return new ZippedParts(zip, new ExpansionLimit(file.length));
  }

  private static void requireFewParts(byte[] file) throws IOException {
    int parts = 0;
    for (int i = 0; i + LISTED.length <= file.length; i++) {
      boolean isListed =
          file[i] == 'P' && Arrays.equals(file, i, i + LISTED.length, LISTED, 0, LISTED.length);
      parts += isListed ? 1 : 0;
    }
    if (parts > MOST_PARTS) {
      throw new IOException("it has more than " + MOST_PARTS + " parts");
    }
  }

  /** Counts bytes that are made of the parts, and fails where they are too many. */
  InputStream limited(InputStream made) {
    return expansion.plain(made);
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /**
   * Reads a part.
   *
   * @param name its path
   * @return its elements and texts
   * @throws IOException if there is no such part, or it cannot be unpacked
   */
  XmlPart part(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new IOException("it has no part " + name);
    }
    if (!zip.canReadEntryData(entry)) {
      throw new IOException("it is protected by a password: save it without one");
    }
    return new XmlPart(expansion.plain(zip.getInputStream(entry)));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
