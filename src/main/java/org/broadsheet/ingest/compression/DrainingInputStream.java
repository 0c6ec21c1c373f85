package org.broadsheet.ingest.compression;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Gives every byte that could be read before it fails. A decompressor that fails while it fills the
 * caller's buffer would lose the bytes that are in it.
 */
final class DrainingInputStream extends FilterInputStream {

  private IOException failure;

  DrainingInputStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int given = 0;
    try {
      while (given < length) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        bytes[offset + given++] = (byte) next;
      }
    } catch (IOException e) {
      failure = e;
      if (given == 0) {
        throw e;
      }
    }
    return given == 0 && length > 0 ? -1 : given;
  }
}
