package org.broadsheet.ingest.compression;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The plain bytes of one or several Zstandard frames. Unlike zstd-jni's own stream, it notices a
 * file that is cut within the header of a later frame.
 */
final class ZstdStream extends InputStream {

  private final InputStream in;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final byte[] chunk = new byte[1 << 16];
  private final ByteBuffer compressed = ByteBuffer.allocateDirect(chunk.length).limit(0);
  private final ByteBuffer plain = ByteBuffer.allocateDirect(1 << 17).limit(0);
  private boolean betweenFrames = true;

  ZstdStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return fill() ? plain.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int given = Math.min(length, plain.remaining());
    plain.get(bytes, offset, given);
    return given;
  }

  /** Decompresses until there are plain bytes; false at the end. */
  private boolean fill() throws IOException {
    while (!plain.hasRemaining()) {
      decompress();
      if (!plain.hasRemaining() && !compressed.hasRemaining() && !readChunk()) {
        if (betweenFrames) {
          return false;
        }
        throw new EOFException("the last Zstandard frame is cut");
      }
    }
    return true;
  }

  /**
   * Decompresses once. It is called without further input too, for bytes that a full buffer held
   * back.
   */
  private void decompress() {
    int before = compressed.position();
    plain.clear();
    boolean frameEnded = context.decompressDirectByteBufferStream(plain, compressed);
    plain.flip();
    if (plain.hasRemaining() || compressed.position() > before) {
      betweenFrames = frameEnded;
    }
  }

  private boolean readChunk() throws IOException {
    int length = in.read(chunk);
    compressed.clear();
    compressed.put(chunk, 0, Math.max(0, length)).flip();
    return length > 0;
  }

  @Override
  public void close() throws IOException {
    context.close();
    in.close();
  }
}
