package org.broadsheet.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/** What follows the last byte of a stream that broke off: its failure, for whoever reads on. */
final class BrokenStream extends InputStream {

  private final IOException failure;

  BrokenStream(IOException failure) {
    this.failure = failure;
  }

  @Override
  public int read() throws IOException {
    throw failure;
  }
}
