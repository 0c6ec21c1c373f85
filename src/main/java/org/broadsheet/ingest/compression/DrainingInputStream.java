package org.broadsheet.ingest.compression;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that gives every byte it could get before it fails. Decompressors that fill the caller's
 * buffer and fail in the middle of it would have the caller lose what is there.
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
