package org.broadsheet.ingest.compression;

import java.io.IOException;
import java.io.InputStream;

/** What follows the last byte of a stream that broke off: each attempt to read on fails. */
public final class BrokenStream extends InputStream {

  private final IOException failure;

  /**
   * Ends a stream with a failure.
   *
   * @param failure what each attempt to read throws
   */
  public BrokenStream(IOException failure) {
    this.failure = failure;
  }

  @Override
  public int read() throws IOException {
    throw failure;
  }
}
