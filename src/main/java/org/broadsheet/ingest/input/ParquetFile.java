package org.broadsheet.ingest.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.apache.parquet.io.LocalInputFile;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.format.ParquetRows;
import org.broadsheet.ingest.record.ReadSettings;

/** Opens Parquet, which is read from its end: in place, or where it is packed, from a copy. */
final class ParquetFile {

  private static final int COPIED_AT_ONCE = 1 << 16;

  private ParquetFile() {}

  /** The rows of the row groups that begin in the range of a split. */
  static OpenFile inPlace(
      String name, LongSupplier bytes, ListedFile file, Split split, ReadSettings settings) {
    ParquetRows rows = new ParquetRows(file.asParquet(), split.start(), split.end(), settings);
    return OpenFile.of(name, Formats.PARQUET, bytes, rows, rows);
  }

  /**
   * All rows, read from a local copy that is deleted when they are read.
   *
   * @param file the file that the bytes are from
   * @param plain the unpacked bytes
   * @throws IOException if they cannot be read to their end, or there is no room for the copy
   */
  static OpenFile copied(
      String name, LongSupplier bytes, ListedFile file, InputStream plain, ReadSettings settings)
      throws IOException {
    Path copy = copy(plain, file);
    ParquetRows rows = new ParquetRows(new LocalInputFile(copy), 0, Files.size(copy), settings);
    Closeable source =
        () -> {
          rows.close();
          Files.deleteIfExists(copy);
        };
    return OpenFile.of(name, Formats.PARQUET, bytes, rows, source);
  }

  /** A failure to write the copy is one of this machine, and says nothing about the content. */
  private static Path copy(InputStream plain, ListedFile file) throws IOException {
    Path copy = file.here(() -> Files.createTempFile("broadsheet", ".parquet"));
    copy.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] buffer = new byte[COPIED_AT_ONCE];
      for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
        int length = read;
        file.here(
            () -> {
              out.write(buffer, 0, length);
              return length;
            });
      }
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }
}
