package org.broadsheet.ingest.input;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one task reads of a file: a range of bytes of a plain file, or one of several stripes of a
 * compressed one. A compressed file cannot be entered in the middle: every task decompresses it and
 * takes its own share of the lines. Only formats of lines are shared out; of any other format, the
 * first split reads the whole file.
 *
 * @param id the number of the split in the corpus, from 0
 * @param file the file
 * @param start first byte of the range
 * @param end byte after the range
 * @param stripe which stripe this is, from 0
 * @param stripes how many stripes the file has; 1 for a plain range
 */
public record Split(int id, InputFile file, long start, long end, int stripe, int stripes)
    implements Serializable {

  private static final long SMALLEST_RANGE = 1 << 20;
  private static final long LARGEST_RANGE = 32 << 20;

  /** Lines taken in turn by the stripes of a file: long enough to keep the turns cheap. */
  private static final int STRIPE_LINES = 64;

  /** Compressed files below this are not worth a second task. */
  private static final long SMALLEST_STRIPE = 128 << 10;

  /** Every stripe decompresses the whole file: more would waste more than they win. */
  private static final int MOST_STRIPES = 8;

  boolean isFirst() {
    return start == 0 && stripe == 0;
  }

  boolean isWhole() {
    return isFirst() && stripes == 1 && end >= file.bytes();
  }

  /** Whether this split reads a line of its file. */
  boolean takes(long line) {
    return stripes == 1 || (line - 1) / STRIPE_LINES % stripes == stripe;
  }

  /**
   * Cuts files into splits.
   *
   * @param files the files, in order
   * @param readFromStart tells whether a file cannot be entered in its middle; asked of large files
   *     only
   * @param tasks how many tasks can run at once
   * @return the splits of all files, in order
   */
  public static List<Split> of(
      List<InputFile> files, Predicate<InputFile> readFromStart, int tasks) {
    long total = files.stream().mapToLong(InputFile::bytes).sum();
    long range = Math.max(SMALLEST_RANGE, Math.min(LARGEST_RANGE, total / Math.max(1, 2L * tasks)));
    List<Split> splits = new ArrayList<>();
    for (InputFile file : files) {
      if (file.bytes() >= SMALLEST_STRIPE && readFromStart.test(file)) {
        addStripes(file, tasks, splits);
      } else {
        addRanges(file, range, splits);
      }
    }
    return splits;
  }

  /**
   * One split for each file, of which only the beginning is meant to be read.
   *
   * @param files the files, in order
   * @return a split of each
   */
  public static List<Split> beginnings(List<InputFile> files) {
    List<Split> splits = new ArrayList<>();
    for (InputFile file : files) {
      splits.add(new Split(splits.size(), file, 0, file.bytes(), 0, 1));
    }
    return splits;
  }

  private static void addStripes(InputFile file, int tasks, List<Split> splits) {
    int stripes = Math.min(tasks, MOST_STRIPES);
    for (int stripe = 0; stripe < stripes; stripe++) {
      splits.add(new Split(splits.size(), file, 0, file.bytes(), stripe, stripes));
    }
  }

  private static void addRanges(InputFile file, long range, List<Split> splits) {
    long start = 0;
    do {
      // A last range of less than half the size joins the one before it.
      long end = start + range + range / 2 >= file.bytes() ? file.bytes() : start + range;
      splits.add(new Split(splits.size(), file, start, end, 0, 1));
      start = end;
    } while (start < file.bytes());
  }

  /**
   * Packs splits into tasks of similar size.
   *
   * @param splits the splits, in order
   * @param tasks how many tasks can run at once
   * @return the splits of each task
   */
  public static List<List<Split>> packed(List<Split> splits, int tasks) {
    long total = splits.stream().mapToLong(Split::cost).sum();
    long share = Math.max(1, Math.min(LARGEST_RANGE, total / Math.max(1, tasks)));
    List<List<Split>> packed = new ArrayList<>();
    long filled = share;
    for (Split split : splits) {
      if (filled >= share) {
        packed.add(new ArrayList<>());
        filled = 0;
      }
      packed.get(packed.size() - 1).add(split);
      filled += split.cost();
    }
    return packed;
  }

  /** Bytes to read, with the price of opening a file. */
  private long cost() {
    return (end - start) / stripes + (1 << 12);
  }
}
