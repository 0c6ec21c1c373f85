package org.broadsheet.ingest.compression;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed. The first bytes tell it, since names may be wrong. */
public enum Compression {
  /** Not compressed. */
  NONE,
  /** gzip, also of several members. */
  GZIP,
  /** Zstandard. */
  ZSTD,
  /** bzip2, also of several streams. */
  BZIP2,
  /** xz, also of several streams. */
  XZ;

  /** An xz file can ask for any amount of memory; no real one needs more. */
  private static final int MOST_MEMORY_KIB = 128 << 10;

  /** How many bytes {@link #of} looks at. */
  public static final int MAGIC_BYTES = 6;

  /**
   * Recognises a compression.
   *
   * @param head the first bytes of a file, fewer if it is shorter
   * @return the compression
   */
  public static Compression of(byte[] head) {
    if (startsWith(head, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return ZSTD;
    }
    if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    boolean bzip2 =
        startsWith(head, 'B', 'Z', 'h') && head.length > 3 && head[3] >= '1' && head[3] <= '9';
    return bzip2 ? BZIP2 : NONE;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decompresses.
   *
   * @param in the bytes of the file from its start
   * @return the plain bytes
   * @throws IOException if the header is broken
   */
  public InputStream decompressed(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GzipStream(in);
      case ZSTD -> new ZstdStream(in);
      case BZIP2 ->
          new DrainingInputStream(
              new BZip2CompressorInputStream(new BufferedInputStream(in, 1 << 16), true));
      case XZ ->
          new DrainingInputStream(
              new XZInputStream(new BufferedInputStream(in, 1 << 16), MOST_MEMORY_KIB));
    };
  }

  /**
   * Whether a file, by its name, is larger when it is read.
   *
   * @param name a file name
   * @return true for compressed files, archives and Parquet
   */
  public static boolean isPacked(String name) {
    return name.matches("(?i).*\\.(gz|gzip|tgz|zst|zstd|bz2|xz|zip|parquet)");
  }

  /**
   * The name of a file without the ending of a compression.
   *
   * @param name a file name
   * @return for example {@code a.jsonl} for {@code a.jsonl.gz}
   */
  public static String plainName(String name) {
    return name.replaceFirst("(?i)\\.(gz|gzip|zst|zstd|bz2|xz)$", "");
  }
}
