package org.broadsheet.ingest.compression;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * The beginning of a stream, by which its content is recognised, and what comes after it.
 *
 * @param bytes the first bytes
 * @param rest the stream after them; one that broke off within them does so again when it is read
 */
public record Head(byte[] bytes, InputStream rest) {

  /**
   * Reads the beginning of a stream.
   *
   * @param in the stream
   * @param most how many bytes at most
   * @return its first bytes, fewer if it is shorter or breaks off
   */
  public static Head of(InputStream in, int most) {
    byte[] head = new byte[most];
    int length = 0;
    try {
      int read = 0;
      while (read >= 0 && length < most) {
        length += read;
        read = in.read(head, length, most - length);
      }
      return new Head(Arrays.copyOf(head, length), in);
    } catch (IOException e) {
      return new Head(Arrays.copyOf(head, length), new BrokenStream(e));
    }
  }

  /**
   * The stream from its start.
   *
   * @return the beginning and what comes after it
   */
  public InputStream whole() {
    return from(0);
  }

  /**
   * The stream from an offset in its beginning.
   *
   * @param start the offset
   * @return the beginning from there and what comes after it
   */
  public InputStream from(int start) {
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes, start, bytes.length - start), rest);
  }
}
